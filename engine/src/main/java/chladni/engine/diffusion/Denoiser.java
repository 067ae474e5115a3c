package chladni.engine.diffusion;

import chladni.engine.tensor.Tensor;

/// A network under a condition: the noise in each row of x given the same row of the context.
/// x `[n, c, h, w]`, context `[n, l, d]` → ε `[n, c, h, w]`.
@FunctionalInterface
public interface Denoiser {
    Tensor at(Tensor x, Step t, Tensor context);

    /// The same, while other networks run on other threads.
    default Tensor besideAt(Tensor x, Step t, Tensor context) {
        return at(x, t, context);
    }
}
