package chladni.engine.diffusion.sampler;

import chladni.engine.diffusion.NoiseSchedule;
import chladni.engine.diffusion.Sampler;
import chladni.engine.diffusion.Step;
import chladni.engine.tensor.Tensor;
import java.util.function.Supplier;

/// Denoising diffusion implicit models (Song, Meng & Ermon 2021).
///
/// @param eta η: 0 deterministic, 1 the noise of DDPM
public record Ddim(double eta) implements Sampler {
    @Override
    public Walk begin(NoiseSchedule schedule, int steps) {
        return new DdimWalk(schedule, schedule.timesteps(steps), eta);
    }

    private record DdimWalk(NoiseSchedule schedule, int[] times, double eta) implements TimesWalk {
        /// | here | paper | |
        /// |---|---|---|
        /// | x | x_t | latents |
        /// | epsilon | ε_θ(x_t) | predicted noise |
        /// | a, aPrev | α_t, α_{t−1} (their α is the cumulated ᾱ) | signal power left now and after |
        /// | sigma | σ_t | deviation of the fresh noise |
        @Override
        public Stepped step(Tensor x, Tensor epsilon, Step t, Supplier<Tensor> fresh) {
            float a = t.alphaBar();
            float aPrev = schedule.alphaBarBefore((int) t.timestep() - schedule.trainSteps() / times.length);
            // 1. "predicted x₀", equation 12
            Tensor x0 = x.scaledPlus(1, epsilon, -sqrt(1 - a)).times(1 / sqrt(a));
            x0 = schedule.clipped(x0);
            // 2. σ_t(η), equation 16
            float sigma = (float) (eta * Math.sqrt((1.0 - aPrev) / (1.0 - a) * (1 - (double) a / aPrev)));
            // 3. "direction pointing to x_t", equation 12
            Tensor next = x0.scaledPlus(sqrt(aPrev), epsilon, sqrt(1 - aPrev - sigma * sigma));
            // 4. "random noise", equation 12
            return new Stepped(sigma == 0 ? next : next.scaledPlus(1, fresh.get(), sigma), x0);
        }

        private static float sqrt(float value) {
            return (float) Math.sqrt(Math.max(value, 0f));
        }
    }
}
