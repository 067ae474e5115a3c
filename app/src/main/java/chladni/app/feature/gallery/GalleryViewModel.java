package chladni.app.feature.gallery;

import chladni.engine.recipe.Recipe;
import chladni.engine.recipe.RecipeJson;
import chladni.engine.take.SavedTake;
import chladni.engine.take.TakeEntry;
import chladni.engine.take.TakeLibrary;
import chladni.engine.take.TakeNotes;
import chladni.engine.take.TakeQuery;
import chladni.engine.take.TakeStore;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What is looked for in the library, what was found, and what can be done with the chosen take.
public final class GalleryViewModel {
    private final TakeLibrary library;
    private final Executor background;
    private final Actions actions;
    private final AtomicBoolean searching = new AtomicBoolean();
    private final StringProperty words = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable String> pack = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable String> kind = new SimpleObjectProperty<>();
    private final ObjectProperty<Days> days = new SimpleObjectProperty<>(Days.ANY);
    private final IntegerProperty leastRating = new SimpleIntegerProperty();
    private final BooleanProperty starred = new SimpleBooleanProperty();
    private final BooleanProperty best = new SimpleBooleanProperty();
    private final BooleanProperty trashed = new SimpleBooleanProperty();
    private final ObjectProperty<TakeQuery.Order> order = new SimpleObjectProperty<>(TakeQuery.Order.NEWEST);
    private final ObservableList<TakeEntry> found = FXCollections.observableArrayList();
    private final ObservableList<String> packs = FXCollections.observableArrayList();
    private final ObservableList<String> kinds = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.BUSY);
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
    private final ObjectProperty<@Nullable TakeEntry> chosen = new SimpleObjectProperty<>();

    /// BUSY: the very first look; EMPTY: there is no take at all; NONE: nothing fits; FAILED: `noteProperty` says why.
    public enum State { BUSY, EMPTY, NONE, FOUND, FAILED }

    /// Where the wishes go that concern the rest of the window.
    public interface Actions {
        void bring(SavedTake take);

        void recall(Part part, Recipe recipe);

        void delete(TakeEntry entry);

        void restore(TakeEntry entry);

        void failed(Throwable failure);
    }

    /// What of a recipe comes back into the panel.
    public enum Part { ALL, SEED, PROMPTS, REMIX }

    /// @param background one thread: what is done to files is done in order
    public GalleryViewModel(TakeLibrary library, Executor background, Actions actions) {
        this.library = library;
        this.background = background;
        this.actions = actions;
        List.of(words, pack, kind, days, leastRating, starred, best, trashed, order).forEach(wish -> wish.addListener(_ -> search()));
    }

    public StringProperty wordsProperty() {
        return words;
    }

    /// null: any.
    public ObjectProperty<@Nullable String> packProperty() {
        return pack;
    }

    /// null: any.
    public ObjectProperty<@Nullable String> kindProperty() {
        return kind;
    }

    public ObjectProperty<Days> daysProperty() {
        return days;
    }

    public IntegerProperty leastRatingProperty() {
        return leastRating;
    }

    /// Only the best by both scores.
    public BooleanProperty bestProperty() {
        return best;
    }

    public BooleanProperty starredProperty() {
        return starred;
    }

    /// Whether the trash is shown instead of the takes.
    public BooleanProperty trashedProperty() {
        return trashed;
    }

    public ObjectProperty<TakeQuery.Order> orderProperty() {
        return order;
    }

    public ObservableList<TakeEntry> found() {
        return found;
    }

    /// Packs that any take was made with.
    public ObservableList<String> packs() {
        return packs;
    }

    public ObservableList<String> kinds() {
        return kinds;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// "1 204 takes", or what went wrong.
    public ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    public ObjectProperty<@Nullable TakeEntry> chosenProperty() {
        return chosen;
    }

    public @Nullable TakeEntry chosen() {
        return chosen.get();
    }

    /// Looks at what is there, then at what other programs may have changed.
    public void open() {
        search();
        background.execute(() -> {
            guarded(library::refresh);
            Platform.runLater(this::search);
        });
    }

    public void search() {
        if (!searching.getAndSet(true)) {
            Platform.runLater(this::ask); // several wishes at once are one question
        }
    }

    private void ask() {
        searching.set(false); // a wish from here on is a question of its own
        TakeQuery query = query();
        boolean onlyBest = best.get();
        background.execute(() -> guarded(() -> {
            List<TakeEntry> answer = onlyBest ? BestOfBoth.of(library.search(query)) : library.search(query);
            List<TakeEntry> all = library.search(TakeQuery.ALL.inTrash(query.trashed()));
            Platform.runLater(() -> show(answer, all));
        }));
    }

    private TakeQuery query() {
        String onlyPack = pack.get();
        String onlyKind = kind.get();
        TakeQuery query = TakeQuery.ALL.withWords(words.get()).withStar(starred.get()).withLeastRating(leastRating.get())
                .inTrash(trashed.get()).ordered(order.get()).withPacks(onlyPack == null ? Set.of() : Set.of(onlyPack))
                .withKinds(onlyKind == null ? Set.of() : Set.of(onlyKind));
        return days.get().in(query, LocalDate.now());
    }

    private void show(List<TakeEntry> answer, List<TakeEntry> all) {
        TakeEntry before = chosen.get();
        int place = before == null ? 0 : indexOf(before.folder());
        renew(packs, all.stream().flatMap(entry -> entry.packs().stream()).toList());
        renew(kinds, all.stream().map(TakeEntry::kind).toList());
        if (!answer.equals(found)) {
            found.setAll(answer);
        }
        int same = before == null ? -1 : indexOf(before.folder());
        chosen.set(found.isEmpty() ? null : found.get(same >= 0 ? same : Math.clamp(place, 0, found.size() - 1)));
        state.set(!answer.isEmpty() ? State.FOUND : all.isEmpty() ? State.EMPTY : State.NONE);
        note.set(answer.size() == all.size() ? count(all.size()) : "%,d of %s".formatted(answer.size(), count(all.size())));
    }

    private static String count(int takes) {
        return takes == 1 ? "1 take" : "%,d takes".formatted(takes);
    }

    private static void renew(ObservableList<String> list, List<String> now) {
        List<String> sorted = new ArrayList<>(new TreeSet<>(now));
        if (!sorted.equals(list)) {
            list.setAll(sorted);
        }
    }

    private int indexOf(Path folder) {
        for (int i = 0; i < found.size(); i++) {
            if (found.get(i).folder().equals(folder)) {
                return i;
            }
        }
        return -1;
    }

    /// Goes on by some places.
    public void move(int by) {
        if (!found.isEmpty()) {
            TakeEntry now = chosen.get();
            int at = now == null ? 0 : indexOf(now.folder());
            chosen.set(found.get(Math.clamp((long) at + by, 0, found.size() - 1)));
        }
    }

    /// Puts the chosen take into the strip and on the canvas.
    public void accept() {
        TakeEntry entry = chosen.get();
        if (entry != null && entry.trashed() == null) {
            read(entry, actions::bring);
        }
    }

    private void read(TakeEntry entry, Consumer<SavedTake> then) {
        background.execute(() -> guarded(() -> {
            SavedTake take = TakeStore.read(entry.folder());
            Platform.runLater(() -> then.accept(take));
        }));
    }

    public void recall(Part part) {
        TakeEntry entry = chosen.get();
        if (entry != null) {
            background.execute(() -> guarded(() -> {
                Recipe recipe = RecipeJson.read(entry.folder().resolve("recipe.json"));
                Platform.runLater(() -> actions.recall(part, recipe));
            }));
        }
    }

    public void delete() {
        TakeEntry entry = chosen.get();
        if (entry != null && entry.trashed() == null) {
            actions.delete(entry);
        }
    }

    public void restore() {
        TakeEntry entry = chosen.get();
        if (entry != null && entry.trashed() != null) {
            actions.restore(entry);
        }
    }

    public void toggleStar() {
        TakeEntry entry = chosen.get();
        if (entry != null) {
            note(entry, entry.notes().withStar(!entry.notes().starred()));
        }
    }

    public void rate(int stars) {
        TakeEntry entry = chosen.get();
        if (entry != null) {
            note(entry, entry.notes().withRating(stars));
        }
    }

    private void note(TakeEntry entry, TakeNotes notes) {
        int place = indexOf(entry.folder());
        if (place >= 0 && entry.trashed() == null) {
            TakeEntry noted = entry.withNotes(notes); // at once for the eye, the files follow
            found.set(place, noted);
            chosen.set(noted);
            background.execute(() -> guarded(() -> {
                library.note(entry.folder(), notes);
                Platform.runLater(this::search);
            }));
        }
    }

    @SuppressWarnings("CatchingUnchecked") // whatever goes wrong, the gallery says so and goes on
    private void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failed) {
            Platform.runLater(() -> {
                state.set(found.isEmpty() ? State.FAILED : State.FOUND);
                note.set(String.valueOf(failed.getMessage()));
                actions.failed(failed);
            });
        }
    }
}
