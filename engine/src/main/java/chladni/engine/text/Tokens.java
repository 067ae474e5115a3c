package chladni.engine.text;

import java.util.List;
import java.util.Optional;

/// A prompt as a model reads it.
///
/// @param ids token ids with those for beginning, end and padding
/// @param cutTokens how many tokens of the prompt did not fit
/// @param cutText the words they stand for, as the tokenizer sees them; empty when everything fitted
public record Tokens(List<Integer> ids, int cutTokens, String cutText) {
    private static final int SHOWN = 120;

    public Tokens {
        ids = List.copyOf(ids);
    }

    public long[] toLongArray() {
        return ids.stream().mapToLong(Integer::longValue).toArray();
    }

    /// A sentence for the user when the prompt was too long.
    public Optional<String> note() {
        if (cutTokens == 0) {
            return Optional.empty();
        }
        boolean whole = cutText.codePointCount(0, cutText.length()) <= SHOWN;
        String shown = whole ? cutText : cutText.substring(0, cutText.offsetByCodePoints(0, SHOWN)) + "…";
        return Optional.of("The prompt is too long for the model, which does not see its end: “" + shown + "”.");
    }
}
