package chladni.app.feature.export;

import chladni.app.document.Document;
import chladni.app.document.Present;
import chladni.app.document.Shown;
import chladni.app.document.Span;
import chladni.app.document.StoredTake;
import chladni.engine.failure.CancelSignal;
import chladni.engine.failure.Cancelled;
import chladni.engine.failure.ChladniFailure;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// Exports what the canvas shows.
public final class ExportViewModel {
    private final Document document;
    private final Ask ask;
    private final Executor background;
    private final Consumer<Throwable> onFailure;
    private final ObjectProperty<ExportKind> kind = new SimpleObjectProperty<>(ExportKind.WAV_16);
    private final ObjectProperty<@Nullable Span> selection = new SimpleObjectProperty<>();
    private final BooleanProperty onlySelection = new SimpleBooleanProperty();
    private final BooleanProperty captions = new SimpleBooleanProperty(true);
    private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper();
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
    private Supplier<ExportWish.Look> look = () -> new ExportWish.Look(chladni.app.control.ColourScale.GREY, -80, 0);
    private Supplier<@Nullable Span> loop = () -> null;
    private CancelSignal cancel = new CancelSignal();
    private @Nullable Path lastFolder;

    /// Asks where a file is to go; empty when the user changed their mind. Overwriting has been confirmed then.
    @FunctionalInterface
    public interface Ask {
        Optional<Path> where(ExportKind kind, String suggestedName, @Nullable Path folder);
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

    /// What Export makes, and Export again.
    public ObjectProperty<ExportKind> kindProperty() {
        return kind;
    }

    /// The stretch of time that is selected on the canvas; null: none.
    public ObjectProperty<@Nullable Span> selectionProperty() {
        return selection;
    }

    /// Whether only the selection is exported; of no effect without one.
    public BooleanProperty onlySelectionProperty() {
        return onlySelection;
    }

    /// Whether films carry their prompts.
    public BooleanProperty captionsProperty() {
        return captions;
    }

    public ReadOnlyBooleanProperty workingProperty() {
        return working.getReadOnlyProperty();
    }

    /// 0 … 1; −1 when it is not known.
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /// Where the last export went; empty before.
    public ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    /// @param now how the canvas shows levels at the moment
    public void setLook(Supplier<ExportWish.Look> now) {
        look = now;
    }

    /// @param now the stretch that is played again and again at the moment
    public void setLoop(Supplier<@Nullable Span> now) {
        loop = now;
    }

    /// Makes one kind of file, asking where.
    public void export(ExportKind wanted) {
        kind.set(wanted);
        StoredTake take = saved();
        if (take != null) {
            ask.where(wanted, name(take, wanted), lastFolder)
                    .map(place -> Delivery.withExtension(place, wanted.extension()))
                    .ifPresent(target -> deliver(take, target));
        }
    }

    /// The same kind of file into the same folder, without asking; the first time it asks.
    public void exportAgain() {
        StoredTake take = saved();
        Path folder = lastFolder;
        ExportKind same = kind.get();
        if (take != null && folder != null) {
            deliver(take, Delivery.free(folder.resolve(name(take, same)), same.extension()));
        } else {
            export(same);
        }
    }

    /// Stops the export that goes on; nothing of it is left.
    public void cancel() {
        cancel.raise();
    }

    private static String name(StoredTake take, ExportKind kind) {
        return kind.suggestedName(Shown.titleOf(take.recipe()), take.recipe().seed());
    }

    private @Nullable StoredTake saved() {
        Shown shown = document.visible();
        return shown == null ? null : shown.saved();
    }

    private void deliver(StoredTake take, Path target) {
        lastFolder = target.toAbsolutePath().getParent();
        ExportKind wanted = kind.get();
        Span span = onlySelection.get() ? selection.get() : null;
        Span looped = loop.get();
        ExportWish.Look seen = look.get();
        boolean captioned = captions.get();
        CancelSignal signal = new CancelSignal();
        cancel = signal;
        working.set(true);
        progress.set(-1);
        note.set("");
        ShareOfWork share = new ShareOfWork(progress::set);
        background.execute(() -> {
            String said = "";
            try {
                new Delivery(new ExportWish(take.whole(), wanted, span, looped, captioned, seen), signal, share).to(target);
                said = "Exported to " + target;
            } catch (Cancelled stopped) {
                said = "The export was stopped.";
            } catch (ChladniFailure failed) {
                onFailure.accept(failed);
            } finally {
                String words = said;
                Platform.runLater(() -> {
                    working.set(false);
                    note.set(words);
                });
            }
        });
    }
}
