package chladni.engine.sound;

/// A complex spectrogram, frame by frame. `packed` holds `fft` numbers a frame in the FFT library's order for real input:
/// `Re 0, Re fft/2, Re 1, Im 1, Re 2, Im 2, …` (bins 0 and fft/2 are real).
///
/// @param frames number of frames
/// @param fft transform length in samples
/// @param packed `frames · fft` numbers; the transforms write to it
public record Spectrum(int frames, int fft, float[] packed) {
    public Spectrum {
        if (packed.length != frames * fft) {
            throw new IllegalArgumentException("a spectrum of " + frames + " × " + fft + " does not hold " + packed.length + " numbers");
        }
    }

    public Spectrum(int frames, int fft) {
        this(frames, fft, new float[Math.multiplyExact(frames, fft)]);
    }

    public int bins() {
        return fft / 2 + 1;
    }

    /// `√(re² + im² + floor)` of one frame: `[bins]`.
    public void magnitudes(int frame, float floor, float[] magnitudes) {
        int at = frame * fft;
        int half = fft / 2;
        magnitudes[0] = (float) Math.sqrt(packed[at] * packed[at] + floor);
        magnitudes[half] = (float) Math.sqrt(packed[at + 1] * packed[at + 1] + floor);
        for (int bin = 1; bin < half; bin++) {
            float re = packed[at + 2 * bin];
            float im = packed[at + 2 * bin + 1];
            magnitudes[bin] = (float) Math.sqrt(re * re + im * im + floor);
        }
    }

    /// Multiplies each bin of one frame by a real factor: `[bins]`.
    public void scale(int frame, float[] factors) {
        int at = frame * fft;
        int half = fft / 2;
        packed[at] *= factors[0];
        packed[at + 1] *= factors[half];
        for (int bin = 1; bin < half; bin++) {
            packed[at + 2 * bin] *= factors[bin];
            packed[at + 2 * bin + 1] *= factors[bin];
        }
    }
}
