package chladni.engine.sound;

import chladni.engine.media.Sound;

/// Peaks and what to multiply a sound by.
public final class Loudness {
    /// The peak that playback normalises to: −1 dB below full scale.
    public static final float PLAYBACK_PEAK = (float) Math.pow(10, -1 / 20.0);

    private Loudness() {}

    /// Largest absolute sample of any channel; 0 for silence.
    public static float peak(Sound sound) {
        float peak = 0;
        for (float[] channel : sound.channels()) {
            for (float sample : channel) {
                peak = Math.max(peak, Math.abs(sample));
            }
        }
        return peak;
    }

    /// Decibels relative to full scale: 0 for 1, minus infinity for silence.
    public static double decibels(double amplitude) {
        return 20 * Math.log10(amplitude);
    }

    public static double peakDecibels(Sound sound) {
        return decibels(peak(sound));
    }

    /// The sound scaled to the given peak; silence, which has none to scale, stays as it is.
    public static Sound toPeak(Sound sound, float peak) {
        float now = peak(sound);
        return now == 0 ? sound : times(sound, peak / (double) now);
    }

    /// The sound as it is played: peak at −1 dBFS.
    public static Sound forPlayback(Sound sound) {
        return toPeak(sound, PLAYBACK_PEAK);
    }

    /// The sound as it is where it fits into full scale; one that would be clipped is scaled down to a peak of −1 dBFS.
    /// For files: bright pictures make sounds of 30 times full scale and more.
    public static Sound withinFullScale(Sound sound) {
        return peak(sound) > 1 ? toPeak(sound, PLAYBACK_PEAK) : sound;
    }

    public static Sound times(Sound sound, double factor) {
        float[][] scaled = new float[sound.channels().length][sound.length()];
        for (int c = 0; c < scaled.length; c++) {
            for (int i = 0; i < scaled[c].length; i++) {
                scaled[c][i] = (float) (sound.channels()[c][i] * factor);
            }
        }
        return new Sound(sound.sampleRate(), scaled);
    }
}
