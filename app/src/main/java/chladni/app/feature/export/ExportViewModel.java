package chladni.app.feature.export;

import chladni.app.document.Document;
import chladni.app.document.Present;
import chladni.app.document.Shown;
import chladni.engine.failure.ChladniFailure;
import chladni.engine.take.SavedTake;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// Exports what the canvas shows.
public final class ExportViewModel {
    private final Document document;
    private final Ask ask;
    private final Executor background;
    private final Consumer<Throwable> onFailure;
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
    private @Nullable Path lastFolder;
    private Part lastPart = Part.SOUND;

    /// Asks where a file is to go; empty when the user changed their mind. Overwriting has been confirmed then.
    @FunctionalInterface
    public interface Ask {
        Optional<Path> where(Part part, String suggestedName, @Nullable Path folder);
    }

    public ExportViewModel(Document document, Ask ask, Executor background, Consumer<Throwable> onFailure) {
        this.document = document;
        this.ask = ask;
        this.background = background;
        this.onFailure = onFailure;
    }

    /// Only what lies on disk can be exported: a take that still forms cannot.
    public ObservableValue<Boolean> possibleProperty() {
        return Present.map(document.visibleProperty(), shown -> shown.saved() != null, false);
    }

    /// Where the last export went; empty before.
    public ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    public void export(Part part) {
        SavedTake take = saved();
        if (take != null) {
            String name = part.suggestedName(Shown.titleOf(take.take().recipe()), take.take().recipe().seed());
            ask.where(part, name, lastFolder)
                    .map(wish -> Delivery.withExtension(wish, part.extension()))
                    .ifPresent(target -> deliver(part, take, target));
        }
    }

    /// The same kind of file into the same folder, without asking; the first time it asks.
    public void exportAgain() {
        SavedTake take = saved();
        Path folder = lastFolder;
        if (take != null && folder != null) {
            String name = lastPart.suggestedName(Shown.titleOf(take.take().recipe()), take.take().recipe().seed());
            deliver(lastPart, take, Delivery.free(folder.resolve(name), lastPart.extension()));
        } else {
            export(lastPart);
        }
    }

    private @Nullable SavedTake saved() {
        Shown shown = document.visible();
        return shown == null ? null : shown.saved();
    }

    private void deliver(Part part, SavedTake take, Path target) {
        lastPart = part;
        lastFolder = target.toAbsolutePath().getParent();
        background.execute(() -> {
            try {
                Delivery.copy(part.of(take), target);
                Platform.runLater(() -> note.set("Exported to " + target));
            } catch (ChladniFailure failed) {
                onFailure.accept(failed);
            }
        });
    }
}
