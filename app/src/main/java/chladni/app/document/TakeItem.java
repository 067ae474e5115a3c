package chladni.app.document;

import chladni.engine.recipe.Compose;
import chladni.engine.take.TakeNotes;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// One place in the strip: a take that forms, is finished, or was given up before there was anything to keep.
public final class TakeItem {
    private final int number;
    private final long seed;
    private final String title;
    private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
    private final ObjectProperty<TakeNotes> notes = new SimpleObjectProperty<>(TakeNotes.NONE);
    private final ReadOnlyObjectWrapper<@Nullable StepLog> steps = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper stage = new ReadOnlyStringWrapper("");

    /// A take that is about to form.
    public TakeItem(int number, long seed, String title) {
        this.number = number;
        this.seed = seed;
        this.title = title;
    }

    /// A take that is finished.
    public TakeItem(int number, StoredTake saved) {
        this(number, saved.recipe().seed(), Shown.titleOf(saved.recipe()));
        finish(saved);
    }

    public int number() {
        return number;
    }

    public long seed() {
        return seed;
    }

    public String title() {
        return title;
    }

    /// What there is to see so far; null before the first estimate.
    public ReadOnlyObjectProperty<@Nullable Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    public @Nullable Shown shown() {
        return shown.get();
    }

    /// How far it has formed, 0 … 1.
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /// What is being done with it, in words; empty once it is finished.
    public ReadOnlyStringProperty stageProperty() {
        return stage.getReadOnlyProperty();
    }

    public boolean isFinished() {
        return saved() != null;
    }

    /// Where it lies; null while it forms.
    public @Nullable StoredTake saved() {
        Shown now = shown.get();
        return now == null ? null : now.saved();
    }

    /// What its owner says about it.
    public ObjectProperty<TakeNotes> notesProperty() {
        return notes;
    }

    /// The estimates from which it formed; null when they are not known, or no longer.
    public ReadOnlyObjectProperty<@Nullable StepLog> stepsProperty() {
        return steps.getReadOnlyProperty();
    }

    /// @param log null: forgets them
    public void keepSteps(@Nullable StepLog log) {
        steps.set(log);
    }

    /// Whether it was stopped before its last step, so that it can be finished.
    public boolean isDraft() {
        StoredTake saved = saved();
        return saved != null && saved.recipe() instanceof Compose compose
                && saved.made().steps() > 0 && saved.made().steps() < compose.sampling().steps();
    }

    public void form(double progress, String stage) {
        this.progress.set(progress);
        this.stage.set(stage);
    }

    public void estimate(Shown estimate) {
        shown.set(estimate);
    }

    public void finish(StoredTake saved) {
        shown.set(Shown.of(saved));
        form(1, "");
    }
}
