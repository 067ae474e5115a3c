package chladni.app.feature.presets;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The panel under a name. What its JSON leaves out stays as it is.
///
/// @param panel as the panel of the voices writes itself
/// @param file null: it comes with the program
public record Preset(String name, JsonNode panel, @Nullable Path file) {
    public boolean isOwn() {
        return file != null;
    }

    /// What it sets, in a few words: "a castle × a bell · 50 steps · 4 takes".
    public String words() {
        List<String> words = new ArrayList<>();
        List<String> prompts = new ArrayList<>();
        panel.path("voices").forEach(voice -> {
            if (!voice.path("prompt").asString("").isBlank()) {
                prompts.add(voice.path("prompt").asString(""));
            }
        });
        if (!prompts.isEmpty()) {
            words.add(String.join(" × ", prompts));
        }
        String flow = panel.path("flow").asString("");
        boolean distils = flow.equals("distil");
        if (flow.equals("imprint")) {
            words.add("a picture pressed into a sound");
        }
        add(words, distils ? "iterations" : "steps", distils ? "iteration" : "step");
        add(words, "takes", "take");
        return String.join(" · ", words);
    }

    private void add(List<String> words, String field, String unit) {
        if (panel.path(field).isNumber()) {
            int count = (int) Math.round(panel.path(field).asDouble());
            words.add(String.format(Locale.ROOT, "%d %s%s", count, unit, count == 1 ? "" : "s"));
        }
    }
}
