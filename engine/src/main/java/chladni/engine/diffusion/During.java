package chladni.engine.diffusion;

import chladni.engine.tensor.Tensor;

/// A voice that takes part only from one fraction of the schedule to another: active at step i of n when
/// round(from · n) ≤ i < round(to · n). Images that Sound (section 3.2, warm start) lets the sound voice begin alone.
public record During(double from, double to, NoiseEstimate estimate) implements NoiseEstimate {
    @Override
    public Tensor at(Tensor x, Step t) {
        return estimate.at(x, t);
    }

    @Override
    public Tensor besideAt(Tensor x, Step t) {
        return estimate.besideAt(x, t);
    }

    @Override
    public boolean activeAt(Step t) {
        return Math.round(from * t.count()) <= t.index() && t.index() < Math.round(to * t.count()) && estimate.activeAt(t);
    }
}
