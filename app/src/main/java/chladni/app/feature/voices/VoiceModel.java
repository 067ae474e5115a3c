package chladni.app.feature.voices;

import chladni.app.bench.PackCard;
import chladni.app.control.NumberScale;
import chladni.app.control.Parameter;
import chladni.app.control.Setting;
import chladni.engine.recipe.Voice;
import chladni.engine.recipe.Weight;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// One voice's wishes.
public final class VoiceModel {
    private static final Parameter GUIDANCE = new Parameter("guidance", "Guidance", NumberScale.decimal(0, 30, 0.5, 1), 10,
            "how closely it keeps to the words.");
    private static final Parameter FROM = new Parameter("from", "Starts at", NumberScale.percent(0, 0.95), 0,
            "the share of the steps after which this voice joins.");
    private static final Parameter TO = new Parameter("to", "Ends at", NumberScale.percent(0.05, 1), 1,
            "the share of the steps after which this voice falls silent.");
    private static final Parameter SHARE = new Parameter("share", "Weight", NumberScale.decimal(0, 1, 0.05, 2), 1,
            "its say beside the other voices of its kind.");
    private static final double SHORTEST = 0.05;

    private final VoiceKind kind;
    private final ObjectProperty<PackCard> pack;
    private final StringProperty prompt = new SimpleStringProperty("");
    private final StringProperty negative = new SimpleStringProperty("");
    private final StringProperty cut = new SimpleStringProperty("");
    private final Setting guidance = new Setting(GUIDANCE);
    private final Setting from = new Setting(FROM);
    private final Setting to = new Setting(TO);
    private final Setting share = new Setting(SHARE);
    private final ObjectProperty<Weight.@Nullable Painted> painted = new SimpleObjectProperty<>();
    private final PromptHistory history = new PromptHistory();
    private final BooleanProperty unfolded = new SimpleBooleanProperty();
    private int clipSkip;

    VoiceModel(VoiceKind kind, PackCard pack) {
        this.kind = kind;
        this.pack = new SimpleObjectProperty<>(pack);
        prompt.set(pack.prompts().isEmpty() ? "" : pack.prompts().getFirst());
        takeDefaults(pack);
        this.pack.addListener((_, _, now) -> takeDefaults(now));
        from.valueProperty().addListener((_, _, start) -> to.set(Math.max(to.get(), start.doubleValue() + SHORTEST)));
        to.valueProperty().addListener((_, _, end) -> from.set(Math.min(from.get(), end.doubleValue() - SHORTEST)));
    }

    private void takeDefaults(PackCard now) {
        guidance.rebase(now.defaults().guidance());
        from.rebase(kind == VoiceKind.PICTURE ? now.defaults().start() : 0);
    }

    public VoiceKind kind() {
        return kind;
    }

    public ObjectProperty<PackCard> packProperty() {
        return pack;
    }

    public PackCard pack() {
        return pack.get();
    }

    public List<String> styles() {
        return kind.styleWords();
    }

    public StringProperty promptProperty() {
        return prompt;
    }

    /// What it should not be like.
    public StringProperty negativeProperty() {
        return negative;
    }

    /// A sentence when the model does not see all of the prompt; empty otherwise.
    public StringProperty cutProperty() {
        return cut;
    }

    public DoubleProperty guidanceProperty() {
        return guidance.valueProperty();
    }

    public DoubleProperty fromProperty() {
        return from.valueProperty();
    }

    /// A map of where this voice has how much of a say; null: the same everywhere.
    public ObjectProperty<Weight.@Nullable Painted> paintedProperty() {
        return painted;
    }

    public PromptHistory history() {
        return history;
    }

    /// Whether its finer settings are shown.
    public BooleanProperty unfoldedProperty() {
        return unfolded;
    }

    Setting guidance() {
        return guidance;
    }

    Setting from() {
        return from;
    }

    Setting to() {
        return to;
    }

    Setting share() {
        return share;
    }

    /// All its numbers, for the settings file.
    List<Setting> settings() {
        return List.of(guidance, from, to, share);
    }

    /// Whether it says anything; a silent voice is left out of the recipe.
    boolean speaks() {
        return !prompt.get().isBlank();
    }

    /// Whether a style word stands in the prompt already.
    boolean has(String style) {
        return parts().contains(style);
    }

    /// Adds a style word to the end of the prompt, or takes it out again.
    void toggle(String style) {
        List<String> parts = parts();
        String rest = parts.stream().filter(part -> !part.equals(style)).collect(Collectors.joining(", "));
        prompt.set(parts.contains(style) || rest.isEmpty() ? rest : rest + ", " + style);
    }

    /// @param weight its share of the whole, unless that is painted
    Voice voice(double weight) {
        Weight.Painted map = painted.get();
        return new Voice(pack.get().id(), tidy(prompt.get()), tidy(negative.get()), guidance.get(),
                map == null ? Weight.of(weight) : map, from.get(), to.get(), clipSkip);
    }

    private static String tidy(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    void recall(Voice voice) {
        prompt.set(voice.prompt());
        negative.set(voice.negative());
        clipSkip = voice.clipSkip();
        to.set(voice.to());
        from.set(voice.from());
        Double scale = voice.guidance();
        guidance.set(scale == null ? pack.get().defaults().guidance() : scale);
        painted.set(voice.weight() instanceof Weight.Painted map ? map : null);
    }

    private List<String> parts() {
        return Arrays.stream(prompt.get().split(",")).map(String::strip).filter(part -> !part.isEmpty()).toList();
    }
}
