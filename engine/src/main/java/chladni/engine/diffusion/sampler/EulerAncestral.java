package chladni.engine.diffusion.sampler;

import chladni.engine.diffusion.NoiseSchedule;
import chladni.engine.diffusion.Sampler;
import chladni.engine.diffusion.Step;
import chladni.engine.tensor.Tensor;
import java.util.function.Supplier;

/// Ancestral sampling by Euler's method: a step down to less noise than the next level has, then fresh noise up to it, as much as the
/// posterior has (Song et al. 2021, "Score-based generative modeling through stochastic differential equations", appendix F). It always
/// adds all of it: there is no η here, since at η = 0 it is `EulerDiscrete`.
public record EulerAncestral() implements Sampler {
    @Override
    public Walk begin(NoiseSchedule schedule, int steps) {
        return new AncestralWalk(NoiseLevels.throughout(schedule, steps), schedule);
    }

    private record AncestralWalk(NoiseLevels levels, NoiseSchedule schedule) implements SigmaWalk {
        /// | here | paper | |
        /// |---|---|---|
        /// | x | x_i | latents plus noise of deviation σ_i |
        /// | epsilon | −σ_i · s_θ(x_i, i) | predicted noise |
        /// | sigma, sigmaNext | σ_i, σ_{i−1} | deviation of the noise now and after |
        /// | up | √(σ²_{i−1}(σ²_i − σ²_{i−1})/σ²_i) | deviation of the fresh noise |
        /// | down | √(σ²_{i−1} − up²) | where the deterministic part of the step ends |
        @Override
        public Stepped step(Tensor x, Tensor epsilon, Step t, Supplier<Tensor> fresh) {
            double sigma = levels.sigma(t.index());
            double sigmaNext = levels.sigma(t.index() + 1);
            // 1. denoised
            Tensor x0 = x.scaledPlus(1, epsilon, (float) -sigma);
            x0 = schedule.limited(x0);
            // 2. the deviation of p(x_{i−1} | x_i, x_0)
            double ratio = sigmaNext / sigma;
            double up = sigmaNext * Math.sqrt(Math.max(1 - ratio * ratio, 0));
            double down = sigmaNext * ratio;
            // 3. Euler's step to `down`
            Tensor slope = x.minus(x0).times((float) (1 / sigma));
            Tensor next = x.scaledPlus(1, slope, (float) (down - sigma));
            // 4. fresh noise, equation 47; none to the noiseless end
            return new Stepped(up == 0 ? next : next.scaledPlus(1, fresh.get(), (float) up), x0);
        }
    }
}
