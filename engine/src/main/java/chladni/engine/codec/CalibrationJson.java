package chladni.engine.codec;

import chladni.engine.media.SpectrogramFormat;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A spectrogram's format as the JSON that its PNG carries, so that anyone can play the picture without us. The recipe in a WAV holds the
/// same under `made.calibration`, so that the sound is seen again as it was drawn.
public final class CalibrationJson {
    private static final JsonMapper JSON = JsonMapper.shared();

    private CalibrationJson() {}

    static String write(SpectrogramFormat format) {
        return node(format).toString();
    }

    public static ObjectNode node(SpectrogramFormat format) {
        ObjectNode json = JSON.createObjectNode();
        json.put("sampleRate", format.sampleRate()).put("hop", format.hop());
        json.put("window", format.window()).put("fft", format.fft()).put("mels", format.mels());
        json.put("melScale", "slaney").put("melNorm", "slaney");
        json.put("fMin", format.fMin()).put("fMax", format.fMax());
        json.put("level", "ln").put("levelMin", format.logMin()).put("levelMax", format.logMax());
        json.put("lowFrequencyAt", "bottom");
        return json;
    }

    /// Empty when the text is no such JSON: a picture does not become unreadable by what someone wrote into it.
    static Optional<SpectrogramFormat> parse(String text) {
        try {
            return parse(JSON.readTree(text));
        } catch (JacksonException malformed) {
            return Optional.empty();
        }
    }

    /// What a sound's recipe says about the spectrogram that it was made from; empty when it says nothing that can be used.
    static Optional<SpectrogramFormat> inRecipe(String recipe) {
        try {
            return parse(JSON.readTree(recipe).path("made").path("calibration"));
        } catch (JacksonException malformed) {
            return Optional.empty();
        }
    }

    private static Optional<SpectrogramFormat> parse(JsonNode json) {
        try {
            return Optional.of(new SpectrogramFormat(
                    json.required("sampleRate").asInt(), json.required("hop").asInt(), json.required("window").asInt(),
                    json.required("fft").asInt(), json.required("mels").asInt(),
                    json.required("fMin").asDouble(), json.required("fMax").asDouble(),
                    json.required("levelMin").asDouble(), json.required("levelMax").asDouble()));
        } catch (JacksonException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
