package chladni.engine.sound;

import chladni.engine.media.Sound;
import chladni.engine.tensor.Shape;
import chladni.engine.tensor.Tensor;
import java.util.Arrays;
import org.jtransforms.fft.DoubleFFT_1D;

/// What CLAP hears (Wu et al. 2023): ten seconds as mel-band powers in decibels. The transform is in double precision, for quiet bands
/// lose digits otherwise.
///
/// source: transformers' `ClapFeatureExtractor` with `truncation` other than `fusion`; `parity/more/README.md`, section 2
public final class ClapFeatures {
    private static final double FLOOR = 1e-10;

    private final Format format;
    private final MelBank bank;
    private final DoubleFFT_1D transform;
    private final double[] window;

    /// How a sound that is too short becomes long enough.
    public enum Filling {
        /// Whole times, then zeros.
        REPEAT_WHOLE,
        /// Again and again, the last time cut.
        REPEAT,
        ZEROS
    }

    /// A pack's `preprocessor_config.json`.
    ///
    /// @param sampleRate Hz
    /// @param fft samples of a frame
    /// @param hop samples between frames
    /// @param mels bands on the Slaney scale, of equal area
    /// @param fMin lowest frequency in Hz
    /// @param fMax highest frequency in Hz
    /// @param samples that are listened to
    public record Format(int sampleRate, int fft, int hop, int mels, double fMin, double fMax, int samples, Filling filling) {
        public Format {
            if (fft < 2 || fft % 2 != 0 || hop < 1 || mels < 1 || samples <= fft || !(fMin >= 0 && fMin < fMax && fMax <= sampleRate / 2.0)) {
                throw new IllegalArgumentException("features of " + mels + " bands from " + fMin + " to " + fMax + " Hz at " + sampleRate
                        + " Hz in frames of " + fft + " every " + hop + " over " + samples + " samples");
            }
        }

        /// Frames of one sound.
        public int frames() {
            return 1 + samples / hop;
        }
    }

    public ClapFeatures(Format format) {
        this.format = format;
        this.bank = new MelBank(format.sampleRate, format.fft, format.mels, format.fMin, format.fMax);
        this.transform = new DoubleFFT_1D(format.fft);
        this.window = new double[format.fft];
        Arrays.setAll(window, n -> 0.5 - 0.5 * Math.cos(2 * Math.PI * n / format.fft)); // Hann, periodic
    }

    /// Any sound, resampled and mixed to one channel → `[1, 1, frames, mels]` in decibels, band 0 the lowest. Of longer ones the beginning
    /// counts; the published code draws a stretch at random.
    ///
    /// @throws IllegalArgumentException when there are no samples
    public Tensor of(Sound sound) {
        if (sound.length() == 0) {
            throw new IllegalArgumentException("a sound without samples has no features");
        }
        float[] samples = filled(Resampler.resample(sound.mono(), format.sampleRate).channels()[0]);
        int frames = format.frames();
        float[] decibels = new float[frames * format.mels];
        double[] frame = new double[format.fft];
        double[] power = new double[format.fft / 2 + 1];
        for (int i = 0; i < frames; i++) {
            for (int n = 0; n < format.fft; n++) {
                frame[n] = window[n] * samples[reflected(i * format.hop + n - format.fft / 2, samples.length)];
            }
            transform.realForward(frame);
            powers(frame, power);
            for (int band = 0; band < format.mels; band++) {
                decibels[i * format.mels + band] = (float) (10 * Math.log10(Math.max(FLOOR, bank.sum(band, power))));
            }
        }
        return Tensor.of(Shape.of(1, 1, frames, format.mels), decibels);
    }

    /// Exactly `format.samples` of them.
    private float[] filled(float[] sound) {
        float[] samples = Arrays.copyOf(sound, format.samples);
        int whole = format.samples / sound.length * sound.length;
        int end = switch (format.filling) {
            case REPEAT_WHOLE -> whole;
            case REPEAT -> format.samples;
            case ZEROS -> 0;
        };
        for (int i = sound.length; i < end; i++) {
            samples[i] = samples[i - sound.length];
        }
        return samples;
    }

    private static int reflected(int i, int length) {
        int place = Math.abs(i);
        return place < length ? place : 2 * (length - 1) - place;
    }

    /// From JTransforms' packed half: real parts at even places, imaginary at odd ones, the highest frequency in place 1.
    private static void powers(double[] packed, double[] power) {
        int last = power.length - 1;
        power[0] = packed[0] * packed[0];
        power[last] = packed[1] * packed[1];
        for (int k = 1; k < last; k++) {
            power[k] = packed[2 * k] * packed[2 * k] + packed[2 * k + 1] * packed[2 * k + 1];
        }
    }
}
