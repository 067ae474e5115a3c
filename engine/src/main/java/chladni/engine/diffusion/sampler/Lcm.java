package chladni.engine.diffusion.sampler;

import chladni.engine.diffusion.NoiseSchedule;
import chladni.engine.diffusion.Sampler;
import chladni.engine.diffusion.Step;
import chladni.engine.failure.BadInput;
import chladni.engine.tensor.Tensor;
import java.util.function.Supplier;

/// Multistep sampling of latent consistency models (Luo, Tan, Huang, Li & Zhao 2023, algorithm 3): each step jumps to the finished
/// latents and noises them again. Made for packs that were distilled this way, where 2 to 8 steps do; with others it works, but poorly.
public record Lcm() implements Sampler {
    /// The times that the model was distilled on; sampling visits some of them.
    private static final int DISTILLED_STEPS = 50;

    @Override
    public Walk begin(NoiseSchedule schedule, int steps) {
        int grid = Math.min(DISTILLED_STEPS, schedule.trainSteps());
        if (steps > grid) {
            throw new BadInput("The sampler lcm takes at most %d steps, not %d; 4 to 8 are usual.".formatted(grid, steps));
        }
        int skip = schedule.trainSteps() / grid;
        int[] times = new int[steps];
        for (int i = 0; i < steps; i++) {
            times[i] = (grid - (int) (i * ((double) grid / steps))) * skip - 1;
        }
        return new LcmWalk(schedule, times);
    }

    private record LcmWalk(NoiseSchedule schedule, int[] times) implements TimesWalk {
        /// σ_data of the boundary condition.
        private static final double SIGMA_DATA = 0.5;
        /// How much training times are stretched in the boundary condition.
        private static final double TIME_SCALE = 10;

        /// | here | paper | |
        /// |---|---|---|
        /// | x | z_{τ_n} | latents |
        /// | epsilon | ε̂_θ(z, c, τ_n) | predicted noise |
        /// | alphaBar | α²(τ_n) | signal power |
        /// | skip, out | c_skip(τ_n), c_out(τ_n) | boundary condition |
        /// | denoised | f_θ(z, c, τ_n) | consistency function |
        @Override
        public Stepped step(Tensor x, Tensor epsilon, Step t, Supplier<Tensor> fresh) {
            // 1. ẑ_0, equation 9
            float alphaBar = t.alphaBar();
            Tensor x0 = x.scaledPlus(1, epsilon, -sqrt(1 - alphaBar)).times(1 / sqrt(alphaBar));
            x0 = schedule.clipped(x0);
            // 2. c_skip and c_out (Song et al. 2023, appendix C, with times in place of deviations)
            double time = t.timestep() * TIME_SCALE;
            double power = time * time + SIGMA_DATA * SIGMA_DATA;
            double skip = SIGMA_DATA * SIGMA_DATA / power;
            double out = time / Math.sqrt(power);
            // 3. f_θ = c_skip z + c_out ẑ_0, equation 9
            Tensor denoised = x0.scaledPlus((float) out, x, (float) skip);
            // 4. "z ← N(α(τ_{n+1}) z, σ²(τ_{n+1}) I)", algorithm 3, but after the last
            boolean last = t.index() + 1 == times.length;
            return new Stepped(last ? denoised : noised(denoised, fresh.get(), t.index() + 1), denoised);
        }

        private static float sqrt(float value) {
            return (float) Math.sqrt(value);
        }
    }
}
