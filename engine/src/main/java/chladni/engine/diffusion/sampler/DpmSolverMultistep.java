package chladni.engine.diffusion.sampler;

import chladni.engine.diffusion.NoiseSchedule;
import chladni.engine.diffusion.Sampler;
import chladni.engine.diffusion.Step;
import chladni.engine.tensor.Tensor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// DPM-Solver++(2M) (Lu, Zhou, Bao, Chen, Li & Zhu 2022, algorithm 2): second order in λ from the estimates of two steps, one
/// evaluation each. The first step and the last are of first order, as there is nothing before the one and λ is infinite after the other.
public record DpmSolverMultistep() implements Sampler {
    @Override
    public Walk begin(NoiseSchedule schedule, int steps) {
        return new DpmWalk(NoiseLevels.beforeTheLast(schedule, steps), schedule);
    }

    private static final class DpmWalk implements LambdaWalk {
        private final NoiseLevels levels;
        private final NoiseSchedule schedule;
        /// x_θ of the step before; null at the first.
        private @Nullable Tensor before;

        DpmWalk(NoiseLevels levels, NoiseSchedule schedule) {
            this.levels = levels;
            this.schedule = schedule;
        }

        @Override
        public NoiseLevels levels() {
            return levels;
        }

        /// | here | paper | |
        /// |---|---|---|
        /// | x | x̃_{t_{i−1}} | latents |
        /// | epsilon | ε_θ(x̃_{t_{i−1}}, t_{i−1}) | predicted noise |
        /// | x0, before | x_θ at t_{i−1}, t_{i−2} | predicted data |
        /// | a, aNext | α_{t_{i−1}}, α_{t_i} | signal |
        /// | s, sNext | σ_{t_{i−1}}, σ_{t_i} | noise |
        /// | h, hBefore | h_i, h_{i−1} | steps in λ |
        /// | r | r_i = h_{i−1}/h_i | |
        @Override
        public Stepped step(Tensor x, Tensor epsilon, Step t, Supplier<Tensor> fresh) {
            int i = t.index();
            float a = levels.signal(i);
            float aNext = levels.signal(i + 1);
            float s = levels.noise(i);
            float sNext = levels.noise(i + 1);
            // 1. data prediction: x_θ = (x − σ ε_θ)/α
            Tensor x0 = x.scaledPlus(1 / a, epsilon, -s / a);
            x0 = schedule.limited(x0);
            // 2. D_i = (1 + 1/(2 r_i)) x_θ(t_{i−1}) − 1/(2 r_i) x_θ(t_{i−2}); x_θ alone at both ends
            double h = levels.lambda(i + 1) - levels.lambda(i);
            Tensor d = x0;
            if (before != null && i + 1 < levels.count()) {
                double hBefore = levels.lambda(i) - levels.lambda(i - 1);
                double r = hBefore / h;
                d = x0.scaledPlus((float) (1 + 1 / (2 * r)), before, (float) (-1 / (2 * r)));
            }
            before = x0;
            // 3. x̃_{t_i} = σ_{t_i}/σ_{t_{i−1}} x̃_{t_{i−1}} − α_{t_i} (e^{−h_i} − 1) D_i
            return new Stepped(x.scaledPlus(sNext / s, d, (float) (-aNext * Math.expm1(-h))), x0);
        }
    }
}
