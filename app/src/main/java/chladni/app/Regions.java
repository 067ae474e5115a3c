package chladni.app;

import chladni.app.document.Document;
import chladni.app.document.Shown;
import chladni.app.feature.voices.VoicesViewModel;
import chladni.app.mask.Layer;
import chladni.app.mask.Shaping;
import chladni.engine.codec.PngDepth;
import chladni.engine.codec.PngFile;
import chladni.engine.codec.PngText;
import chladni.engine.failure.BadInput;
import chladni.engine.failure.ChladniFailure;
import chladni.engine.failure.StorageFailed;
import chladni.engine.media.Picture;
import chladni.engine.recipe.Canvas;
import chladni.engine.recipe.Compose;
import chladni.engine.recipe.Recipe;
import chladni.engine.take.SavedTake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/// Makes recipes of what is painted over the canvas. Painted layers become files, because recipes name files; the take that is made
/// keeps copies of them.
final class Regions {
    private final Document document;
    private final VoicesViewModel voices;
    private final Executor background;
    private final Consumer<Throwable> onFailure;
    private @Nullable Path folder;
    private int count;

    Regions(Document document, VoicesViewModel voices, Executor background, Consumer<Throwable> onFailure) {
        this.document = document;
        this.voices = voices;
        this.background = background;
        this.onFailure = onFailure;
    }

    /// What Generate means now: with a mask the masked part of the take on the canvas, else a take from the panel as it stands.
    void generate(Consumer<Recipe> start) {
        if (document.painting().maskedProperty().get() && base() != null) {
            region(start);
        } else {
            start.accept(voices.recipe());
        }
    }

    /// Makes what is masked anew, by the words of the panel.
    void region(Consumer<Recipe> start) {
        SavedTake base = base();
        if (base == null) {
            onFailure.accept(new BadInput("There is no finished take on the canvas whose region could be made anew."));
            return;
        }
        int columns = base.take().spectrogram().columns();
        Compose recipe = voices.recipe().withColumns(columns);
        Layer mask = document.painting().shaped().used();
        write("mask", Shaping.picture(mask), file ->
                start.accept(recipe.withCanvas(new Canvas(base.folder(), 1, file))));
    }

    /// The finished take that is seen, or else the one that was kept.
    @Nullable SavedTake base() {
        Shown visible = document.visible();
        Shown kept = document.acceptedProperty().get();
        SavedTake seen = visible == null ? null : visible.saved();
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
