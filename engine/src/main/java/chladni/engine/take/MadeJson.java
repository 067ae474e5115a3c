package chladni.engine.take;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads the facts under "made" in a take's `recipe.json`; what is missing is empty.
final class MadeJson {
    private MadeJson() {}

    static Made read(Path file) {
        try {
            JsonNode made = JsonMapper.shared().readTree(Files.readString(file)).path("made");
            Map<String, String> packs = new LinkedHashMap<>();
            made.path("packs").properties().forEach(entry -> packs.put(entry.getKey(), entry.getValue().asString("")));
            Map<String, Double> seconds = new LinkedHashMap<>();
            made.path("seconds").properties().forEach(entry -> seconds.put(entry.getKey(), entry.getValue().asDouble(0)));
            Map<String, Double> scores = new LinkedHashMap<>();
            made.path("scores").properties().forEach(entry -> scores.put(entry.getKey(), entry.getValue().asDouble(0)));
            Map<String, String> facts = new LinkedHashMap<>();
            made.path("facts").properties().forEach(entry -> facts.put(entry.getKey(), entry.getValue().asString("")));
            List<String> notes = new ArrayList<>();
            made.path("notes").forEach(note -> notes.add(note.asString("")));
            return new Made(made.path("version").asString(""), packs, seconds, notes, made.path("steps").asInt(0), scores, facts);
        } catch (IOException | JacksonException unreadable) {
            return new Made("", Map.of(), Map.of(), List.of(), 0);
        }
    }
}
