package chladni.engine.compose;

import chladni.engine.media.Picture;
import chladni.engine.media.Sound;
import chladni.engine.media.Spectrogram;

/// Makes only the masked span of a sound anew; every sample outside it stays as it was (STUDIO section 5).
///
/// @param gain from the spectrogram's level to the old sound's
record SoundPaste(SoundMaker maker, double gain) {
    /// Columns heard around the span so that the vocoder knows what comes before and after.
    private static final int MARGIN = 32;
    private static final double FADE_SECONDS = 0.02;

    /// Crossfades within the span, so that nothing outside the mask changes.
    Sound over(Sound old, Spectrogram spectrogram, Picture mask) {
        int first = 0;
        while (isBlack(mask, first)) {
            first++;
        }
        int end = spectrogram.columns();
        while (isBlack(mask, end - 1)) {
            end--;
        }
        int from = Math.max(0, first - MARGIN);
        int to = Math.min(spectrogram.columns(), end + MARGIN);
        float[] made = maker.sound(columns(spectrogram, from, to)).channels()[0];
        int hop = spectrogram.format().hop();
        float[] samples = old.mono().channels()[0].clone();
        int start = first * hop;
        int length = (end - first) * hop;
        for (int i = 0; i < length; i++) {
            double share = fade(i, length, spectrogram);
            int at = start + i;
            samples[at] = (float) (samples[at] + share * (gain * made[at - from * hop] - samples[at]));
        }
        return Sound.mono(old.sampleRate(), samples);
    }

    /// 0 at the span's ends, 1 after 20 ms.
    private static double fade(int i, int length, Spectrogram spectrogram) {
        double ramp = Math.min(FADE_SECONDS * spectrogram.format().sampleRate(), length / 2.0);
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

    private static Spectrogram columns(Spectrogram whole, int from, int to) {
        int width = to - from;
        float[] levels = new float[whole.rows() * width];
        for (int row = 0; row < whole.rows(); row++) {
            System.arraycopy(whole.levels(), row * whole.columns() + from, levels, row * width, width);
        }
        return new Spectrogram(whole.format(), width, levels);
    }
}
