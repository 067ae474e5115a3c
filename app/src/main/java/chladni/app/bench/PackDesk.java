package chladni.app.bench;

import chladni.engine.failure.CancelSignal;
import chladni.engine.pack.ByteWatch;
import chladni.engine.pack.Catalogue;
import chladni.engine.pack.PackReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The packs on this machine and what can be done about them. Nothing here may be called on the FX thread.
public interface PackDesk {
    /// Everything that looks like a pack, and where was looked.
    Shelf look();

    /// A sentence when the pack's model does not see all of a prompt; empty when it does, or the pack is not here.
    Optional<String> cut(String pack, String prompt);

    /// Reads every byte of a pack.
    PackReport verify(String pack, CancelSignal cancel, ByteWatch watch);

    /// Makes a pack that lies somewhere else known; its files stay where they are.
    void add(Path pack);

    /// What can be fetched, and fetching it; what has arrived is kept when it is stopped.
    Catalogue catalogue();

    void fetch(String pack, CancelSignal cancel, ByteWatch watch);

    /// @param packs in the order they were found
    /// @param damaged sentences about folders that look like packs and are none
    /// @param places where was looked, in order
    record Shelf(List<ShelfPack> packs, List<String> damaged, List<Path> places) {
        public Shelf {
            packs = List.copyOf(packs);
            damaged = List.copyOf(damaged);
            places = List.copyOf(places);
        }
    }

    /// @param licence and `source`: empty when not stated
    /// @param problems what is missing or cannot be read, each naming a file
    record ShelfPack(PackCard card, Path path, String licence, String source, List<String> problems) {
        public ShelfPack {
            problems = List.copyOf(problems);
        }
    }
}
