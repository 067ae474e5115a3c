package chladni.engine.compose;

import chladni.engine.media.Picture;
import chladni.engine.media.Sound;
import chladni.engine.media.Spectrogram;

/// Time made a circle: what leaves at the left comes in again at the right. A canvas turned by half has its two ends in the middle, side
/// by side.
///
/// @param columns by which everything moves to the left; negative: to the right
record Turn(int columns) {
    static final Turn NONE = new Turn(0);

    Turn back() {
        return new Turn(-columns);
    }

    Picture of(Picture picture) {
        return columns == 0 ? picture : new Picture(picture.channels(), picture.height(), picture.width(), lines(picture.values(), picture.width(), columns));
    }

    Spectrogram of(Spectrogram spectrogram) {
        return new Spectrogram(spectrogram.format(), spectrogram.columns(), of(spectrogram.picture()).values());
    }

    Sound of(Sound sound, int hop) {
        float[] samples = sound.mono().channels()[0];
        return columns == 0 ? sound : Sound.mono(sound.sampleRate(), lines(samples, samples.length, columns * hop));
    }

    private static float[] lines(float[] values, int length, int by) {
        float[] out = new float[values.length];
        int shift = Math.floorMod(by, length);
        for (int line = 0; line < values.length; line += length) {
            System.arraycopy(values, line + shift, out, line, length - shift);
            System.arraycopy(values, line, out, line + length - shift, shift);
        }
        return out;
    }
}
