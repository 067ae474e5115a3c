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

    Sound over(Sound old, Spectrogram spectrogram, Picture mask) {
        Splice splice = Splice.of(mask, spectrogram.format());
        int from = Math.max(0, splice.first() - MARGIN);
        int to = Math.min(spectrogram.columns(), splice.end() + MARGIN);
        float[] made = maker.sound(columns(spectrogram, from, to)).channels()[0];
        int start = from * spectrogram.format().hop();
        return Sound.mono(old.sampleRate(), splice.into(old.mono().channels()[0], at -> gain * made[at - start]));
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
