package chladni.engine.sound;

import chladni.engine.media.Sound;
import chladni.engine.media.Spectrogram;
import java.util.Arrays;

/// Whether a sound is the picture that it was made from: it is analysed again, and the two are laid over each other at the same level.
///
/// @param drawn the spectrogram that was to sound
/// @param again the sound's own, its levels moved by the sound's gain
/// @param apart mean distance of two cells in decibels, where the picture is not silent
/// @param alike correlation of the levels there, 1 when they rise and fall together
public record Proof(Spectrogram drawn, Spectrogram again, double apart, double alike) {
    /// Below this many decibels of the loudest cell the vocoder's own noise counts.
    private static final double HEARD_DECIBELS = 80;

    /// @param sound mono, at the format's rate
    public static Proof of(Spectrogram drawn, Sound sound) {
        Sound fitted = SoundFit.whole(sound, drawn.format()).sound();
        Spectrogram seen = new LogMel(drawn.format()).analyse(fitted, InputLevel.AS_IS);
        float[] asked = drawn.levels();
        float[] heard = columns(seen, drawn.columns());
        double decibels = drawn.format().rangeDecibels();
        float loudest = 0;
        for (float level : asked) {
            loudest = Math.max(loudest, level);
        }
        double floor = Math.max(0, loudest - HEARD_DECIBELS / decibels);
        int[] cells = java.util.stream.IntStream.range(0, asked.length).filter(i -> asked[i] > floor).toArray();
        double gain = Arrays.stream(cells).mapToDouble(i -> asked[i] - heard[i]).sorted().skip(cells.length / 2).findFirst().orElse(0);
        for (int i = 0; i < heard.length; i++) {
            heard[i] = Math.clamp((float) (heard[i] + gain), 0, 1);
        }
        double apart = Arrays.stream(cells).mapToDouble(i -> Math.abs(asked[i] - heard[i])).average().orElse(0) * decibels;
        return new Proof(drawn, new Spectrogram(drawn.format(), drawn.columns(), heard), apart, correlation(asked, heard, cells));
    }

    /// Cut, or filled with silence.
    private static float[] columns(Spectrogram seen, int columns) {
        float[] levels = new float[seen.rows() * columns];
        for (int row = 0; row < seen.rows(); row++) {
            System.arraycopy(seen.levels(), row * seen.columns(), levels, row * columns, Math.min(columns, seen.columns()));
        }
        return levels;
    }

    private static double correlation(float[] x, float[] y, int[] cells) {
        double meanX = Arrays.stream(cells).mapToDouble(i -> x[i]).average().orElse(0);
        double meanY = Arrays.stream(cells).mapToDouble(i -> y[i]).average().orElse(0);
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i : cells) {
            xy += (x[i] - meanX) * (y[i] - meanY);
            xx += (x[i] - meanX) * (x[i] - meanX);
            yy += (y[i] - meanY) * (y[i] - meanY);
        }
        return xx == 0 || yy == 0 ? 0 : xy / Math.sqrt(xx * yy);
    }
}
