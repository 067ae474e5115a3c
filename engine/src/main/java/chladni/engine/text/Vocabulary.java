package chladni.engine.text;

import chladni.engine.failure.PackBroken;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A tokenizer's table from token to id.
final class Vocabulary {
    private final Map<String, Integer> ids;
    private final String where;

    private Vocabulary(Map<String, Integer> ids, String where) {
        this.ids = ids;
        this.where = where;
    }

    /// From `{"token": id, …}`.
    ///
    /// @param where names the file in messages
    static Vocabulary of(JsonNode table, String where) {
        if (!table.isObject() || table.isEmpty()) {
            throw new PackBroken(where + " is damaged: it has no table of tokens.");
        }
        Map<String, Integer> ids = HashMap.newHashMap(table.size());
        for (Map.Entry<String, JsonNode> entry : table.properties()) {
            JsonNode id = entry.getValue();
            if (!id.isInt() || id.intValue() < 0) {
                throw new PackBroken(where + " is damaged: the id of the token '" + entry.getKey() + "' is not a whole number from 0 up.");
            }
            ids.put(entry.getKey(), id.intValue());
        }
        return new Vocabulary(ids, where);
    }

    /// Ids counted from 0 in the order of `tokens`.
    static Vocabulary of(List<String> tokens, String where) {
        Map<String, Integer> ids = HashMap.newHashMap(tokens.size());
        tokens.forEach(token -> ids.put(token, ids.size()));
        return new Vocabulary(ids, where);
    }

    int largestId() {
        return ids.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    @Nullable Integer id(String token) {
        return ids.get(token);
    }

    int required(String token) {
        Integer id = ids.get(token);
        if (id == null) {
            throw new PackBroken(where + " is damaged: the token '" + token + "' is missing.");
        }
        return id;
    }
}
