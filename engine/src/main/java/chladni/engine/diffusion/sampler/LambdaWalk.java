package chladni.engine.diffusion.sampler;

import chladni.engine.diffusion.Sampler;
import chladni.engine.diffusion.Step;
import chladni.engine.tensor.Tensor;
import java.util.List;

/// What solvers in λ have in common: levels of noise of their own, the variance kept at 1.
interface LambdaWalk extends Sampler.Walk {
    NoiseLevels levels();

    @Override
    default List<Step> steps() {
        return levels().steps();
    }

    @Override
    default Tensor start(Tensor noise) {
        return noise;
    }

    @Override
    default Tensor noised(Tensor known, Tensor noise, int index) {
        return known.scaledPlus(levels().signal(index), noise, levels().noise(index));
    }
}
