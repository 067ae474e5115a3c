package chladni.app.feature.voices;

import chladni.app.control.Setting;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The voices in the settings file.
final class VoicesMemory {
    private final Ensemble ensemble;

    VoicesMemory(Ensemble ensemble) {
        this.ensemble = ensemble;
    }

    JsonNode write() {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (VoiceModel voice : ensemble.voices()) {
            ObjectNode one = all.addObject().put("kind", voice.kind().style()).put("pack", voice.pack().id());
            one.put("prompt", voice.promptProperty().get()).put("negative", voice.negativeProperty().get());
            voice.settings().forEach(setting -> one.put(setting.about().id(), setting.get()));
            ArrayNode history = one.putArray("history");
            voice.history().prompts().forEach(history::add);
        }
        return all;
    }

    /// What is missing or makes no sense stays as it is.
    void read(JsonNode all) {
        List<VoiceModel> used = new ArrayList<>();
        for (JsonNode one : all) {
            VoiceKind kind = one.path("kind").asString("").equals(VoiceKind.SOUND.style()) ? VoiceKind.SOUND : VoiceKind.PICTURE;
            VoiceModel voice = used.contains(ensemble.first(kind)) ? ensemble.add(kind) : ensemble.first(kind);
            used.add(voice);
            String pack = one.path("pack").asString("");
            if (!pack.isEmpty() && !pack.equals(voice.pack().id())) {
                voice.packProperty().set(ensemble.card(pack, kind));
            }
            fill(voice, one);
        }
    }

    private static void fill(VoiceModel voice, JsonNode one) {
        voice.promptProperty().set(one.path("prompt").asString(voice.promptProperty().get()));
        voice.negativeProperty().set(one.path("negative").asString(""));
        for (Setting setting : voice.settings()) {
            setting.set(one.path(setting.about().id()).asDouble(setting.get()));
        }
        if (one.has("history")) {
            List<String> history = new ArrayList<>();
            one.path("history").forEach(prompt -> history.add(prompt.asString("")));
            voice.history().fill(history);
        }
    }
}
