package chladni.app;

import chladni.app.bench.Bench;
import chladni.app.document.Document;
import chladni.app.document.Painting;
import chladni.app.document.Shown;
import chladni.app.document.StoredTake;
import chladni.app.feature.voices.VoiceKind;
import chladni.app.feature.voices.VoicesViewModel;
import chladni.app.mask.BalanceMap;
import chladni.app.mask.Shaping;
import chladni.engine.codec.PictureFile;
import chladni.engine.codec.PngDepth;
import chladni.engine.codec.PngFile;
import chladni.engine.codec.PngText;
import chladni.engine.failure.BadInput;
import chladni.engine.failure.ChladniFailure;
import chladni.engine.failure.StorageFailed;
import chladni.engine.job.Monitor;
import chladni.engine.media.Picture;
import chladni.engine.recipe.Canvas;
import chladni.engine.recipe.Compose;
import chladni.engine.recipe.Recipe;
import chladni.engine.recipe.Repair;
import chladni.engine.recipe.Voice;
import chladni.engine.recipe.Weight;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.IntToDoubleFunction;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/// Makes recipes of what is painted over the canvas. Painted layers become files, because recipes name files; the take that is made
/// keeps copies of them.
final class Regions {
    /// Columns that a take grows by: 2.56 s.
    private static final int EXTENSION = 256;
    /// Columns before the old end that are made anew too, because the latent cell there knows the silence behind it.
    private static final int OVERLAP = 24;
    /// Columns at either end that are made anew for a loop.
    private static final int SEAM = 48;
    private static final double LEAST_SAY = 0.02;
    private static final double MOST_WEIGHT = 10;

    private final Document document;
    private final Bench bench;
    private final VoicesViewModel voices;
    private final Executor background;
    private final Consumer<Throwable> onFailure;
    private @Nullable Path folder;
    private int count;

    Regions(Document document, Bench bench, VoicesViewModel voices, Executor background, Consumer<Throwable> onFailure) {
        this.document = document;
        this.bench = bench;
        this.voices = voices;
        this.background = background;
        this.onFailure = onFailure;
    }

    /// What Generate means now: with a mask the masked part of the take on the canvas, else a take from the panel as it stands.
    void generate(Consumer<Recipe> start) {
        if (document.painting().maskedProperty().get() && base() != null) {
            region(start);
        } else {
            balanced(voices.recipe(), recipe -> start.accept(voices.asChosen(recipe)));
        }
    }

    /// Makes what is masked anew, by the words of the panel.
    void region(Consumer<Recipe> start) {
        whenThereIsATake(base -> {
            Picture mask = Shaping.picture(document.painting().shaped().used());
            onCanvas(new Plan(base, mask, mask.width(), 0), start);
        });
    }

    /// Makes the take longer: what is there stays, what follows is new.
    void extend(Consumer<Recipe> start) {
        whenThereIsATake(base -> {
            int old = base.columns();
            int columns = (old + EXTENSION) / Shaping.CELL * Shaping.CELL;
            if (columns > Compose.MAX_COLUMNS) {
                onFailure.accept(new BadInput("The take cannot be made longer than %d columns.".formatted(Compose.MAX_COLUMNS)));
                return;
            }
            onCanvas(new Plan(base, bands(base, columns, column -> ramp(column - (old - OVERLAP))), columns, 0), start);
        });
    }

    /// Makes both ends anew, side by side, so that the end runs into the start.
    void loop(Consumer<Recipe> start) {
        whenThereIsATake(base -> {
            int columns = base.columns();
            Picture ends = bands(base, columns, column -> Math.max(ramp(SEAM - 1 - column), ramp(column - (columns - SEAM))));
            onCanvas(new Plan(base, ends, columns, columns / 2 / Shaping.CELL * Shaping.CELL), start);
        });
    }

    /// Paints the balance that a recipe was made with over the canvas again; without one nothing changes.
    void recallBalance(Compose recipe) {
        recipe.voices().stream().map(Voice::weight).filter(Weight.Painted.class::isInstance).map(Weight.Painted.class::cast)
                .filter(weight -> weight.low() < weight.high()).findFirst().ifPresent(weight -> background.execute(() -> {
                    try {
                        Picture map = PictureFile.read(weight.map()).picture().grey();
                        Platform.runLater(() -> document.painting().recallBalance(BalanceMap.painted(map, voices.balanceProperty().get())));
                    } catch (ChladniFailure failed) {
                        onFailure.accept(failed);
                    }
                }));
    }

    /// Changes what is masked at once, without a model.
    void repair(Repair.Act act) {
        whenThereIsATake(base -> write("mask", Shaping.picture(document.painting().shaped().used()), file -> {
            Repair repair = new Repair(base.recipe().seed(), base.folder(), file, act);
            background.execute(() -> {
                try {
                    bench.make(repair, Monitor.silent(), made ->
                            Platform.runLater(() -> document.continueWith("Made a region " + act.words(), made)));
                } catch (ChladniFailure failed) {
                    onFailure.accept(failed);
                }
            });
        }));
    }

    /// What is made on the canvas of a take.
    ///
    /// @param mask rows × columns, 1 = made anew
    private record Plan(StoredTake base, Picture mask, int columns, int turn) {}

    private void onCanvas(Plan plan, Consumer<Recipe> start) {
        Compose recipe = voices.recipe().withColumns(plan.columns());
        balanced(recipe, weighted -> write("mask", plan.mask(), file ->
                start.accept(weighted.withCanvas(new Canvas(plan.base().folder(), 1, file, plan.turn())))));
    }

    /// Puts the painted balance into a recipe's weights, where there is one and both sides speak.
    private void balanced(Compose recipe, Consumer<Compose> then) {
        Painting painting = document.painting();
        double balance = Math.clamp(voices.balanceProperty().get(), LEAST_SAY, 1 - LEAST_SAY);
        if (!painting.balancedProperty().get() || recipe.voices().size() < 2) {
            then.accept(recipe);
            return;
        }
        Picture map = BalanceMap.of(painting.balance(), balance);
        write("balance", map, file -> then.accept(recipe.withVoices(recipe.voices().stream().map(voice -> weighted(voice, file, balance)).toList())));
    }

    /// White is all sound: there a picture voice has weight 0, and the other way round.
    private Voice weighted(Voice voice, Path map, double balance) {
        boolean picture = voices.ensemble().voices().stream().anyMatch(
                panel -> panel.kind() == VoiceKind.PICTURE && panel.pack().id().equals(voice.pack()));
        double most = switch (voice.weight()) {
            case Weight.Even(double share) -> Math.min(MOST_WEIGHT, share / (picture ? 1 - balance : balance));
            case Weight.Painted painted -> Math.max(painted.low(), painted.high()); // of a take that was recalled
        };
        return voice.withWeight(new Weight.Painted(map, picture ? most : 0, picture ? 0 : most));
    }

    private void whenThereIsATake(Consumer<StoredTake> then) {
        StoredTake base = base();
        if (base == null) {
            onFailure.accept(new BadInput("There is no finished take on the canvas to work on: make or choose one first."));
        } else {
            then.accept(base);
        }
    }

    /// A mask that is the same in all bands.
    private static Picture bands(StoredTake base, int columns, IntToDoubleFunction share) {
        int rows = base.format().mels();
        float[] values = new float[rows * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) share.applyAsDouble(i % columns);
        }
        return new Picture(1, rows, columns, values);
    }

    /// 0 below 0, 1 from one cell on.
    private static double ramp(int columns) {
        return Math.clamp((columns + 1.0) / Shaping.CELL, 0, 1);
    }

    /// The finished take that is seen, or else the one that was kept.
    @Nullable StoredTake base() {
        Shown visible = document.visible();
        Shown kept = document.acceptedProperty().get();
        StoredTake seen = visible == null ? null : visible.saved();
        return seen == null && kept != null ? kept.saved() : seen;
    }

    /// Writes a grey picture off the FX thread and goes on there.
    private void write(String name, Picture picture, Consumer<Path> then) {
        int number = ++count;
        background.execute(() -> {
            try {
                Path file = folder().resolve(name + "-" + number + ".png");
                PngFile.write(file, picture, PngDepth.SIXTEEN, PngText.NONE);
                Platform.runLater(() -> then.accept(file));
            } catch (ChladniFailure failed) {
                onFailure.accept(failed);
            }
        });
    }

    private synchronized Path folder() {
        Path made = folder;
        try {
            if (made == null) {
                made = Files.createTempDirectory("chladni-painted");
                folder = made;
            }
            return made;
        } catch (IOException refused) {
            throw new StorageFailed("What was painted cannot be kept in the temporary folder: " + refused.getMessage() + ".", refused);
        }
    }
}
