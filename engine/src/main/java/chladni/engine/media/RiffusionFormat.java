package chladni.engine.media;

/// How a picture by riffusion is a sound: mel bands (HTK's scale, filters of equal height), amplitudes of 16-bit samples, dark is
/// loud. `grey = 1 − (amplitude / most)^power`.
///
/// source: riffusion, spectrogram_params.py and spectrogram_image_converter.py
///
/// @param sampleRate Hz
/// @param stepMillis between columns
/// @param paddedMillis length of the transform
/// @param bands rows of the picture
/// @param fMin and `fMax`: Hz
/// @param power of the amplitude that is drawn
/// @param most amplitude drawn black
public record RiffusionFormat(
        int sampleRate, double stepMillis, double paddedMillis, int bands, double fMin, double fMax, double power, double most) {
    /// What its pictures are made with unless they say otherwise.
    public static final RiffusionFormat USUAL = new RiffusionFormat(44_100, 10, 400, 512, 0, 10_000, 0.25, 30e6);

    public RiffusionFormat {
        boolean sensible = sampleRate > 0 && stepMillis > 0 && paddedMillis > 0 && bands > 1 && fMin >= 0 && fMin < fMax
                && power > 0 && power <= 4 && most > 0 && Double.isFinite(most);
        if (!sensible) {
            throw new IllegalArgumentException("such a picture cannot be");
        }
    }

    /// Length of the transform in samples.
    public int fft() {
        return (int) (paddedMillis / 1000 * sampleRate);
    }
}
