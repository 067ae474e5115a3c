package chladni.engine.sound;

import chladni.engine.media.Sound;
import java.util.Arrays;

/// Changes the sample rate; frequencies that the new rate cannot hold are filtered out first.
///
/// source: TarsosDSP's port of libresample, after J. Smith, Digital Audio Resampling Home Page (Kaiser-windowed sinc)
public final class Resampler {
    /// Silence that pushes the last samples through the filter.
    private static final int BLOCK = 1 << 16;

    private Resampler() {}

    /// @return `round(length · rate / old rate)` samples in each channel, at least one
    public static Sound resample(Sound sound, int rate) {
        if (sound.sampleRate() == rate || sound.length() == 0) {
            return new Sound(rate, sound.channels());
        }
        double factor = (double) rate / sound.sampleRate();
        int length = Math.toIntExact(Math.max(1, Math.round(sound.length() * factor)));
        float[][] channels = new float[sound.channels().length][];
        Arrays.setAll(channels, c -> channel(sound.channels()[c], factor, length));
        return new Sound(rate, channels);
    }

    private static float[] channel(float[] in, double factor, int length) {
        be.tarsos.dsp.resample.Resampler filter = new be.tarsos.dsp.resample.Resampler(true, factor, factor);
        float[] out = new float[length];
        int read = 0;
        int written = 0;
        while (written < length) {
            int block = Math.min(BLOCK, in.length - read);
            var result = filter.process(factor, in, read, block, read + block == in.length, out, written, length - written);
            read += result.inputSamplesConsumed;
            written += result.outputSamplesGenerated;
            if (result.inputSamplesConsumed == 0 && result.outputSamplesGenerated == 0) {
                break; // the filter rounds the length down by a sample at most; that sample stays zero
            }
        }
        return out;
    }
}
