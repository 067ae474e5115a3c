package chladni.engine.diffusion;

import chladni.engine.tensor.Shape;
import chladni.engine.tensor.Tensor;

/// Holds the grey of a colour sample, so that only its colours are made anew (Factorized Diffusion, Geng et al. 2024, section 3: a sample is the
/// sum of its components, here grey and the rest; the grey one is replaced after every step): x = x − grey(x) + grey(known at the next
/// noise level), where grey is the mean of the channels (PUBLISHED.md, point 10). After the last step the grey is the known one itself.
///
/// @param known the grey in each channel, `[1, 3, h, w]`
/// @param noise the one noise, `[1, 3, h, w]`
public record GreyHeld(Tensor known, Tensor noise) implements Held {
    @Override
    public Tensor apply(Tensor x, Tensor knownAtNext) {
        float[] out = new float[x.size()];
        Shape shape = x.shape();
        int channels = shape.length(1);
        int plane = shape.length(2) * shape.length(3);
        for (int i = 0; i < plane; i++) {
            float shift = grey(knownAtNext.data(), i, plane, channels) - grey(x.data(), i, plane, channels);
            for (int c = 0; c < channels; c++) {
                out[c * plane + i] = x.data()[c * plane + i] + shift;
            }
        }
        return Tensor.of(shape, out);
    }

    private static float grey(float[] values, int at, int plane, int channels) {
        float sum = 0;
        for (int c = 0; c < channels; c++) {
            sum += values[c * plane + at];
        }
        return sum / channels;
    }
}
