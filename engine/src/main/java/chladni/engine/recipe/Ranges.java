package chladni.engine.recipe;

import chladni.engine.failure.BadInput;
import java.nio.charset.StandardCharsets;

/// The allowed values of a recipe's numbers, named in the message when one is outside.
final class Ranges {
    /// Longer texts are refused: the models read at most a few dozen words, so this is a slip, not a prompt.
    static final int PROMPT_CHARACTERS = 2000;

    private Ranges() {}

    static double number(String field, double value, double low, double high) {
        if (!(value >= low && value <= high)) {
            throw new BadInput("\"%s\" must be a number from %s to %s, not %s.".formatted(field, plain(low), plain(high), plain(value)));
        }
        return value;
    }

    static int integer(String field, long value, int low, int high) {
        if (value < low || value > high) {
            throw new BadInput("\"%s\" must be a whole number from %d to %d, not %d.".formatted(field, low, high, value));
        }
        return (int) value;
    }

    static String prompt(String field, String text) {
        if (text.length() > PROMPT_CHARACTERS) {
            throw new BadInput("\"%s\" has %,d characters; at most %,d are allowed (the models read only the first few dozen words)."
                    .formatted(field, text.length(), PROMPT_CHARACTERS));
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new BadInput("\"%s\" holds half a character (a surrogate without its other half), which no file can keep. Write it again."
                    .formatted(field));
        }
        return text;
    }

    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long) value) : Double.toString(value);
    }
}
