package chladni.engine.diffusion.sampler;

import chladni.engine.diffusion.NoiseSchedule;
import chladni.engine.diffusion.Sampler;
import chladni.engine.diffusion.Step;
import chladni.engine.tensor.Tensor;
import java.util.List;
import java.util.stream.IntStream;

/// What samplers have in common that visit training times and keep the variance at 1.
interface TimesWalk extends Sampler.Walk {
    NoiseSchedule schedule();

    /// The training times that are visited, in that order.
    int[] times();

    @Override
    default List<Step> steps() {
        int[] times = times();
        return IntStream.range(0, times.length).mapToObj(i -> new Step(i, times.length, times[i], schedule().alphaBar(times[i]))).toList();
    }

    @Override
    default Tensor start(Tensor noise) {
        return noise;
    }

    /// √ᾱ · known + √(1 − ᾱ) · noise (Ho et al. 2020, equation 4).
    @Override
    default Tensor noised(Tensor known, Tensor noise, int index) {
        if (index >= times().length) {
            return known;
        }
        float alphaBar = schedule().alphaBar(times()[index]);
        return known.scaledPlus((float) Math.sqrt(alphaBar), noise, (float) Math.sqrt(1 - alphaBar));
    }
}
