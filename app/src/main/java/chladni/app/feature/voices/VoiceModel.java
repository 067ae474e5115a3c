package chladni.app.feature.voices;

import chladni.app.bench.PackCard;
import chladni.engine.recipe.Voice;
import chladni.engine.recipe.Weight;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// One voice's wishes.
public final class VoiceModel {
    /// Most of the schedule that a voice may let pass before it joins.
    static final double LATEST_START = 0.5;

    private final PackCard pack;
    private final List<String> styles;
    private final StringProperty prompt = new SimpleStringProperty("");
    private final DoubleProperty guidance;
    private final DoubleProperty from;

    /// @param from fraction of the steps after which it joins, unless the user says otherwise
    /// @param styles words that are offered to be added to the prompt
    VoiceModel(PackCard pack, double from, List<String> styles) {
        this.pack = pack;
        this.styles = List.copyOf(styles);
        prompt.set(pack.prompts().isEmpty() ? "" : pack.prompts().getFirst());
        guidance = new SimpleDoubleProperty(pack.defaults().guidance());
        this.from = new SimpleDoubleProperty(from);
    }

    public PackCard pack() {
        return pack;
    }

    public List<String> styles() {
        return styles;
    }

    public StringProperty promptProperty() {
        return prompt;
    }

    public DoubleProperty guidanceProperty() {
        return guidance;
    }

    public DoubleProperty fromProperty() {
        return from;
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

    Voice voice(double weight) {
        String words = prompt.get().strip().replaceAll("\\s+", " ");
        return new Voice(pack.id(), words, "", guidance.get(), Weight.of(weight), from.get(), 1);
    }

    void recall(Voice voice) {
        prompt.set(voice.prompt());
        from.set(Math.clamp(voice.from(), 0, LATEST_START));
        Double scale = voice.guidance();
        guidance.set(scale == null ? pack.defaults().guidance() : scale);
    }

    private List<String> parts() {
        return Arrays.stream(prompt.get().split(",")).map(String::strip).filter(part -> !part.isEmpty()).toList();
    }
}
