package chladni.app.feature.voices;

import chladni.app.control.NumberScale;
import chladni.app.control.Parameter;
import chladni.app.control.Setting;
import chladni.engine.compose.Samplers;
import chladni.engine.recipe.Canvas;
import chladni.engine.recipe.Compose;
import chladni.engine.recipe.NoiseKind;
import chladni.engine.recipe.Sampling;
import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// How the next takes are made, whatever the voices say.
public final class RunSettings {
    static final String DDIM = "ddim";

    private static final Parameter STEPS = new Parameter("steps", "Steps", NumberScale.whole(1, 1000), 50,
            "steps from noise to picture: more take longer and are finer.");
    private static final Parameter TAKES = new Parameter("takes", "Takes", NumberScale.whole(1, 100), 4,
            "takes per run: the seed, the seed + 1, …");
    private static final Parameter TEMPERATURE = new Parameter("temperature", "Temperature", NumberScale.decimal(0, 1, 0.05, 2), 0,
            "fresh noise in every step: 0 none, 1 most. Only DDIM has it.");
    private static final Parameter STRENGTH = new Parameter("strength", "Strength", NumberScale.decimal(0.05, 1, 0.05, 2),
            Canvas.DEFAULT_STRENGTH, "how far the takes may go from what they start from.");

    private final Setting steps = new Setting(STEPS);
    private final Setting takes = new Setting(TAKES);
    private final Setting temperature = new Setting(TEMPERATURE);
    private final Setting strength = new Setting(STRENGTH);
    private final StringProperty sampler = new SimpleStringProperty(DDIM);
    private final ObjectProperty<NoiseKind> noise = new SimpleObjectProperty<>(NoiseKind.FLOAT);
    private final IntegerProperty columns = new SimpleIntegerProperty();
    private final IntegerProperty crop = new SimpleIntegerProperty();

    Setting steps() {
        return steps;
    }

    Setting takes() {
        return takes;
    }

    Setting temperature() {
        return temperature;
    }

    Setting strength() {
        return strength;
    }

    List<Setting> all() {
        return List.of(steps, takes, temperature, strength);
    }

    StringProperty samplerProperty() {
        return sampler;
    }

    /// Length of the takes in columns; 0: as the pack has it.
    IntegerProperty columnsProperty() {
        return columns;
    }

    Compose applyTo(Compose recipe) {
        String known = Samplers.names().contains(sampler.get()) ? sampler.get() : DDIM;
        double eta = known.equals(DDIM) ? temperature.get() : 0;
        return new Compose(recipe.seed(), (int) takes.get(), new Sampling(known, (int) steps.get(), eta, noise.get()),
                columns.get(), columns.get() == 0 ? 0 : crop.get(), recipe.voices(), recipe.canvas(), recipe.variations());
    }

    void recall(Compose recipe) {
        steps.set(recipe.sampling().steps());
        temperature.set(recipe.sampling().temperature());
        sampler.set(recipe.sampling().sampler());
        noise.set(recipe.sampling().noise());
        columns.set(recipe.columns());
        crop.set(recipe.crop());
        Canvas canvas = recipe.canvas();
        if (canvas != null) {
            strength.set(canvas.strength());
        }
    }

    /// "DDIM", "Euler ancestral", "DPM++ 2M".
    static String label(String sampler) {
        return switch (sampler) {
            case "ddim" -> "DDIM";
            case "pndm" -> "PNDM";
            case "euler" -> "Euler";
            case "euler-ancestral" -> "Euler ancestral";
            case "dpm++2m" -> "DPM++ 2M";
            case "unipc" -> "UniPC";
            case "lcm" -> "LCM";
            default -> sampler;
        };
    }
}
