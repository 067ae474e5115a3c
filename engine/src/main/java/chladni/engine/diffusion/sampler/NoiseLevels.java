package chladni.engine.diffusion.sampler;

import chladni.engine.diffusion.NoiseSchedule;
import chladni.engine.diffusion.NoiseSchedule.Spacing;
import chladni.engine.diffusion.Step;
import chladni.engine.failure.BadInput;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// The times that a solver of the ordinary differential equation visits and the noise there. Its last level is no noise at all, where
/// DDIM's is that of the first training time.
///
/// Both ways of spreading the times are diffusers': a solver's results are only comparable on the same times.
///
/// @param times t_0 > … > t_{n−1}
/// @param sigmas n + 1 numbers: noise beside signal of strength 1 at each time, then 0
record NoiseLevels(float[] times, float[] sigmas) {
    private static final double RHO = 7;

    /// For Euler's methods: from the last training time to the first, at fractions of times where n asks for that.
    static NoiseLevels throughout(NoiseSchedule schedule, int n) {
        int last = schedule.trainSteps() - 1;
        int stride = schedule.trainSteps() / n;
        float[] times = new float[n];
        for (int i = 0; i < n; i++) {
            int rank = n - 1 - i;
            times[i] = switch (schedule.settings().spacing().or(Spacing.LINSPACE)) {
                case LEADING -> rank * stride + schedule.settings().stepsOffset();
                case TRAILING -> trailing(schedule, i, n);
                case LINSPACE, UNSTATED -> n == 1 ? 0 : (float) between(last, rank, n - 1);
            };
        }
        NoiseLevels levels = of(schedule, times);
        return switch (schedule.settings().levels()) {
            case OF_TIMES -> levels;
            case KARRAS -> spread(schedule, karras(levels.sigma(0), levels.sigma(n - 1), n), NoiseSchedule::timeOf);
            case EXPONENTIAL -> spread(schedule, exponential(levels.sigma(0), levels.sigma(n - 1), n), NoiseSchedule::timeOf);
        };
    }

    /// For solvers in λ: n + 1 whole times without the last of them, which the final, noiseless level takes the place of.
    static NoiseLevels beforeTheLast(NoiseSchedule schedule, int n) {
        int last = schedule.trainSteps() - 1;
        int stride = schedule.trainSteps() / (n + 1);
        float[] times = new float[n];
        for (int i = 0; i < n; i++) {
            int rank = n - i;
            times[i] = switch (schedule.settings().spacing().or(Spacing.LINSPACE)) {
                case LEADING -> rank * stride + schedule.settings().stepsOffset();
                case TRAILING -> trailing(schedule, i, n);
                case LINSPACE, UNSTATED -> (float) Math.rint(between(last, rank, n));
            };
        }
        float high = schedule.sigma(last);
        float low = schedule.sigma(0);
        NoiseLevels levels = switch (schedule.settings().levels()) {
            case OF_TIMES -> of(schedule, times);
            case KARRAS -> spread(schedule, karras(high, low, n), (s, sigma) -> Math.rint(s.timeOf(sigma)));
            // diffusers rounds the times of one and cuts those of the other
            case EXPONENTIAL -> spread(schedule, exponential(high, low, n), (s, sigma) -> Math.floor(s.timeOf(sigma)));
        };
        levels.requireFalling();
        return levels;
    }

    private static NoiseLevels of(NoiseSchedule schedule, float[] times) {
        float[] sigmas = new float[times.length + 1];
        for (int i = 0; i < times.length; i++) {
            sigmas[i] = schedule.sigma(times[i]);
        }
        return new NoiseLevels(times, sigmas);
    }

    @FunctionalInterface
    private interface TimeOf {
        double at(NoiseSchedule schedule, double sigma);
    }

    /// Levels of noise at whatever times have them.
    private static NoiseLevels spread(NoiseSchedule schedule, double[] levels, TimeOf timeOf) {
        float[] times = new float[levels.length];
        float[] sigmas = new float[levels.length + 1];
        for (int i = 0; i < levels.length; i++) {
            times[i] = (float) timeOf.at(schedule, levels[i]);
            sigmas[i] = (float) levels[i];
        }
        return new NoiseLevels(times, sigmas);
    }

    /// σ_i = (σ_max^{1/ρ} + i/(n − 1) (σ_min^{1/ρ} − σ_max^{1/ρ}))^ρ with ρ = 7 (Karras et al. 2022, equation 5).
    private static double[] karras(double high, double low, int n) {
        double from = Math.pow(high, 1 / RHO);
        double to = Math.pow(low, 1 / RHO);
        return IntStream.range(0, n).mapToDouble(i -> Math.pow(from + part(i, n) * (to - from), RHO)).toArray();
    }

    private static double[] exponential(double high, double low, int n) {
        double from = Math.log(high);
        double to = Math.log(low);
        return IntStream.range(0, n).mapToDouble(i -> Math.exp(from + part(i, n) * (to - from))).toArray();
    }

    private static double part(int i, int n) {
        return n == 1 ? 0 : (double) i / (n - 1);
    }

    private static float trailing(NoiseSchedule schedule, int i, int n) {
        return (float) Math.rint(schedule.trainSteps() - i * ((double) schedule.trainSteps() / n)) - 1;
    }

    private static double between(int last, int rank, int intervals) {
        return rank == intervals ? last : rank * ((double) last / intervals);
    }

    /// A solver in λ divides by the way between levels.
    private void requireFalling() {
        for (int i = 1; i < sigmas.length; i++) {
            if (!(sigmas[i] < sigmas[i - 1])) {
                throw new BadInput("This sampler cannot take as many as %d steps through this pack's noise. Ask for fewer; 20 are plenty for it."
                        .formatted(times.length));
            }
        }
    }

    int count() {
        return times.length;
    }

    float sigma(int i) {
        return sigmas[i];
    }

    float highest() {
        return sigmas[0];
    }

    /// α_i = 1/√(1 + σ²): signal where the variance is kept at 1 (the square root of ᾱ).
    float signal(int i) {
        return (float) (1 / Math.sqrt(1 + (double) sigmas[i] * sigmas[i]));
    }

    /// σ_i where the variance is kept at 1: √(1 − ᾱ).
    float noise(int i) {
        return (float) (sigmas[i] / Math.sqrt(1 + (double) sigmas[i] * sigmas[i]));
    }

    /// λ_i = ln(α_i/σ_i); infinite at the noiseless end.
    double lambda(int i) {
        return -Math.log(sigmas[i]);
    }

    List<Step> steps() {
        List<Step> steps = new ArrayList<>(times.length);
        for (int i = 0; i < times.length; i++) {
            steps.add(new Step(i, times.length, times[i], (float) (1 / (1 + (double) sigmas[i] * sigmas[i]))));
        }
        return steps;
    }
}
