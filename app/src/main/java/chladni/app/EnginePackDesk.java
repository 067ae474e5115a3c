package chladni.app;

import chladni.app.bench.PackCard;
import chladni.app.bench.PackDesk;
import chladni.engine.failure.CancelSignal;
import chladni.engine.failure.ChladniFailure;
import chladni.engine.pack.ByteWatch;
import chladni.engine.pack.Catalogue;
import chladni.engine.pack.PackCheck;
import chladni.engine.pack.PackFetch;
import chladni.engine.pack.PackFolder;
import chladni.engine.pack.PackReport;
import chladni.engine.pack.PackShelf;
import chladni.engine.pack.PackStore;
import chladni.engine.pack.PromptRoom;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The real packs behind the window.
final class EnginePackDesk implements PackDesk {
    private final PackStore packs;
    private final Map<String, Optional<PromptRoom>> rooms = new ConcurrentHashMap<>();

    EnginePackDesk(PackStore packs) {
        this.packs = packs;
    }

    @Override
    public Shelf look() {
        PackStore.Survey survey = packs.survey();
        rooms.clear();
        return new Shelf(survey.packs().stream().map(EnginePackDesk::pack).toList(),
                survey.broken().values().stream().map(Throwable::getMessage).toList(), packs.places());
    }

    private static ShelfPack pack(PackFolder folder) {
        return new ShelfPack(PackCard.of(folder.manifest()), folder.path(), folder.manifest().origin().licence(),
                folder.manifest().origin().source(), PackCheck.quick(folder));
    }

    @Override
    public Optional<String> cut(String pack, String prompt) {
        return rooms.computeIfAbsent(pack, this::room).flatMap(room -> room.note(prompt));
    }

    /// A pack whose tokenizer cannot be read says so when it is used; here it only has no limit to tell.
    private Optional<PromptRoom> room(String pack) {
        try {
            return Optional.of(PromptRoom.of(packs.find(pack)));
        } catch (ChladniFailure unreadable) {
            return Optional.empty();
        }
    }

    @Override
    public PackReport verify(String pack, CancelSignal cancel, ByteWatch watch) {
        return PackCheck.full(packs.find(pack), cancel, watch);
    }

    @Override
    public void add(Path pack) {
        PackShelf.own().link(pack);
    }

    @Override
    public Catalogue catalogue() {
        try {
            return Catalogue.bundled();
        } catch (ChladniFailure notHere) {
            return new Catalogue(List.of());
        }
    }

    @Override
    public void fetch(String pack, CancelSignal cancel, ByteWatch watch) {
        new PackFetch(catalogue(), PackStore.ownFolder(), PackFetch.Patience.USUAL).fetch(pack, cancel, watch);
    }
}
