package chladni.engine.diffusion.sampler;

import chladni.engine.diffusion.NoiseSchedule;
import chladni.engine.diffusion.Sampler;
import chladni.engine.diffusion.Step;
import chladni.engine.tensor.Tensor;
import java.util.function.Supplier;

/// Euler's method without churn on the levels of a discretely trained network (Karras, Aittala, Aila & Laine 2022, algorithm 2 with
/// S_churn = 0). Here x is the picture plus σ times unit noise; the networks see it scaled back to variance 1.
public record EulerDiscrete() implements Sampler {
    @Override
    public Walk begin(NoiseSchedule schedule, int steps) {
        return new EulerWalk(NoiseLevels.throughout(schedule, steps), schedule);
    }

    private record EulerWalk(NoiseLevels levels, NoiseSchedule schedule) implements SigmaWalk {
        /// | here | paper | |
        /// |---|---|---|
        /// | x | x_i | latents plus noise of deviation t_i |
        /// | epsilon | (x_i − D(x_i; t_i))/t_i | predicted noise |
        /// | sigma, sigmaNext | t_i, t_{i+1} (their σ(t) = t) | deviation of the noise now and after |
        /// | x0 | D(x_i; t_i) | denoised |
        @Override
        public Stepped step(Tensor x, Tensor epsilon, Step t, Supplier<Tensor> fresh) {
            float sigma = levels.sigma(t.index());
            float sigmaNext = levels.sigma(t.index() + 1);
            // 1. D(x_i; t_i), table 1
            Tensor x0 = x.scaledPlus(1, epsilon, -sigma);
            x0 = schedule.limited(x0);
            // 2. dx/dt at t_i, algorithm 2, line 7
            Tensor slope = x.minus(x0).times(1 / sigma);
            // 3. "Euler step from t_i to t_{i+1}", line 8
            return new Stepped(x.scaledPlus(1, slope, sigmaNext - sigma), x0);
        }
    }
}
