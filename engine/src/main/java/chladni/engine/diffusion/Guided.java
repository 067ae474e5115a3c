package chladni.engine.diffusion;

import chladni.engine.tensor.Tensor;
import java.util.List;

/// Classifier-free guidance (Ho & Salimans 2022; Images that Sound, equation 5): ε = ε_u + s · (ε_c − ε_u), both in one batch of 2.
///
/// @param conditional context of the prompt, `[1, l, d]`
/// @param unconditional context of the negative or empty prompt, `[1, l, d]`
/// @param scale s; at 1 the conditional estimate alone is asked for, at 0 the unconditional one
public record Guided(Denoiser denoiser, Tensor conditional, Tensor unconditional, float scale) implements NoiseEstimate {
    @Override
    public Tensor at(Tensor x, Step t) {
        return guided(denoiser, x, t);
    }

    @Override
    public Tensor besideAt(Tensor x, Step t) {
        return guided(denoiser::besideAt, x, t);
    }

    private Tensor guided(Denoiser network, Tensor x, Step t) {
        if (scale == 1) {
            return network.at(x, t, conditional);
        }
        if (scale == 0) {
            return network.at(x, t, unconditional);
        }
        Tensor pair = network.at(
                Tensor.stack(List.of(x, x)), // [1, c, h, w] → [2, c, h, w]
                t,
                Tensor.stack(List.of(unconditional, conditional))); // [1, l, d] → [2, l, d]
        Tensor uncond = pair.row(0);
        Tensor cond = pair.row(1);
        return uncond.plus(cond.minus(uncond).times(scale));
    }
}
