package chladni.engine.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Texts of many scripts with the ids that Hugging Face's tokenizers give them; made by `assets/recipe/fixtures/odd_texts.py`.
record OddTexts(String text, List<Integer> bert, List<Integer> clip) {
    static List<OddTexts> all() {
        try (InputStream in = Objects.requireNonNull(OddTexts.class.getResourceAsStream("/text/odd-texts.json"))) {
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<OddTexts> read(InputStream in) {
        List<OddTexts> rows = new ArrayList<>();
        for (JsonNode row : JsonMapper.shared().readTree(in).get("rows")) {
            rows.add(new OddTexts(row.get("text").stringValue(), ids(row.get("bert")), ids(row.get("clip"))));
        }
        return rows;
    }

    private static List<Integer> ids(JsonNode list) {
        List<Integer> ids = new ArrayList<>();
        list.forEach(id -> ids.add(id.intValue()));
        return ids;
    }
}
