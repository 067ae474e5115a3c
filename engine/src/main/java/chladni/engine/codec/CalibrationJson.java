package chladni.engine.codec;

import chladni.engine.media.SpectrogramFormat;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A spectrogram's format as the JSON that its PNG carries, so that anyone can play the picture without us.
final class CalibrationJson {
    private static final JsonMapper JSON = JsonMapper.shared();

    private CalibrationJson() {}

    static String write(SpectrogramFormat format) {
        ObjectNode json = JSON.createObjectNode();
        json.put("sampleRate", format.sampleRate()).put("hop", format.hop());
        json.put("window", format.window()).put("fft", format.fft()).put("mels", format.mels());
        json.put("melScale", "slaney").put("melNorm", "slaney");
        json.put("fMin", format.fMin()).put("fMax", format.fMax());
        json.put("level", "ln").put("levelMin", format.logMin()).put("levelMax", format.logMax());
        json.put("lowFrequencyAt", "bottom");
        return json.toString();
    }

    /// Empty when the text is no such JSON: a picture does not become unreadable by what someone wrote into it.
    static Optional<SpectrogramFormat> parse(String text) {
        try {
            JsonNode json = JSON.readTree(text);
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
