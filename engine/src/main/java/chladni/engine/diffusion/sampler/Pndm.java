package chladni.engine.diffusion.sampler;

import chladni.engine.diffusion.NoiseSchedule;
import chladni.engine.diffusion.Prediction;
import chladni.engine.diffusion.Sampler;
import chladni.engine.diffusion.Step;
import chladni.engine.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Pseudo numerical methods for diffusion models (Liu, Ren, Lin & Zhao 2022): the pseudo linear multistep of order 4, begun with one
/// improved Euler step in place of three of Runge and Kutta (`skip_prk_steps`), as Stable Diffusion 1 was published ("PLMS"). The second
/// time is visited twice, so n steps are n + 1 evaluations. Where the schedule's packs predict v, the multistep's means are of v, as in diffusers.
public record Pndm() implements Sampler {
    @Override
    public Walk begin(NoiseSchedule schedule, int steps) {
        return new PndmWalk(schedule, schedule.timesteps(steps));
    }

    private static final class PndmWalk implements TimesWalk {
        private final NoiseSchedule schedule;
        private final int stride;
        private final Prediction averaged;
        /// The time of each evaluation.
        private final int[] times;
        /// e of the four latest steps, newest first, or v where that is what is predicted.
        private final List<Tensor> estimates = new ArrayList<>();
        /// x before the first step; null when it is over, or when the walk began later.
        private @Nullable Tensor first;

        PndmWalk(NoiseSchedule schedule, int[] grid) {
            this.schedule = schedule;
            this.stride = schedule.trainSteps() / grid.length;
            this.averaged = schedule.settings().prediction() == Prediction.V ? Prediction.V : Prediction.EPSILON;
            this.times = twiceTheSecond(grid);
        }

        private static int[] twiceTheSecond(int[] grid) {
            if (grid.length == 1) {
                return grid;
            }
            int[] times = new int[grid.length + 1];
            for (int i = 0; i < times.length; i++) {
                times[i] = grid[i < 2 ? i : i - 1];
            }
            return times;
        }

        @Override
        public NoiseSchedule schedule() {
            return schedule;
        }

        @Override
        public int[] times() {
            return times;
        }

        /// | here | paper | |
        /// |---|---|---|
        /// | x | x_t | latents |
        /// | epsilon | e_t = ε_θ(x_t, t) | predicted noise |
        /// | estimates | e_t, e_{t−δ}, e_{t−2δ}, e_{t−3δ} (newest first; their δ counts upwards) | |
        /// | stride | δ | |
        @Override
        public Stepped step(Tensor x, Tensor epsilon, Step t, Supplier<Tensor> fresh) {
            int time = times[t.index()];
            Tensor estimate = averaged.predicted(epsilon, x, t.alphaBar());
            if (t.index() == 1) {
                return improved(x, estimate, time);
            }
            // 1. e'_t, equation 12 and its lower orders while there is less history
            remember(estimate);
            Tensor combined = combined();
            first = t.index() == 0 ? x : null;
            // 2. φ(x_t, e'_t, t, t − δ), equation 11
            return transfer(x, combined, time, time - stride);
        }

        /// The first step again, from where it began, with the mean of the estimates at its ends (the pseudo improved Euler step). A walk that
        /// begins here has no such step: x is at the level that this evaluation ends at.
        private Stepped improved(Tensor x, Tensor estimate, int time) {
            if (first == null) {
                return new Stepped(x, transfer(x, estimate, time, time).x0());
            }
            Tensor mean = estimate.plus(estimates.getFirst()).times(0.5f);
            return transfer(first, mean, Math.min(time + stride, schedule.trainSteps() - 1), time);
        }

        private void remember(Tensor estimate) {
            estimates.addFirst(estimate);
            if (estimates.size() > 4) {
                estimates.removeLast();
            }
        }

        private Tensor combined() {
            return switch (estimates.size()) {
                case 1 -> estimates.getFirst();
                case 2 -> weighted(3, -1).times(1 / 2f);
                case 3 -> weighted(23, -16, 5).times(1 / 12f);
                default -> weighted(55, -59, 37, -9).times(1 / 24f);
            };
        }

        private Tensor weighted(float... weights) {
            Tensor sum = estimates.getFirst().times(weights[0]);
            for (int i = 1; i < weights.length; i++) {
                sum = sum.scaledPlus(1, estimates.get(i), weights[i]);
            }
            return sum;
        }

        /// φ(x_t, e, t, t − δ), equation 11, which is DDIM's step: √ᾱ_{t−δ} x̂₀ + √(1 − ᾱ_{t−δ}) e, so that x̂₀ can be held and shown.
        private Stepped transfer(Tensor x, Tensor estimate, int from, int to) {
            float a = schedule.alphaBar(from);
            Tensor e = averaged.epsilon(estimate, x, a);
            float aNext = schedule.alphaBarBefore(to);
            Tensor x0 = x.scaledPlus(1, e, -sqrt(1 - a)).times(1 / sqrt(a));
            x0 = schedule.limited(x0);
            return new Stepped(x0.scaledPlus(sqrt(aNext), e, sqrt(1 - aNext)), x0);
        }

        private static float sqrt(float value) {
            return (float) Math.sqrt(value);
        }
    }
}
