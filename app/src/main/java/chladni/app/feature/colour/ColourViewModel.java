package chladni.app.feature.colour;

import chladni.app.bench.PackCard;
import chladni.app.control.NumberScale;
import chladni.app.control.Parameter;
import chladni.app.control.Setting;
import chladni.app.document.Document;
import chladni.app.document.Shown;
import chladni.app.document.StoredTake;
import chladni.app.document.TakeItem;
import chladni.engine.pack.PackKind;
import chladni.engine.recipe.Colourise;
import chladni.engine.recipe.Compose;
import chladni.engine.recipe.Recipe;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What to colour, how, and what came of it.
public final class ColourViewModel {
    private static final int SEEDS = 100_000_000;
    private static final double PAPER_GUIDANCE = 10;

    private final Document document;
    private final ObservableList<PackCard> packs;
    private final Consumer<Recipe> start;
    private final RandomGenerator random;
    private final Setting count = new Setting(new Parameter("tries", "Tries", NumberScale.whole(1, 64), Colourise.DEFAULT_TRIES,
            "how many to choose from: the seed, the seed + 1, …"));
    private final Setting steps = new Setting(new Parameter("colour-steps", "Steps", NumberScale.whole(4, 200), Colourise.DEFAULT_STEPS,
            "steps from noise to colours."));
    private final Setting guidance = new Setting(new Parameter("colour-guidance", "Guidance", NumberScale.decimal(0, 30, 0.5, 1),
            PAPER_GUIDANCE, "how closely the colours keep to the words."));
    private final StringProperty prompt = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
    private final ObservableList<TakeItem> tries = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable TakeItem> picked = new SimpleObjectProperty<>();
    private final InvalidationListener gather = _ -> gather();
    private Set<TakeItem> before = Set.of();
    private final ObjectProperty<@Nullable StoredTake> source = new SimpleObjectProperty<>();

    /// @param packs what there is to choose from
    /// @param start puts a recipe into the queue
    public ColourViewModel(Document document, ObservableList<PackCard> packs, Consumer<Recipe> start, RandomGenerator random) {
        this.document = document;
        this.packs = packs;
        this.start = start;
        this.random = random;
        document.takes().addListener((ListChangeListener<TakeItem>) change -> {
            while (change.next()) {
                change.getAddedSubList().forEach(item -> item.shownProperty().addListener(gather));
            }
            gather();
        });
        packs.addListener((InvalidationListener) _ -> look());
    }

    public Setting count() {
        return count;
    }

    public Setting steps() {
        return steps;
    }

    public Setting guidance() {
        return guidance;
    }

    /// What it should look like in colours; empty: a colourful photo of what the take was to look like.
    public StringProperty promptProperty() {
        return prompt;
    }

    /// Why nothing can be coloured now; empty when it can.
    public ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    /// What came of the last go, in the order of the seeds.
    public ObservableList<TakeItem> tries() {
        return tries;
    }

    /// The try that is looked at; null: none yet.
    public ObjectProperty<@Nullable TakeItem> pickedProperty() {
        return picked;
    }

    /// What is coloured; null: nothing yet.
    public ObjectProperty<@Nullable StoredTake> sourceProperty() {
        return source;
    }

    /// Takes what the canvas shows as what is to be coloured.
    public void look() {
        Shown shown = document.visible();
        StoredTake saved = shown == null ? null : shown.saved();
        if (saved != null && !(saved.recipe() instanceof Colourise)) {
            source.set(saved);
        }
        note.set(whyNot());
    }

    private String whyNot() {
        if (pack(PackKind.COLOUR).isEmpty()) {
            return "There is no colour pack on this machine. Packs… says what there is and where it is looked for.";
        }
        return source.get() == null ? "Choose or make a take first: its grey decides what is coloured." : "";
    }

    /// The words that an empty prompt stands for.
    public String suggestion() {
        StoredTake take = source.get();
        return take != null && take.recipe() instanceof Compose recipe
                ? "a colourful photo of: " + recipe.voices().getFirst().prompt() : "what it should look like";
    }

    /// Makes the tries.
    public void begin() {
        StoredTake take = source.get();
        Optional<PackCard> colours = pack(PackKind.COLOUR);
        if (take == null || colours.isEmpty()) {
            return;
        }
        before = new HashSet<>(document.takes());
        tries.clear();
        picked.set(null);
        int all = (int) steps.get();
        start.accept(new Colourise(random.nextInt(SEEDS), (int) count.get(), take.folder(), colours.get().id(), prompt.get().strip(), "",
                all, Colourise.startOf(all), guidance.get(), pack(PackKind.ENLARGE).map(PackCard::id).orElse("")));
    }

    /// Puts a try on the canvas, to be seen there.
    public void pick(TakeItem item) {
        picked.set(item);
        document.look(item);
    }

    /// Keeps the one that is looked at on the canvas.
    public void keep() {
        TakeItem item = picked.get();
        if (item != null) {
            document.look(item);
            document.acceptLooked();
        }
    }

    private Optional<PackCard> pack(PackKind kind) {
        return packs.stream().filter(pack -> pack.kind() == kind).findFirst();
    }

    private void gather() {
        List<TakeItem> now = document.takes().stream().filter(item -> !before.contains(item) && isColoured(item)).toList();
        if (!before.isEmpty() && !now.equals(tries)) {
            tries.setAll(now);
            if (picked.get() == null && !now.isEmpty()) {
                picked.set(now.getFirst());
            }
        }
    }

    private static boolean isColoured(TakeItem item) {
        Shown shown = item.shown();
        return shown != null && shown.recipe() instanceof Colourise;
    }
}
