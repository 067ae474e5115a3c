package chladni.engine.sound;

import java.util.Arrays;
import org.jtransforms.fft.FloatFFT_1D;

/// Short-time Fourier transform and its least-squares inverse, with the framing of both spectrogram formats: the sound is
/// padded with its own reflection by `(fft − hop) / 2` on both sides, so that a sound of n · hop samples has n frames, each
/// weighted by a periodic Hann window centred in it. Not thread-safe: one instance, one thread.
public final class Stft {
    private final int fft;
    private final int hop;
    private final float[] window;
    private final FloatFFT_1D transform;

    /// @param fft transform length in samples, even
    /// @param hop samples between frames
    /// @param windowLength samples of the Hann window, at most `fft`
    public Stft(int fft, int hop, int windowLength) {
        if (fft < 2 || fft % 2 != 0 || hop < 1 || hop > fft || windowLength < 2 || windowLength > fft) {
            throw new IllegalArgumentException(
                    "no transform of " + fft + " samples, hop " + hop + ", window " + windowLength + "; the length must be even");
        }
        this.fft = fft;
        this.hop = hop;
        this.window = hann(windowLength);
        this.transform = new FloatFFT_1D(fft);
    }

    private static float[] hann(int length) {
        float[] window = new float[length];
        for (int n = 0; n < length; n++) {
            window[n] = (float) (0.5 - 0.5 * Math.cos(2 * Math.PI * n / length));
        }
        return window;
    }

    public int fft() {
        return fft;
    }

    public int bins() {
        return fft / 2 + 1;
    }

    public int frames(int samples) {
        return (samples + 2 * padding() - fft) / hop + 1;
    }

    /// Samples by which a sound is extended at each end; it must be longer than that.
    public int padding() {
        return (fft - hop) / 2;
    }

    /// `[samples] → [frames, bins]`.
    public Spectrum forward(float[] samples) {
        Spectrum spectrum = new Spectrum(frames(samples.length), fft);
        forward(samples, spectrum);
        return spectrum;
    }

    /// As [#forward(float[])], into a spectrum that is there already.
    public void forward(float[] samples, Spectrum spectrum) {
        float[] padded = reflected(samples);
        float[] packed = spectrum.packed();
        int lead = (fft - window.length) / 2;
        Stretches.share(spectrum.frames(), (first, end) -> {
            for (int frame = first; frame < end; frame++) {
                int at = frame * fft;
                int from = frame * hop + lead;
                Arrays.fill(packed, at, at + lead, 0);
                Arrays.fill(packed, at + lead + window.length, at + fft, 0);
                for (int n = 0; n < window.length; n++) {
                    packed[at + lead + n] = padded[from + n] * window[n];
                }
                transform.realForward(packed, at);
            }
        });
    }

    /// The sound whose transform is nearest to the spectrum in the least-squares sense: `[frames, bins] → [samples]`.
    /// Overwrites the spectrum.
    ///
    /// source: D. Griffin and J. Lim, Signal Estimation from Modified Short-Time Fourier Transform, 1984, equation (6)
    public float[] inverse(Spectrum spectrum, int samples) {
        float[] sum = new float[samples + 2 * padding()];
        float[] weight = new float[sum.length];
        float[] packed = spectrum.packed();
        int lead = (fft - window.length) / 2;
        Stretches.share(spectrum.frames(), (first, end) -> {
            for (int frame = first; frame < end; frame++) {
                transform.realInverse(packed, frame * fft, true);
            }
        });
        for (int frame = 0; frame < spectrum.frames(); frame++) { // in order, so that sums round alike on any number of cores
            int at = frame * fft + lead;
            int to = frame * hop + lead;
            for (int n = 0; n < window.length; n++) {
                sum[to + n] += window[n] * packed[at + n];
                weight[to + n] += window[n] * window[n];
            }
        }
        float[] sound = new float[samples];
        for (int i = 0; i < samples; i++) {
            // The sum of squared windows vanishes only where no frame reaches.
            sound[i] = sum[padding() + i] / Math.max(weight[padding() + i], 1e-8f);
        }
        return sound;
    }

    private float[] reflected(float[] samples) {
        int padding = padding();
        if (samples.length <= padding) {
            throw new IllegalArgumentException("a sound of " + samples.length + " samples is too short to be reflected by " + padding);
        }
        float[] padded = new float[samples.length + 2 * padding];
        System.arraycopy(samples, 0, padded, padding, samples.length);
        for (int i = 1; i <= padding; i++) {
            padded[padding - i] = samples[i];
            padded[padding + samples.length - 1 + i] = samples[samples.length - 1 - i];
        }
        return padded;
    }
}
