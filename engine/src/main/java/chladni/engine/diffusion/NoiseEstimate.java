package chladni.engine.diffusion;

import chladni.engine.tensor.Tensor;

/// Predicts the noise in x at time t: latents `[n, c, h, w] → [n, c, h, w]`. Everything a recipe asks for is built from the
/// combinators `Guided`, `During`, `Mixed`; `Kept` acts between steps.
@FunctionalInterface
public interface NoiseEstimate {
    Tensor at(Tensor x, Step t);

    /// The same, while other voices estimate on other threads.
    default Tensor besideAt(Tensor x, Step t) {
        return at(x, t);
    }

    /// Whether this voice takes part at step t.
    default boolean activeAt(Step t) {
        return true;
    }
}
