package chladni.engine.diffusion.sampler;

import chladni.engine.diffusion.NoiseSchedule;
import chladni.engine.diffusion.Sampler;
import chladni.engine.diffusion.Step;
import chladni.engine.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/// Denoising diffusion probabilistic models (Ho, Jain & Abbeel 2020), with the learned variance of Nichol & Dhariwal 2021 and the dynamic
/// thresholding of Imagen (Saharia et al. 2022): how DeepFloyd IF is sampled. Where the variance is learned, the networks' answer has it
/// behind the noise: twice the channels of x.
///
/// @param times that are visited, falling, as the published fast schedules list them; empty for evenly spaced ones
public record Ddpm(Variance variance, Limit limit, List<Integer> times) implements Sampler {
    private static final double LEAST_VARIANCE = 1e-20;

    /// How much noise a step leaves.
    public enum Variance {
        /// β̃, the least that is possible.
        SMALL,
        /// β, the most.
        LARGE,
        /// Between the two, where the network says.
        LEARNED_RANGE
    }

    /// What x̂₀ is held within.
    public sealed interface Limit {
        record None() implements Limit {}

        record Clip(float range) implements Limit {}

        /// Divided by the `ratio` quantile of its absolute values, where that lies within 1 … `most` (Imagen, section 2.3).
        record Threshold(double ratio, double most) implements Limit {}
    }

    public Ddpm {
        times = List.copyOf(times);
        for (int i = 0; i < times.size(); i++) {
            if (times.get(i) < 0 || i > 0 && times.get(i) >= times.get(i - 1)) {
                throw new IllegalArgumentException("times must fall and not below 0: " + times);
            }
        }
    }

    /// @param steps number of evenly spaced times; not looked at where the times are listed
    @Override
    public Walk begin(NoiseSchedule schedule, int steps) {
        int[] visited = times.isEmpty() ? schedule.timesteps(steps) : times.stream().mapToInt(Integer::intValue).toArray();
        if (visited[0] >= schedule.trainSteps()) {
            throw new IllegalArgumentException("the time " + visited[0] + " lies beyond a schedule of " + schedule.trainSteps() + " times");
        }
        // Listed times end before the first training time; evenly spaced ones go one spacing further.
        int spacing = times.isEmpty() ? schedule.trainSteps() / steps : schedule.trainSteps();
        return new DdpmWalk(this, schedule, visited, visited[visited.length - 1] - spacing);
    }

    /// @param before the time that the last step leads to; below 0 for no noise at all
    private record DdpmWalk(Ddpm how, NoiseSchedule schedule, int[] times, int before) implements TimesWalk {
        /// | here | paper | |
        /// |---|---|---|
        /// | x, x0 | x_t, x̂₀ | picture now, and as it is estimated to become |
        /// | a, aPrev | ᾱ_t, ᾱ_{t−1} | signal power left now and after |
        /// | beta | β_t = 1 − ᾱ_t / ᾱ_{t−1} | noise that this step takes away |
        @Override
        public Stepped step(Tensor x, Tensor predicted, Step t, Supplier<Tensor> fresh) {
            double a = t.alphaBar();
            double aPrev = alphaBarAfter(t);
            double beta = 1 - a / aPrev;
            Tensor epsilon = predicted.channels(0, x.shape().length(1));
            // 1. x̂₀ from equation 15, held within its limit
            Tensor x0 = how.held(x.scaledPlus(1, epsilon, (float) -Math.sqrt(1 - a)).times((float) (1 / Math.sqrt(a))));
            // 2. the mean of q(x_{t−1} | x_t, x̂₀), equation 7
            float ofX0 = (float) (Math.sqrt(aPrev) * beta / (1 - a));
            float ofX = (float) (Math.sqrt(a / aPrev) * (1 - aPrev) / (1 - a));
            Tensor mean = x0.scaledPlus(ofX0, x, ofX);
            // 3. noise, but for time 0; a list that ends above 0 ends with noise
            if (t.timestep() == 0) {
                return new Stepped(mean, x0);
            }
            double least = Math.log(Math.max(LEAST_VARIANCE, (1 - aPrev) / (1 - a) * beta));
            return new Stepped(how.noised(mean, predicted, fresh.get(), new double[] {least, Math.log(beta)}), x0);
        }

        private double alphaBarAfter(Step t) {
            int previous = t.index() + 1 < times.length ? times[t.index() + 1] : before;
            return previous < 0 ? 1 : schedule.alphaBar(previous);
        }
    }

    /// `mean + σ · noise`; where it is learned, ln σ² lies between those of β̃ and β (Nichol & Dhariwal, equation 15).
    private Tensor noised(Tensor mean, Tensor predicted, Tensor noise, double[] logarithms) {
        float[] out = mean.data().clone();
        int channels = mean.shape().length(1);
        float[] fractions = variance == Variance.LEARNED_RANGE ? predicted.channels(channels, 2 * channels).data() : new float[0];
        for (int i = 0; i < out.length; i++) {
            double share = switch (variance) {
                case SMALL -> 0;
                case LARGE -> 1;
                case LEARNED_RANGE -> (fractions[i] + 1.0) / 2;
            };
            double logarithm = share * logarithms[1] + (1 - share) * logarithms[0];
            out[i] += (float) (Math.exp(logarithm / 2) * noise.data()[i]);
        }
        return Tensor.of(mean.shape(), out);
    }

    private Tensor held(Tensor x0) {
        return switch (limit) {
            case Limit.None _ -> x0;
            case Limit.Clip(float range) -> x0.clamp(-range, range);
            case Limit.Threshold(double ratio, double most) -> thresholded(x0, ratio, most);
        };
    }

    /// Every picture of the batch by its own quantile.
    private static Tensor thresholded(Tensor x0, double ratio, double most) {
        int pictures = x0.shape().length(0);
        int size = x0.size() / pictures;
        float[] out = x0.data().clone();
        for (int picture = 0; picture < pictures; picture++) {
            float s = (float) Math.clamp(quantile(Arrays.copyOfRange(out, picture * size, (picture + 1) * size), ratio), 1, most);
            for (int i = picture * size; i < (picture + 1) * size; i++) {
                out[i] = Math.clamp(out[i], -s, s) / s;
            }
        }
        return Tensor.of(x0.shape(), out);
    }

    /// Of the absolute values, linear between neighbours.
    private static double quantile(float[] values, double ratio) {
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.abs(values[i]);
        }
        Arrays.sort(values);
        double place = ratio * (values.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, values.length - 1);
        return values[below] + (place - below) * ((double) values[above] - values[below]);
    }
}
