package chladni.engine.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds tokens such as `[MASK]` that count as themselves wherever a text holds them: first come, longest first.
final class SpecialTokens {
    private final Map<String, Integer> ids;

    SpecialTokens(Map<String, Integer> ids) {
        this.ids = new LinkedHashMap<>(ids);
    }

    /// Plain text (`id` null) or a special token.
    record Part(String text, @Nullable Integer id) {}

    List<Part> split(String text) {
        List<Part> parts = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length(); ) {
            String token = tokenAt(text, i);
            if (token == null) {
                i++;
                continue;
            }
            if (i > start) {
                parts.add(new Part(text.substring(start, i), null));
            }
            parts.add(new Part(token, ids.get(token)));
            i += token.length();
            start = i;
        }
        if (start < text.length()) {
            parts.add(new Part(text.substring(start), null));
        }
        return parts;
    }

    private @Nullable String tokenAt(String text, int at) {
        String longest = null;
        for (String token : ids.keySet()) {
            if (text.startsWith(token, at) && (longest == null || token.length() > longest.length())) {
                longest = token;
            }
        }
        return longest;
    }
}
