package chladni.engine.diffusion;

import chladni.engine.tensor.Tensor;

/// What must stay in a sample while the rest of it is made anew. After every step it is put back as it would be at the next noise level.
public interface Held {
    /// What is to stay, in the shape of a sample.
    Tensor known();

    /// The one noise under which it is put back, of the same shape.
    Tensor noise();

    /// @param x a sample after a step
    /// @param knownAtNext `known` under `noise` at the noise level after that step
    Tensor apply(Tensor x, Tensor knownAtNext);
}
