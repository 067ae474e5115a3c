package chladni.app.feature.voices;

import chladni.app.control.NumberScale;
import chladni.app.control.Parameter;
import chladni.app.control.Setting;
import chladni.app.document.Flow;
import chladni.app.settings.Settings;
import chladni.engine.recipe.Compose;
import chladni.engine.recipe.Distil;
import chladni.engine.recipe.Imprint;
import chladni.engine.recipe.Recipe;
import chladni.engine.recipe.Tone;
import chladni.engine.recipe.Voice;
import chladni.engine.recipe.Weight;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Which way the voices come together, and what that way can be told.
public final class FlowSettings {
    private static final int MOST_ITERATIONS = 100_000;

    private final ObjectProperty<Flow> flow = new SimpleObjectProperty<>(Flow.JOINT);
    private final Setting depth = new Setting(new Parameter("imprint-depth", "Depth", NumberScale.decimal(0, 1, 0.05, 2), Imprint.DEFAULT_RATIO,
            "how deep the picture is pressed into the sound: 0 not at all, 1 down to silence."));
    private final Setting iterations = new Setting(new Parameter("iterations", "Iterations", NumberScale.whole(10, MOST_ITERATIONS),
            Distil.DEFAULT_ITERATIONS, "how often the picture is improved; each costs as much as a step."));

    public ObjectProperty<Flow> flowProperty() {
        return flow;
    }

    /// ρ of an imprint.
    public Setting depth() {
        return depth;
    }

    /// Of a distillation.
    public Setting iterations() {
        return iterations;
    }

    /// The recipe of these voices by the way that is chosen.
    ///
    /// @param kinds of the recipe's voices, in their order
    Recipe applied(Compose compose, List<VoiceKind> kinds) {
        return switch (flow.get()) {
            case JOINT -> compose;
            case DISTIL -> Distil.of(compose.seed(), compose.voices()).withTakes(compose.takes()).withColumns(compose.columns())
                    .withIterations((int) iterations.get());
            case IMPRINT -> new Imprint(compose.seed(), compose.takes(), alone(compose, kinds, VoiceKind.PICTURE),
                    alone(compose, kinds, VoiceKind.SOUND), depth.get(), compose.columns(), Tone.PLAIN);
        };
    }

    private static Imprint.Source alone(Compose compose, List<VoiceKind> kinds, VoiceKind kind) {
        Voice voice = compose.voices().get(kinds.indexOf(kind));
        return new Imprint.Source.Made(new Voice(voice.pack(), voice.prompt(), voice.negative(), voice.guidance(), Weight.of(1), 0, 1,
                voice.clipSkip()), compose.sampling());
    }

    /// Goes the way that a take went.
    public void recall(Recipe recipe) {
        Flow.of(recipe).ifPresent(flow::set);
        switch (recipe) {
            case Distil distil -> iterations.set(distil.iterations());
            case Imprint imprint -> depth.set(imprint.ratio());
            default -> {
                // a composition says no more
            }
        }
    }

    /// Into a panel that is kept.
    void write(ObjectNode panel) {
        panel.put("flow", flow.get().id());
        List.of(depth, iterations).forEach(setting -> panel.put(setting.about().id(), setting.get()));
    }

    /// Out of a panel that was kept; what it leaves out stays.
    void recall(JsonNode panel) {
        List.of(Flow.values()).stream().filter(one -> one.id().equals(panel.path("flow").asString(""))).findFirst().ifPresent(flow::set);
        List.of(depth, iterations).forEach(setting -> setting.set(panel.path(setting.about().id()).asDouble(setting.get())));
    }

    void keepIn(Settings settings) {
        StringProperty id = new SimpleStringProperty(flow.get().id());
        settings.keep("flow", id);
        List.of(Flow.values()).stream().filter(one -> one.id().equals(id.get())).findFirst().ifPresent(flow::set);
        flow.subscribe(now -> id.set(now.id()));
        settings.keep(depth.about().id(), depth.valueProperty());
        settings.keep(iterations.about().id(), iterations.valueProperty());
    }
}
