package chladni.app.document;

import chladni.engine.take.SavedTake;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableObjectValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The takes and what is on the canvas. A take is first only *looked at*: the canvas shows it, and going back costs nothing;
/// *accepting* it keeps it there.
public final class Document {
    private final TakeMemory memory = new TakeMemory();
    private final ObservableList<TakeItem> takes = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable TakeItem> looked = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable TakeItem> glanced = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<@Nullable TakeItem> seen = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<@Nullable Shown> step = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<@Nullable Shown> accepted = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Shown> visible = new ReadOnlyObjectWrapper<>();
    private final ChangeListener<@Nullable Shown> onForming = (_, _, _) -> refresh();
    private final History history = new History();
    private final Painting painting = new Painting(history);
    private final ObjectProperty<@Nullable Span> selection = new SimpleObjectProperty<>();

    public Document() {
        seen.addListener((_, before, now) -> {
            if (before != null) {
                before.shownProperty().removeListener(onForming);
            }
            if (now != null) {
                now.shownProperty().addListener(onForming);
            }
            step.set(null);
            refresh();
        });
        looked.addListener((_, _, _) -> seen.set(glanced.get() == null ? looked.get() : glanced.get()));
        glanced.addListener((_, _, now) -> seen.set(now == null ? looked.get() : now));
        step.addListener((_, _, _) -> refresh());
        accepted.addListener((_, _, _) -> refresh());
        visible.addListener((_, _, now) -> painting.fit(now));
        visible.addListener(_ -> hold());
        accepted.addListener(_ -> hold());
    }

    /// What was done to takes and canvas, to be undone.
    public History history() {
        return history;
    }

    /// The mask and the balance over the canvas.
    public Painting painting() {
        return painting;
    }

    /// The stretch of time that is chosen for playing and exporting; null: all of it.
    public ObjectProperty<@Nullable Span> selectionProperty() {
        return selection;
    }

    /// Oldest first.
    public ObservableList<TakeItem> takes() {
        return takes;
    }

    /// The take in the strip that is looked at; null: what was accepted is shown.
    public ObjectProperty<@Nullable TakeItem> lookedProperty() {
        return looked;
    }

    public @Nullable TakeItem looked() {
        return looked.get();
    }

    /// The take under the pointer, which is seen until the pointer goes on; null: none is.
    public ObjectProperty<@Nullable TakeItem> glancedProperty() {
        return glanced;
    }

    /// The take that is glanced at, or else looked at.
    public ReadOnlyObjectProperty<@Nullable TakeItem> seenProperty() {
        return seen.getReadOnlyProperty();
    }

    public @Nullable TakeItem seen() {
        return seen.get();
    }

    /// An earlier step of the take that is seen, shown in its place; null: the take itself.
    public ObjectProperty<@Nullable Shown> stepProperty() {
        return step;
    }

    /// What stays on the canvas when nothing else is looked at.
    public ReadOnlyObjectProperty<@Nullable Shown> acceptedProperty() {
        return accepted.getReadOnlyProperty();
    }

    /// What the canvas shows now; null only before there has been anything.
    public ReadOnlyObjectProperty<@Nullable Shown> visibleProperty() {
        return visible.getReadOnlyProperty();
    }

    public @Nullable Shown visible() {
        return visible.get();
    }

    /// Puts the takes of the last sitting back where they were.
    ///
    /// @param staged oldest first
    /// @param onCanvas one of them, or another; null: the newest
    public void restore(List<SavedTake> staged, @Nullable SavedTake onCanvas) {
        for (SavedTake saved : staged) {
            takes.add(new TakeItem(nextNumber(), memory.keep(saved)));
        }
        TakeItem place = at(onCanvas, takes).orElse(onCanvas == null && !takes.isEmpty() ? takes.getLast() : null);
        look(place);
        accepted.set(place != null ? place.shown() : onCanvas == null ? null : Shown.of(memory.keep(onCanvas)));
    }

    /// Puts takes from disk into the strip, newest first as the store gives them, and the newest on the canvas.
    public void fill(List<SavedTake> newest) {
        for (SavedTake saved : newest.reversed()) {
            takes.add(new TakeItem(nextNumber(), memory.keep(saved)));
        }
        if (!takes.isEmpty()) {
            look(takes.getLast());
            accepted.set(takes.getLast().shown()); // where a sitting begins is no step
        }
    }

    /// A new place at the end of the strip for a take that is about to form.
    public TakeItem begin(long seed, String title) {
        TakeItem item = new TakeItem(nextNumber(), seed, title);
        takes.add(item);
        return item;
    }

    /// Takes an unfinished take out of the strip; whoever looked at it is back at what was accepted.
    public void giveUp(TakeItem item) {
        blink(item);
        if (looked.get() == item) {
            looked.set(null);
        }
        takes.remove(item);
    }

    /// What is gone cannot be glanced at.
    private void blink(TakeItem item) {
        if (glanced.get() == item) {
            glanced.set(null);
        }
    }

    public void look(@Nullable TakeItem item) {
        looked.set(item);
    }

    /// A take has become what it was to be; the very first one stays on the canvas by itself.
    public void finish(TakeItem item, SavedTake saved) {
        item.finish(memory.keep(saved));
        if (accepted.get() == null) {
            accepted.set(item.shown());
        }
    }

    /// Keeps what is seen on the canvas; an estimate cannot be kept.
    public void acceptLooked() {
        TakeItem item = seen.get();
        Shown shown = item == null ? null : item.shown();
        step.set(null);
        if (item != null && shown != null && item.isFinished() && !shown.equals(accepted.get())) {
            history.perform(putting("Accepted take " + item.number(), shown));
        }
    }

    /// Puts something that is no take, such as an opened sound, on the canvas.
    public void show(Shown shown) {
        history.perform(putting("Opened " + shown.title(), shown));
    }

    /// A take made of what is on the canvas, such as by a repair, comes into the strip and onto the canvas in one step.
    public void continueWith(String name, SavedTake saved) {
        TakeItem item = new TakeItem(nextNumber(), memory.keep(saved));
        Shown before = accepted.get();
        history.perform(Edit.of(name, () -> {
            takes.add(item);
            put(item.shown());
        }, () -> {
            put(before);
            takes.remove(item);
        }));
    }

    /// Takes a finished take out of the strip. Where it was looked at or on the canvas, its neighbour comes in its place; the last one of
    /// all stays on the canvas.
    ///
    /// @return puts everything back
    public Runnable remove(TakeItem item) {
        int place = takes.indexOf(item);
        Shown before = accepted.get();
        TakeItem lookedBefore = looked.get();
        boolean onCanvas = item.shown() != null && item.shown().equals(before);
        blink(item);
        takes.remove(item);
        TakeItem next = takes.isEmpty() ? null : takes.get(Math.clamp(place, 0, takes.size() - 1));
        if (lookedBefore == item) {
            looked.set(next);
        }
        if (onCanvas && next != null && next.isFinished()) {
            accepted.set(next.shown());
        }
        return () -> {
            takes.add(Math.clamp(place, 0, takes.size()), item);
            accepted.set(onCanvas ? item.shown() : before);
            looked.set(lookedBefore);
        };
    }

    /// A take from the library comes onto the canvas, and into the strip where it is not there yet.
    public void bring(SavedTake saved) {
        TakeItem there = at(saved, takes).orElse(null);
        if (there == null) {
            continueWith("Brought “" + Shown.titleOf(saved.take().recipe()) + "” from the gallery", saved);
        } else {
            look(there);
            acceptLooked();
        }
    }

    /// Puts the takes of a project in place of those in the strip, as one step; takes that form stay.
    ///
    /// @param onCanvas one of them; null: the newest
    public void replace(String name, List<SavedTake> staged, @Nullable SavedTake onCanvas) {
        List<TakeItem> before = List.copyOf(takes);
        Shown acceptedBefore = accepted.get();
        List<TakeItem> now = new ArrayList<>();
        for (SavedTake saved : staged) {
            now.add(new TakeItem(now.size() + 1, memory.keep(saved)));
        }
        TakeItem place = at(onCanvas, now).orElse(now.isEmpty() ? null : now.getLast());
        before.stream().filter(item -> !item.isFinished()).forEach(now::add);
        history.perform(Edit.of(name, () -> exchange(now, place == null ? acceptedBefore : place.shown()), () -> exchange(before, acceptedBefore)));
    }

    private void exchange(List<TakeItem> now, @Nullable Shown onCanvas) {
        glanced.set(null);
        looked.set(null);
        takes.setAll(now);
        put(onCanvas);
    }

    private static Optional<TakeItem> at(@Nullable SavedTake wanted, List<TakeItem> among) {
        return among.stream().filter(item -> {
            StoredTake saved = item.saved();
            return wanted != null && saved != null && saved.folder().equals(wanted.folder());
        }).findFirst();
    }

    /// The place in the strip of what is shown; null when it has none.
    public @Nullable TakeItem itemOf(@Nullable Shown shown) {
        return takes.stream().filter(item -> shown != null && shown.equals(item.shown())).findFirst().orElse(null);
    }

    private Edit putting(String name, Shown shown) {
        Shown before = accepted.get();
        return Edit.of(name, () -> put(shown), () -> put(before));
    }

    private void put(@Nullable Shown shown) {
        accepted.set(shown);
        looked.set(itemOf(shown));
    }

    private int nextNumber() {
        return takes.isEmpty() ? 1 : takes.getLast().number() + 1;
    }

    /// What the canvas shows, and what it goes back to, stays in memory.
    private void hold() {
        memory.show(Stream.of(visible, accepted).map(ObservableObjectValue::get).filter(Objects::nonNull).map(Shown::saved)
                .filter(Objects::nonNull).collect(Collectors.toSet()));
    }

    private void refresh() {
        TakeItem item = seen.get();
        Shown now = item == null ? null : step.get() == null ? item.shown() : step.get();
        visible.set(now == null ? accepted.get() : now);
    }
}
