package chladni.app;

import chladni.app.bench.PackCard;
import chladni.app.bench.PackDesk;
import chladni.engine.failure.BadInput;
import chladni.engine.failure.CancelSignal;
import chladni.engine.pack.ByteWatch;
import chladni.engine.pack.Catalogue;
import chladni.engine.pack.PackReport;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/// Packs that need no files: what is long goes on by a permit at a time.
final class ScriptedPacks implements PackDesk {
    private static final int WORDS = 12;

    private final List<ShelfPack> packs = new ArrayList<>();
    final Semaphore permits = new Semaphore(0);

    ScriptedPacks(PackCard... cards) {
        for (PackCard card : cards) {
            packs.add(new ShelfPack(card, Path.of("/home/anna/.local/share/chladni/packs", card.id()), "GPL-3.0-or-later",
                    "trained by assets/recipe", List.of()));
        }
    }

    synchronized void put(ShelfPack pack) {
        packs.add(pack);
    }

    @Override
    public synchronized Shelf look() {
        return new Shelf(packs, List.of(), List.of(Path.of("/home/anna/.local/share/chladni/packs"), Path.of("/opt/chladni/assets/starter")));
    }

    @Override
    public Optional<String> cut(String pack, String prompt) {
        String[] words = prompt.split(" ");
        return words.length <= WORDS ? Optional.empty()
                : Optional.of("The prompt is too long for the model, which does not see its end: “" + words[words.length - 1] + "”.");
    }

    @Override
    public PackReport verify(String pack, CancelSignal cancel, ByteWatch watch) {
        throw new BadInput("not scripted");
    }

    @Override
    public void add(Path pack) {
        throw new BadInput(pack + " is not a pack: it holds neither model_index.json nor chladni-pack.json.");
    }

    @Override
    public Catalogue catalogue() {
        Catalogue.Item item = new Catalogue.Item("unet/weights.safetensors", URI.create("https://example.org/w"), 2_135_000_000L, "");
        return new Catalogue(List.of(new Catalogue.Entry(Map.of("id", "stable-diffusion-v1-5", "title", "Stable Diffusion 1.5",
                "kind", "picture", "licence", "CreativeML Open RAIL-M", "source", "https://example.org/sd"), List.of(item))));
    }

    @Override
    public void fetch(String pack, CancelSignal cancel, ByteWatch watch) {
        for (int i = 1; i <= 10; i++) {
            permits.acquireUninterruptibly();
            cancel.throwIfRaised();
            watch.at("unet/weights.safetensors", i * 213_500_000L, 2_135_000_000L);
        }
    }
}
