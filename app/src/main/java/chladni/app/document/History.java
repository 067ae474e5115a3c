package chladni.app.document;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Everything that was done to the document, as named steps that can be undone and done again. The oldest steps are forgotten
/// when there are too many or when they hold too much memory. For the FX thread only.
public final class History {
    /// Strokes keep the rectangle they changed: a thousand of them over the whole of a long canvas.
    private static final long MOST_BYTES = 64L << 20;
    private static final int MOST_STEPS = 1000;

    private final InstantSource clock;
    private final ObservableList<Step> done = FXCollections.observableArrayList();
    private final ObservableList<Step> shownDone = FXCollections.unmodifiableObservableList(done);
    private final Deque<Step> undone = new ArrayDeque<>();
    private final ReadOnlyStringWrapper undoName = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper redoName = new ReadOnlyStringWrapper("");
    private long bytes;

    /// @param when the moment it was done
    public record Step(Edit edit, Instant when) {
        public String name() {
            return edit.name();
        }
    }

    public History() {
        this(InstantSource.system());
    }

    public History(InstantSource clock) {
        this.clock = clock;
    }

    /// Does something and remembers it; what had been undone is forgotten.
    public void perform(Edit edit) {
        edit.redo();
        did(edit);
    }

    /// Remembers something that has been done already, such as a stroke that was painted as the pointer moved.
    public void did(Edit edit) {
        undone.forEach(step -> bytes -= step.edit().bytes());
        undone.clear();
        done.addLast(new Step(edit, clock.instant()));
        bytes += edit.bytes();
        while (done.size() > MOST_STEPS || bytes > MOST_BYTES && done.size() > 1) {
            bytes -= done.removeFirst().edit().bytes();
        }
        rename();
    }

    /// Takes the last step back; does nothing when there is none.
    public void undo() {
        if (!done.isEmpty()) {
            Step step = done.removeLast();
            step.edit().undo();
            undone.push(step);
            rename();
        }
    }

    /// Does again what was undone last; does nothing when there is none.
    public void redo() {
        if (!undone.isEmpty()) {
            Step step = undone.pop();
            step.edit().redo();
            done.addLast(step);
            rename();
        }
    }

    /// What has been done and not undone, oldest first; observable.
    public ObservableList<Step> steps() {
        return shownDone;
    }

    /// Name of what undo would take back; empty when there is nothing.
    public ReadOnlyStringProperty undoNameProperty() {
        return undoName.getReadOnlyProperty();
    }

    /// Name of what redo would do again; empty when there is nothing.
    public ReadOnlyStringProperty redoNameProperty() {
        return redoName.getReadOnlyProperty();
    }

    public ObservableValue<Boolean> canUndoProperty() {
        return undoName.isNotEmpty();
    }

    public ObservableValue<Boolean> canRedoProperty() {
        return redoName.isNotEmpty();
    }

    private void rename() {
        undoName.set(done.isEmpty() ? "" : done.getLast().name());
        Step next = undone.peek();
        redoName.set(next == null ? "" : next.name());
    }
}
