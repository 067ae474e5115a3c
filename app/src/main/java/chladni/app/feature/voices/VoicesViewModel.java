package chladni.app.feature.voices;

import chladni.app.bench.PackCard;
import chladni.app.settings.Settings;
import chladni.engine.recipe.Canvas;
import chladni.engine.recipe.Compose;
import chladni.engine.recipe.Sampling;
import chladni.engine.recipe.Voice;
import chladni.engine.recipe.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// Everything that makes up the next recipe.
public final class VoicesViewModel {
    private static final double EVEN = 0.5;
    private static final int TAKES = 4;

    private final RandomGenerator random;
    private final VoiceModel picture;
    private final VoiceModel sound;
    private final DoubleProperty balance = new SimpleDoubleProperty();
    private final DoubleProperty steps = new SimpleDoubleProperty();
    private final DoubleProperty takes = new SimpleDoubleProperty(TAKES);
    private final DoubleProperty temperature = new SimpleDoubleProperty();
    private final StringProperty seed = new SimpleStringProperty("");
    private final BooleanProperty seedLocked = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable Start> start = new SimpleObjectProperty<>();
    private final DoubleProperty strength = new SimpleDoubleProperty(Canvas.DEFAULT_STRENGTH);
    private final BooleanBinding ready;
    private final StringBinding note;

    public VoicesViewModel(PackCard picturePack, PackCard soundPack, RandomGenerator random) {
        this.random = random;
        picture = new VoiceModel(picturePack, picturePack.defaults().start(), List.of("grayscale", "lithograph", "black background"));
        sound = new VoiceModel(soundPack, 0, List.of());
        balance.set(picturePack.defaults().balance());
        steps.set(picturePack.defaults().steps());
        ready = Bindings.createBooleanBinding(() -> picture.speaks() || sound.speaks(),
                picture.promptProperty(), sound.promptProperty());
        note = Bindings.createStringBinding(this::noteNow, picture.promptProperty(), sound.promptProperty(), seed);
        rollSeed();
    }

    public VoiceModel picture() {
        return picture;
    }

    public VoiceModel sound() {
        return sound;
    }

    /// 0 all picture … 1 all sound.
    public DoubleProperty balanceProperty() {
        return balance;
    }

    public DoubleProperty stepsProperty() {
        return steps;
    }

    public DoubleProperty takesProperty() {
        return takes;
    }

    public DoubleProperty temperatureProperty() {
        return temperature;
    }

    public StringProperty seedProperty() {
        return seed;
    }

    /// Whether the seed stays for the next run.
    public BooleanProperty seedLockedProperty() {
        return seedLocked;
    }

    /// What to start from; null: pure noise.
    public ObjectProperty<@Nullable Start> startProperty() {
        return start;
    }

    public DoubleProperty strengthProperty() {
        return strength;
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
    }

    /// The recipe as the panel stands; a fresh seed is rolled unless it is locked.
    public Compose recipe() {
        if (!seedLocked.get() || Seed.parse(seed.get()).isEmpty()) {
            rollSeed();
        }
        List<Voice> voices = new ArrayList<>();
        if (picture.speaks()) {
            voices.add(picture.voice(sound.speaks() ? 1 - balance.get() : 1));
        }
        if (sound.speaks()) {
            voices.add(sound.voice(picture.speaks() ? balance.get() : 1));
        }
        Start from = start.get();
        return Compose.of(Seed.parse(seed.get()).orElseThrow(), voices)
                .withSampling(Sampling.DEFAULT.withSteps((int) steps.get()).withTemperature(temperature.get()))
                .withTakes((int) takes.get())
                .withCanvas(from == null ? null : new Canvas(from.from(), strength.get(), null));
    }

    /// Puts a take's recipe back into the panel, with its seed locked so that Generate makes the same take.
    public void recall(Compose recipe) {
        recallButSeed(recipe);
        recallSeed(recipe);
    }

    /// Everything but the seed.
    public void recallButSeed(Compose recipe) {
        recallPrompts(recipe);
        steps.set(recipe.sampling().steps());
        temperature.set(recipe.sampling().temperature());
        Canvas canvas = recipe.canvas();
        start.set(canvas == null ? null : new Start(canvas.from(), String.valueOf(canvas.from().getFileName())));
        if (canvas != null) {
            strength.set(canvas.strength());
        }
    }

    /// The words with their guidance and balance.
    public void recallPrompts(Compose recipe) {
        picture.promptProperty().set("");
        sound.promptProperty().set("");
        double share = 0;
        double all = 0;
        for (Voice voice : recipe.voices()) {
            boolean sounds = voice.pack().equals(sound.pack().id());
            (sounds ? sound : picture).recall(voice);
            double weight = voice.weight() instanceof Weight.Even even ? even.share() : EVEN;
            share += sounds ? weight : 0;
            all += weight;
        }
        balance.set(recipe.voices().size() < 2 || all == 0 ? EVEN : share / all);
    }

    public void recallSeed(Compose recipe) {
        seed.set(Seed.text(recipe.seed()));
        takes.set(recipe.takes());
        seedLocked.set(true);
    }

    /// Ties everything here to the settings file.
    public void keepIn(Settings settings) {
        keep(settings, "picture", picture);
        keep(settings, "sound", sound);
        settings.keep("balance", balance);
        settings.keep("steps", steps);
        settings.keep("takes", takes);
        settings.keep("temperature", temperature);
        settings.keep("seed", seed);
        settings.keep("seed.locked", seedLocked);
        settings.keep("strength", strength);
    }

    private static void keep(Settings settings, String name, VoiceModel voice) {
        settings.keep(name + ".prompt", voice.promptProperty());
        settings.keep(name + ".guidance", voice.guidanceProperty());
        settings.keep(name + ".from", voice.fromProperty());
    }

    private String noteNow() {
        if (Seed.parse(seed.get()).isEmpty()) {
            return "The seed is no whole number: a fresh one will be used.";
        }
        if (!picture.speaks() && !sound.speaks()) {
            return "Say what it should look like or sound like.";
        }
        if (!picture.speaks()) {
            return "No picture words: the take follows the sound alone.";
        }
        return sound.speaks() ? "" : "No sound words: the take follows the picture alone.";
    }
}
