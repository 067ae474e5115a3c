package chladni.engine.diffusion.sampler;

import chladni.engine.diffusion.NoiseSchedule;
import chladni.engine.diffusion.Sampler;
import chladni.engine.diffusion.Step;
import chladni.engine.tensor.Tensor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The unified predictor-corrector of order 2 for data prediction, with B(h) = B₂(h) = e^{−h} − 1 (Zhao, Bai, Rao, Zhou & Lu 2023,
/// theorem 3.1 and corollary 3.2, in their form for data prediction). Each evaluation first corrects the step that led to it, then predicts the next; it
/// costs no evaluation of its own. The last step is of first order.
public record UniPc() implements Sampler {
    @Override
    public Walk begin(NoiseSchedule schedule, int steps) {
        return new UniPcWalk(NoiseLevels.beforeTheLast(schedule, steps), schedule);
    }

    private static final class UniPcWalk implements LambdaWalk {
        private final NoiseLevels levels;
        private final NoiseSchedule schedule;
        private @Nullable Past past;

        /// What a step leaves to the next.
        ///
        /// @param x corrected latents that the prediction started from
        /// @param m data prediction there
        /// @param earlier data prediction one step earlier; null after the first step
        /// @param order p of the prediction
        private record Past(Tensor x, Tensor m, @Nullable Tensor earlier, int order) {}

        UniPcWalk(NoiseLevels levels, NoiseSchedule schedule) {
            this.levels = levels;
            this.schedule = schedule;
        }

        @Override
        public NoiseLevels levels() {
            return levels;
        }

        /// | here | paper | |
        /// |---|---|---|
        /// | x | x̃_{t_i} | latents as predicted |
        /// | corrected | x̃^c_{t_i} | latents after UniC |
        /// | x0 | m_θ(x̃_{t_i}, t_i) | predicted data |
        /// | order | p | order of the predictor |
        @Override
        public Stepped step(Tensor x, Tensor epsilon, Step t, Supplier<Tensor> fresh) {
            int i = t.index();
            float a = levels.signal(i);
            // 1. m_θ from ε_θ
            Tensor x0 = x.scaledPlus(1 / a, epsilon, -levels.noise(i) / a);
            x0 = schedule.limited(x0);
            // 2. UniC, theorem 3.1
            Tensor corrected = past == null ? x : corrected(past, x0, i);
            // 3. UniP, corollary 3.2; order 2 needs an earlier prediction, and levels of finite λ
            Tensor earlier = past == null ? null : past.m();
            int order = earlier == null || i + 1 == levels.count() ? 1 : 2;
            past = new Past(corrected, x0, earlier, order);
            return new Stepped(predicted(past, i), x0);
        }

        /// | here | paper | |
        /// |---|---|---|
        /// | h | h_i = λ_{t_i} − λ_{t_{i−1}} | |
        /// | b | α_{t_i} B(h_i) | |
        /// | r | r_1 = (λ_{t_{i−2}} − λ_{t_{i−1}})/h_i, below 0 | |
        /// | d | D_1 = m_{i−2} − m_{i−1} | |
        private Tensor predicted(Past from, int i) {
            double h = levels.lambda(i + 1) - levels.lambda(i);
            double b = levels.signal(i + 1) * Math.expm1(-h);
            Tensor next = firstOrder(from, i, b);
            Tensor earlier = from.earlier();
            if (from.order() == 1 || earlier == null) {
                return next;
            }
            double r = (levels.lambda(i - 1) - levels.lambda(i)) / h;
            Tensor d = earlier.minus(from.m());
            // a_1 = 1/2 has order 2 already
            return next.scaledPlus(1, d, (float) (-b * 0.5 / r));
        }

        /// The step from t_{i−1} to t_i again, with what the networks said at t_i.
        ///
        /// | here | paper | |
        /// |---|---|---|
        /// | m | m_θ(x̃_{t_i}, t_i) | |
        /// | a1, a2 | a_1, a_2 of R_2(h) a = b: the weights of D_1/r_1 and D_2 | |
        /// | last | D_2 = m_i − m_{i−1}, r_2 = 1 | |
        private Tensor corrected(Past from, Tensor m, int i) {
            double h = levels.lambda(i) - levels.lambda(i - 1);
            double b = levels.signal(i) * Math.expm1(-h);
            Tensor next = firstOrder(from, i - 1, b);
            Tensor last = m.minus(from.m());
            Tensor earlier = from.earlier();
            if (from.order() == 1 || earlier == null) {
                // a_1 = 1/2 has order 1 already
                return next.scaledPlus(1, last, (float) (-b * 0.5));
            }
            double r = (levels.lambda(i - 2) - levels.lambda(i - 1)) / h;
            // R_2(h) a B(h) = φ_2(h): a_1 + a_2 = φ_1, r_1 a_1 + a_2 = φ_2, divided by B(h)
            double phi1 = (Math.expm1(-h) / -h - 1) / Math.expm1(-h);
            double phi2 = ((Math.expm1(-h) / -h - 1) / -h - 0.5) * 2 / Math.expm1(-h);
            double a1 = (phi1 - phi2) / (1 - r);
            double a2 = phi1 - a1;
            Tensor d = earlier.minus(from.m());
            return next.scaledPlus(1, d, (float) (-b * a1 / r)).scaledPlus(1, last, (float) (-b * a2));
        }

        /// σ_{t_{i+1}}/σ_{t_i} x − α_{t_{i+1}} (e^{−h} − 1) m: what both begin with.
        private Tensor firstOrder(Past from, int i, double b) {
            return from.x().scaledPlus(levels.noise(i + 1) / levels.noise(i), from.m(), (float) -b);
        }
    }
}
