package chladni.engine.media;

/// How a sound becomes a grey picture and back: the numbers of DESIGN section 4. Level 0 … 1 is the natural logarithm of the
/// mel-band amplitude from `logMin` to `logMax`.
///
/// @param sampleRate Hz
/// @param hop samples between columns
/// @param window samples of the periodic Hann window, centred in the transform
/// @param fft transform length in samples
/// @param mels mel bands (Slaney scale and area norm): rows of the picture
/// @param fMin lowest frequency in Hz
/// @param fMax highest frequency in Hz
/// @param logMin amplitude shown as black
/// @param logMax amplitude shown as white
public record SpectrogramFormat(
        int sampleRate, int hop, int window, int fft, int mels, double fMin, double fMax, double logMin, double logMax) {
    /// 128 bands, 16 kHz, 10 ms a column: the starter pack.
    public static final SpectrogramFormat STARTER = new SpectrogramFormat(16_000, 160, 1024, 2048, 128, 0, 8000, 1e-5, 200);
    /// 256 bands, 16 kHz, 10 ms a column: Auffusion on Stable Diffusion 1.5.
    public static final SpectrogramFormat AUFFUSION = new SpectrogramFormat(16_000, 160, 1024, 2048, 256, 0, 8000, 1e-5, 200);

    public SpectrogramFormat {
        if (sampleRate < 1 || hop < 1 || window < 2 || fft < window || mels < 1) {
            throw new IllegalArgumentException("a spectrogram format needs positive sizes and a transform no shorter than its window");
        }
        if (!(fMin >= 0 && fMin < fMax && fMax <= sampleRate / 2.0)) {
            throw new IllegalArgumentException("a spectrogram's frequencies must lie within 0 and half the sample rate");
        }
        if (!(logMin > 0 && logMin < logMax)) {
            throw new IllegalArgumentException("a spectrogram's level range must be positive and rising");
        }
    }

    public double secondsPerColumn() {
        return (double) hop / sampleRate;
    }

    /// The whole level range in decibels (146 dB for 1e-5 … 200).
    public double rangeDecibels() {
        return 20 * Math.log10(logMax / logMin);
    }
}
