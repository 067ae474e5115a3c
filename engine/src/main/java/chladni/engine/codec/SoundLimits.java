package chladni.engine.codec;

import chladni.engine.failure.BadInput;
import java.util.Locale;

/// How much sound is read into memory at once, so that no file can exhaust it.
final class SoundLimits {
    static final int MOST_CHANNELS = 64;

    private static final int LOWEST_RATE = 100;
    private static final int HIGHEST_RATE = 1_000_000;
    /// Of all channels together: 400 MB, 17 minutes of 48 kHz stereo.
    private static final long MOST_SAMPLES = 100_000_000;

    private SoundLimits() {}

    static void checkRate(int rate, String file) {
        if (rate < LOWEST_RATE || rate > HIGHEST_RATE) {
            throw new BadInput(file + " claims a sample rate of " + Integer.toUnsignedString(rate) + " Hz; "
                    + LOWEST_RATE + " to " + HIGHEST_RATE + " Hz can be read.");
        }
    }

    static void checkLength(long frames, int channels, int rate, String file) {
        if (frames * channels > MOST_SAMPLES) {
            throw new BadInput(String.format(Locale.ROOT,
                    "%s is too long: at its rate and channels at most %.1f minutes can be read. Cut out the part you need.",
                    file, MOST_SAMPLES / (60.0 * channels * rate)));
        }
    }
}
