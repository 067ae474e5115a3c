package chladni.engine.diffusion.sampler;

import chladni.engine.diffusion.NoiseSchedule;
import chladni.engine.diffusion.Sampler;
import chladni.engine.diffusion.Step;
import chladni.engine.tensor.Tensor;
import java.util.List;

/// What Euler's methods have in common: x is the picture plus σ times unit noise, and the networks see it scaled back to variance 1.
interface SigmaWalk extends Sampler.Walk {
    NoiseLevels levels();

    NoiseSchedule schedule();

    @Override
    default List<Step> steps() {
        return levels().steps();
    }

    /// Where the first level is not the last training time, with the variance of the picture as well.
    @Override
    default Tensor start(Tensor noise) {
        double sigma = levels().highest();
        boolean leading = schedule().settings().spacing() == NoiseSchedule.Spacing.LEADING;
        return noise.times((float) (leading ? Math.sqrt(sigma * sigma + 1) : sigma));
    }

    @Override
    default Tensor noised(Tensor known, Tensor noise, int index) {
        return known.scaledPlus(1, noise, levels().sigma(index));
    }

    /// c_in(σ) · x with the data's variance at 1 (Karras et al. 2022, table 1, "VP").
    @Override
    default Tensor seen(Tensor x, Step t) {
        return x.times(levels().signal(t.index()));
    }
}
