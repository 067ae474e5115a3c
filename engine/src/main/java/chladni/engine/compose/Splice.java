package chladni.engine.compose;

import chladni.engine.media.Picture;
import chladni.engine.media.SpectrogramFormat;
import java.util.function.IntToDoubleFunction;

/// Puts new samples into the masked span of a sound, with 20 ms of crossfade at both ends *within* the span, so that nothing outside the
/// mask changes (STUDIO section 5).
///
/// @param first first masked column
/// @param end column after the last masked one
record Splice(int first, int end, SpectrogramFormat format) {
    private static final double FADE_SECONDS = 0.02;

    /// @param mask grey, somewhere above 0
    static Splice of(Picture mask, SpectrogramFormat format) {
        int first = 0;
        while (isBlack(mask, first)) {
            first++;
        }
        int end = mask.width();
        while (isBlack(mask, end - 1)) {
            end--;
        }
        return new Splice(first, end, format);
    }

    /// @param made the new sample at each place of the whole sound; asked within the span only
    float[] into(float[] old, IntToDoubleFunction made) {
        float[] samples = old.clone();
        int start = first * format.hop();
        int length = Math.min(end * format.hop(), samples.length) - start;
        for (int i = 0; i < length; i++) {
            int at = start + i;
            samples[at] = (float) (samples[at] + fade(i, length) * (made.applyAsDouble(at) - samples[at]));
        }
        return samples;
    }

    /// 0 at the span's ends, 1 after 20 ms.
    private double fade(int i, int length) {
        double ramp = Math.min(FADE_SECONDS * format.sampleRate(), length / 2.0);
        return Math.min(1, Math.min((i + 1) / ramp, (length - i) / ramp));
    }

    private static boolean isBlack(Picture mask, int column) {
        for (int row = 0; row < mask.height(); row++) {
            if (mask.at(0, row, column) > 0) {
                return false;
            }
        }
        return true;
    }
}
