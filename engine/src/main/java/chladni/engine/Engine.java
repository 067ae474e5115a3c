package chladni.engine;

import chladni.engine.compose.Colouriser;
import chladni.engine.compose.Composer;
import chladni.engine.compose.Distiller;
import chladni.engine.compose.Imprinter;
import chladni.engine.compose.Repairer;
import chladni.engine.compose.TakeIndex;
import chladni.engine.compose.Tracing;
import chladni.engine.failure.BadInput;
import chladni.engine.failure.OutOfMemory;
import chladni.engine.job.Monitor;
import chladni.engine.onnx.Device;
import chladni.engine.onnx.FreedMemory;
import chladni.engine.pack.ColourPack;
import chladni.engine.pack.Pack;
import chladni.engine.pack.PackFolder;
import chladni.engine.pack.PackKind;
import chladni.engine.pack.PackStore;
import chladni.engine.recipe.Colourise;
import chladni.engine.recipe.Compose;
import chladni.engine.recipe.Distil;
import chladni.engine.recipe.Imprint;
import chladni.engine.recipe.Recipe;
import chladni.engine.recipe.Repair;
import chladni.engine.score.TakeScorer;
import chladni.engine.take.Accidents;
import chladni.engine.take.RecipeFiles;
import chladni.engine.take.Take;
import chladni.engine.take.Unfinished;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Turns recipes into takes. Opening is quick: packs are opened when a recipe names them and their weights loaded when first needed,
/// then kept for the next recipe. Recipes run one at a time, on the thread that calls (the `Lane`'s, in the window).
public final class Engine implements AutoCloseable {
    private final PackStore packs;
    private final Device device;
    private final Map<String, Pack> open = new LinkedHashMap<>();
    private final Map<String, ColourPack> colours = new LinkedHashMap<>();
    /// Those of `open` and `colours` that the take in the making has asked for.
    private final Set<AutoCloseable> used = new HashSet<>();

    private final TakeScorer scorer;
    private Unfinished unfinished = Unfinished.NOWHERE;
    private Accidents accidents = Accidents.NOWHERE;

    private Engine(PackStore packs, Device device) {
        this.packs = packs;
        this.device = device;
        this.scorer = new TakeScorer(packs, device);
    }

    public static Engine open(PackStore packs, Device device) {
        return new Engine(packs, device);
    }

    public PackStore packs() {
        return packs;
    }

    public Device device() {
        return device;
    }

    /// Where takes that need very many steps keep how far they have come, so that the same recipe goes on from there after a crash or a
    /// cancel. Without it they begin again.
    public synchronized void keepUnfinished(Unfinished place) {
        unfinished = place;
    }

    /// Where the last estimates of takes lie that were cancelled or failed, to be brought back.
    public synchronized void keepAccidents(Accidents place) {
        accidents = place;
    }

    /// Makes a take of what was kept of one that was cut short, and forgets that.
    public synchronized void bringBack(Accidents.Left left, Monitor monitor, Consumer<Take> onTake) {
        RecipeFiles.requireThere(left.recipe());
        Accidents.Watch nobody = Accidents.NOWHERE.watch(left.recipe());
        Take take = withRoom(() -> new Composer(this::pack, Tracing.OFF, nobody).bringBack(left, monitor), monitor);
        onTake.accept(scorer.scored(take, monitor.cancel()));
        accidents.forget(left);
    }

    /// Makes the recipe's takes, each handed to `onTake` as soon as it is finished.
    ///
    /// @throws chladni.engine.failure.ChladniFailure with a sentence for the user
    public void run(Recipe recipe, Monitor monitor, Consumer<Take> onTake) {
        run(recipe, Tracing.OFF, monitor, onTake);
    }

    /// As above, keeping the intermediate tensors when `tracing` is on. A repair needs no model and does not wait for one.
    public void run(Recipe recipe, Tracing tracing, Monitor monitor, Consumer<Take> onTake) {
        if (recipe instanceof Repair repair) {
            onTake.accept(new Repairer().repair(repair, new TakeIndex(0, 1), monitor));
        } else {
            inTurn(recipe, tracing, monitor, onTake);
        }
    }

    private synchronized void inTurn(Recipe recipe, Tracing tracing, Monitor monitor, Consumer<Take> onTake) {
        RecipeFiles.requireThere(recipe);
        for (int i = 0; i < recipe.takes(); i++) {
            monitor.cancel().throwIfRaised();
            TakeIndex index = new TakeIndex(i, recipe.takes());
            Recipe single = recipe.single(i);
            try (Accidents.Watch watch = accidents.watch(single)) {
                Take take = withRoom(() -> take(single, index, new Seen(tracing, watch), monitor), monitor);
                onTake.accept(scorer.scored(take, monitor.cancel()));
                watch.finished();
            }
            if (monitor.stopHere()) {
                return;
            }
        }
    }

    /// When memory runs out, packs that only earlier takes needed make room, once.
    private Take withRoom(Supplier<Take> making, Monitor monitor) {
        used.clear();
        try {
            return making.get();
        } catch (OutOfMemory full) {
            if (!closeUnused()) {
                throw full;
            }
            monitor.note("Memory ran short, so the models of earlier takes were closed.");
            return making.get();
        }
    }

    /// @return whether there was anything to close
    private boolean closeUnused() {
        Set<Pack> idle = new HashSet<>(open.values());
        idle.removeAll(used);
        Set<ColourPack> idleColours = new HashSet<>(colours.values());
        idleColours.removeAll(used);
        idle.forEach(Pack::close);
        idleColours.forEach(ColourPack::close);
        open.values().removeAll(idle);
        colours.values().removeAll(idleColours);
        scorer.close();
        FreedMemory.giveBack();
        return !idle.isEmpty() || !idleColours.isEmpty();
    }

    /// Who looks at a take in the making.
    private record Seen(Tracing tracing, Accidents.Watch watch) {}

    private Take take(Recipe single, TakeIndex index, Seen seen, Monitor monitor) {
        Tracing tracing = seen.tracing();
        return switch (single) {
            case Compose compose -> new Composer(this::pack, tracing, seen.watch()).compose(compose, index, monitor);
            case Colourise colourise -> new Colouriser(this::colours, tracing).colourise(colourise, index, monitor);
            case Imprint imprint -> new Imprinter(this::pack, tracing).imprint(imprint, index, monitor);
            case Repair repair -> new Repairer().repair(repair, index, monitor);
            case Distil distil -> new Distiller(this::pack, tracing, unfinished).distil(distil, index, monitor);
        };
    }

    private Pack pack(String id) {
        Pack pack = open.get(id);
        if (pack == null) {
            PackFolder found = packs.find(id);
            // One pack may be named by its id and by its path.
            pack = open.values().stream().filter(other -> other.place().equals(found.path())).findFirst().orElseGet(() -> Pack.open(found, device));
            open.put(id, pack);
        }
        used.add(pack);
        return pack;
    }

    private ColourPack colours(String id) {
        ColourPack pack = colours.get(id);
        if (pack == null) {
            PackFolder folder = packs.find(id);
            if (folder.manifest().kind() != PackKind.COLOUR && folder.manifest().kind() != PackKind.ENLARGE) {
                throw new BadInput("The pack " + id + " makes no colours: its kind is " + folder.manifest().kind().id() + ", not colour.");
            }
            pack = ColourPack.open(folder, device);
            colours.put(id, pack);
        }
        used.add(pack);
        return pack;
    }

    /// Gives the models' memory back; the next recipe loads them again.
    public synchronized void release() {
        open.values().forEach(Pack::close);
        open.clear();
        colours.values().forEach(ColourPack::close);
        colours.clear();
        used.clear();
        scorer.close();
        FreedMemory.giveBack();
    }

    @Override
    public void close() {
        release();
    }
}
