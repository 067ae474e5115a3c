package chladni.app.feature.takes;

import chladni.app.document.Document;
import chladni.app.document.TakeItem;
import chladni.engine.take.TakeNotes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;
import org.jspecify.annotations.Nullable;

/// The takes of the strip side by side, to choose the best of many.
public final class CompareViewModel {
    private final ObservableList<TakeItem> takes;
    private final Drafts drafts;
    private final Actions actions;
    private final ObjectProperty<@Nullable TakeItem> cursor = new SimpleObjectProperty<>();
    private final ObservableSet<TakeItem> chosen = FXCollections.observableSet();
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");

    /// What is done elsewhere; `otherwise` hears why there is nothing to do.
    public interface Actions {
        /// Makes drafts from the panel.
        void draft(Consumer<String> otherwise);

        void accept(TakeItem item);

        void note(TakeItem item, TakeNotes notes);

        void delete(TakeItem item);

        void finish(List<TakeItem> items);

        void finishBest(Consumer<String> otherwise);
    }

    public CompareViewModel(Document document, Drafts drafts, Actions actions) {
        takes = document.takes();
        this.drafts = drafts;
        this.actions = actions;
        takes.addListener((ListChangeListener<TakeItem>) _ -> {
            chosen.removeIf(item -> !takes.contains(item));
            if (!takes.contains(cursor.get())) {
                cursor.set(takes.isEmpty() ? null : takes.getLast());
            }
            tell();
        });
        chosen.addListener((SetChangeListener<TakeItem>) _ -> tell());
    }

    /// Comes up with the take that is looked at.
    public void open(@Nullable TakeItem looked) {
        cursor.set(looked == null && !takes.isEmpty() ? takes.getLast() : looked);
        tell();
    }

    /// Oldest first.
    public ObservableList<TakeItem> takes() {
        return takes;
    }

    public Drafts drafts() {
        return drafts;
    }

    /// The take that keys are for.
    public ObjectProperty<@Nullable TakeItem> cursorProperty() {
        return cursor;
    }

    /// The takes that were chosen for something to be done with all of them.
    public ObservableSet<TakeItem> chosen() {
        return chosen;
    }

    /// How many there are of what.
    public ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    public void move(int by) {
        if (!takes.isEmpty()) {
            int at = takes.indexOf(cursor.get());
            cursor.set(takes.get(Math.clamp(at < 0 ? 0 : at + by, 0, takes.size() - 1)));
        }
    }

    public void choose(TakeItem item) {
        if (!chosen.remove(item)) {
            chosen.add(item);
        }
    }

    public void draft() {
        actions.draft(note::set);
    }

    public void accept() {
        TakeItem item = cursor.get();
        if (item != null && item.isFinished()) {
            actions.accept(item);
        }
    }

    /// Stars, rates or unstars what is chosen, or else the take at the cursor.
    public void toggleStar() {
        List<TakeItem> meant = meant();
        boolean all = meant.stream().allMatch(item -> item.notesProperty().get().starred());
        meant.forEach(item -> actions.note(item, item.notesProperty().get().withStar(!all)));
    }

    public void rate(int rating) {
        meant().forEach(item -> actions.note(item, item.notesProperty().get().withRating(rating)));
    }

    public void delete() {
        meant().forEach(actions::delete);
    }

    public void finish() {
        actions.finish(meant());
        chosen.clear();
    }

    public void finishBest() {
        actions.finishBest(note::set);
    }

    /// What is chosen, or else the take at the cursor; only what is finished.
    private List<TakeItem> meant() {
        List<TakeItem> meant = new ArrayList<>(takes.stream().filter(chosen::contains).toList());
        TakeItem item = cursor.get();
        if (meant.isEmpty() && item != null) {
            meant.add(item);
        }
        meant.removeIf(one -> !one.isFinished());
        return meant;
    }

    private void tell() {
        long begun = takes.stream().filter(TakeItem::isDraft).count();
        note.set((takes.size() == 1 ? "1 take" : takes.size() + " takes")
                + (begun == 0 ? "" : begun == 1 ? " · 1 draft" : " · " + begun + " drafts")
                + (chosen.isEmpty() ? "" : " · " + chosen.size() + " chosen"));
    }
}
