package chladni.app.feature.voices;

import chladni.app.bench.PackCard;
import chladni.app.document.Flow;
import chladni.app.document.Paces;
import chladni.app.settings.Settings;
import chladni.engine.recipe.Canvas;
import chladni.engine.recipe.Compose;
import chladni.engine.recipe.Recipe;
import chladni.engine.recipe.Variation;
import chladni.engine.recipe.Weight;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Everything that makes up the next recipe.
public final class VoicesViewModel {
    private final RandomGenerator random;
    private final Ensemble ensemble;
    private final RunSettings run = new RunSettings();
    private final FlowSettings flow = new FlowSettings();
    private final UnfinishedTakes unfinished;
    private final Paces paces;
    private final StringProperty seed = new SimpleStringProperty("");
    private final ObjectProperty<List<Variation>> variations = new SimpleObjectProperty<>(List.of());
    private final BooleanProperty seedLocked = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable Start> start = new SimpleObjectProperty<>();
    private final BooleanBinding ready;
    private final StringBinding note;

    /// What there is before anyone has chosen anything.
    ///
    /// @param packs what there is to choose from
    public record Packs(PackCard picture, PackCard sound, ObservableList<PackCard> all) {}

    /// @param unfinished takes that can go on
    /// @param paces how fast this machine is
    public VoicesViewModel(Packs packs, UnfinishedTakes unfinished, Paces paces, RandomGenerator random) {
        this.random = random;
        this.unfinished = unfinished;
        this.paces = paces;
        ensemble = new Ensemble(packs.picture, packs.sound, packs.all);
        run.steps().rebase(packs.picture.defaults().steps());
        ready = Bindings.createBooleanBinding(this::isReady, ensemble.voices(), flow.flowProperty());
        note = Bindings.createStringBinding(this::noteNow, ensemble.voices(), seed, flow.flowProperty(), start);
        rollSeed();
    }

    public Ensemble ensemble() {
        return ensemble;
    }

    /// The first picture voice.
    public VoiceModel picture() {
        return ensemble.first(VoiceKind.PICTURE);
    }

    /// The first sound voice.
    public VoiceModel sound() {
        return ensemble.first(VoiceKind.SOUND);
    }

    RunSettings run() {
        return run;
    }

    /// Which way picture and sound come together.
    public FlowSettings flow() {
        return flow;
    }

    /// Takes that were left before their end.
    public UnfinishedTakes unfinished() {
        return unfinished;
    }

    /// The recipe that goes the chosen way with these voices.
    public Recipe asChosen(Compose compose) {
        return flow.applied(compose, ensemble.voices().stream().filter(VoiceModel::speaks).map(VoiceModel::kind).toList());
    }

    /// How long one take will take, going by those made before; nothing when there are none to go by.
    Optional<Double> secondsATake() {
        List<String> packs = ensemble.voices().stream().filter(VoiceModel::speaks).map(voice -> voice.pack().id()).toList();
        Flow way = flow.flowProperty().get();
        return paces.seconds(way, packs, (int) (way == Flow.DISTIL ? flow.iterations() : run.steps()).get());
    }

    /// Everything that changes how long a take takes.
    List<Observable> whatTakesTime() {
        return List.of(paces.changesProperty(), ensemble.voices(), flow.flowProperty(), flow.iterations().valueProperty(), stepsProperty(), takesProperty());
    }

    private boolean isReady() {
        return flow.flowProperty().get() == Flow.IMPRINT ? ensemble.speaks(VoiceKind.PICTURE) && ensemble.speaks(VoiceKind.SOUND) : ensemble.speaks();
    }

    /// 0 all picture … 1 all sound.
    public DoubleProperty balanceProperty() {
        return ensemble.balanceProperty();
    }

    public DoubleProperty stepsProperty() {
        return run.steps().valueProperty();
    }

    public DoubleProperty takesProperty() {
        return run.takes().valueProperty();
    }

    public DoubleProperty temperatureProperty() {
        return run.temperature().valueProperty();
    }

    public StringProperty samplerProperty() {
        return run.samplerProperty();
    }

    /// Length of the takes in columns; 0: as the pack has it.
    public IntegerProperty columnsProperty() {
        return run.columnsProperty();
    }

    public StringProperty seedProperty() {
        return seed;
    }

    /// Whether the seed stays for the next run.
    public BooleanProperty seedLockedProperty() {
        return seedLocked;
    }

    /// How the seed's noise is varied, because a take that was made so has been recalled; empty: not at all.
    public ObjectProperty<List<Variation>> variationsProperty() {
        return variations;
    }

    /// What to start from; null: pure noise.
    public ObjectProperty<@Nullable Start> startProperty() {
        return start;
    }

    public DoubleProperty strengthProperty() {
        return run.strength().valueProperty();
    }

    /// Whether there is anything to make.
    public BooleanBinding readyProperty() {
        return ready;
    }

    /// What will be left out or done differently from what stands there; empty when all is plain.
    public StringBinding noteProperty() {
        return note;
    }

    public void rollSeed() {
        seed.set(Seed.text(Seed.fresh(random)));
        variations.set(List.of());
    }

    /// The recipe as the panel stands; a fresh seed is rolled unless it is locked. Its prompts go into the history.
    public Compose recipe() {
        if (!seedLocked.get() || Seed.parse(seed.get()).isEmpty()) {
            rollSeed();
        }
        ensemble.voices().forEach(voice -> voice.history().remember(voice.promptProperty().get().strip()));
        Start from = start.get();
        return run.applyTo(Compose.of(Seed.parse(seed.get()).orElseThrow(), ensemble.recipe()).withVariations(variations.get())
                .withCanvas(from == null ? null : new Canvas(from.from(), run.strength().get(), from.mask())));
    }

    /// Puts a take's recipe back into the panel, with its seed locked so that Generate makes the same take.
    public void recall(Compose recipe) {
        recallButSeed(recipe);
        recallSeed(recipe);
    }

    /// Everything but the seed.
    public void recallButSeed(Compose recipe) {
        recallPrompts(recipe);
        run.recall(recipe);
        Canvas canvas = recipe.canvas();
        start.set(canvas == null ? null
                : new Start(canvas.from(), String.valueOf(canvas.from().getFileName()), canvas.mask()));
    }

    /// The voices: words, packs, numbers and balance.
    public void recallPrompts(Compose recipe) {
        ensemble.recall(recipe);
    }

    public void recallSeed(Compose recipe) {
        seed.set(Seed.text(recipe.seed()));
        variations.set(recipe.variations());
        run.takes().set(recipe.takes());
        seedLocked.set(true);
    }

    /// The panel as presets and projects keep it.
    public PanelMemory memory() {
        return new PanelMemory(this);
    }

    /// Ties everything here to the settings file.
    public void keepIn(Settings settings) {
        settings.keep("balance", ensemble.balanceProperty());
        run.all().forEach(setting -> settings.keep(setting.about().id(), setting.valueProperty()));
        settings.keep("sampler", run.samplerProperty());
        flow.keepIn(settings);
        settings.keep("seed", seed);
        settings.keep("seed.locked", seedLocked);
        VoicesMemory memory = new VoicesMemory(ensemble);
        settings.keepTree("voices", memory::read, memory::write);
        InvalidationListener changed = _ -> settings.changed();
        ensemble.voices().addListener(changed);
        ensemble.voices().forEach(voice -> voice.settings().forEach(setting -> setting.valueProperty().addListener(changed)));
    }

    /// Says under a voice when its model does not see all of its words, half a second after the last change.
    ///
    /// @param cut pack and prompt → a sentence, or nothing; takes a moment
    ///
    /// @return ends it
    public Runnable watchLength(BiFunction<String, String, Optional<String>> cut, java.util.concurrent.Executor background) {
        PromptWatch watch = new PromptWatch(ensemble, cut, background);
        watch.begin();
        return watch::end;
    }

    private String noteNow() {
        if (Seed.parse(seed.get()).isEmpty()) {
            return "The seed is no whole number: a fresh one will be used.";
        }
        if (!ensemble.speaks()) {
            return "Say what it should look like or sound like.";
        }
        List<PackCard> used = ensemble.voices().stream().filter(VoiceModel::speaks).map(VoiceModel::pack).distinct().toList();
        for (PackCard pack : used) {
            if (!pack.isHere()) {
                return "The pack " + pack.id() + " is not on this machine: choose another, or fetch it under Packs.";
            }
            if (pack.bands() != used.getFirst().bands()) {
                return "%s and %s draw at different sizes: choose packs that belong together."
                        .formatted(used.getFirst().title(), pack.title());
            }
        }
        Flow way = flow.flowProperty().get();
        if (way == Flow.IMPRINT && !isReady()) {
            return "An imprint needs words for the picture and for the sound.";
        }
        if (way != Flow.JOINT && start.get() != null) {
            return "Only Together can start from something: an imprint or a distillation begins anew.";
        }
        if (!ensemble.speaks(VoiceKind.PICTURE)) {
            return "No picture words: the take follows the sound alone.";
        }
        return ensemble.speaks(VoiceKind.SOUND) ? "" : "No sound words: the take follows the picture alone.";
    }

    /// The map that is painted for a voice; null: its weight is the same everywhere.
    public ObjectProperty<Weight.@Nullable Painted> paintedProperty(VoiceKind kind) {
        return ensemble.first(kind).paintedProperty();
    }
}
