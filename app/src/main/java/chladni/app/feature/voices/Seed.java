package chladni.app.feature.voices;

import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// The seed as people handle it: written in groups of three digits, pasted with any spaces.
public final class Seed {
    private static final int FRESH_BOUND = 100_000_000;
    private static final String GROUP_GAP = "\u00A0";

    private Seed() {}

    static long fresh(RandomGenerator random) {
        return random.nextInt(FRESH_BOUND);
    }

    /// "20 260 911".
    public static String text(long seed) {
        return String.format(Locale.ROOT, "%,d", seed).replace(",", GROUP_GAP);
    }

    /// Empty when it is no 64-bit number.
    public static Optional<Long> parse(String text) {
        try {
            return Optional.of(Long.parseLong(text.replaceAll("[\\s\\u00A0\\u202F\\u2009,_']", "")));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }
}
