package chladni.engine.diffusion;

import chladni.engine.tensor.Tensor;
import java.util.List;

/// How much signal is left at every training time: ᾱ_t = Π(1 − β_s), and which times a sampler visits.
public final class NoiseSchedule {
    private final Settings settings;
    private final float[] alphaBars;

    /// How the visited times are spread (Lin et al. 2023, table 2). Where a scheduler file leaves it `UNSTATED`, each sampler spreads
    /// them in the way of its own publication.
    public enum Spacing {
        UNSTATED, LEADING, LINSPACE, TRAILING;

        public Spacing or(Spacing own) {
            return this == UNSTATED ? own : this;
        }
    }

    /// Which levels of noise solvers in σ visit: those of the visited times, or ones spread between the first and the last by Karras et
    /// al. (2022, equation 5, ρ = 7) or evenly in ln σ, at the times that have such noise.
    public enum Levels { OF_TIMES, KARRAS, EXPONENTIAL }

    /// How far x̂₀ may go from 0.
    ///
    /// @param always whatever the sampler; infinite for none
    /// @param clip `clip_sample_range`, which only DDIM and LCM obey; infinite for none
    public record Limits(float always, float clip) {
        public static final Limits NONE = new Limits(Float.POSITIVE_INFINITY, Float.POSITIVE_INFINITY);
    }

    /// How β rises from start to end.
    public enum Betas { LINEAR, SCALED_LINEAR, SQUARED_COSINE }

    /// A scheduler file's numbers.
    ///
    /// @param trainSteps number of training times, 1000
    /// @param betaStart β at the first time
    /// @param betaEnd β at the last time
    /// @param stepsOffset added to leading-spaced times
    /// @param finalAlphaOne whether ᾱ before the first time is 1; else it is ᾱ₀, which leaves a trace of noise
    /// @param trainedBetas every β; empty where the numbers above say them
    public record Settings(
            int trainSteps,
            double betaStart,
            double betaEnd,
            Betas betas,
            List<Double> trainedBetas,
            int stepsOffset,
            boolean finalAlphaOne,
            Spacing spacing,
            Levels levels,
            Prediction prediction,
            Limits limits) {
        /// Stable Diffusion 1.x and Auffusion (DESIGN section 4).
        public static final Settings STABLE_DIFFUSION = new Settings(1000, 0.00085, 0.012, Betas.SCALED_LINEAR, List.of(), 1, false,
                Spacing.UNSTATED, Levels.OF_TIMES, Prediction.EPSILON, Limits.NONE);

        public Settings {
            trainedBetas = List.copyOf(trainedBetas);
            if (!trainedBetas.isEmpty() && (trainedBetas.size() != trainSteps || !trainedBetas.stream().allMatch(beta -> beta > 0 && beta < 1))) {
                throw new IllegalArgumentException("trained betas must be as many as there are training steps, each between 0 and 1");
            }
            if (trainSteps < 2 || !(betaStart > 0 && betaStart <= betaEnd && betaEnd < 1)) {
                throw new IllegalArgumentException("a noise schedule needs at least two steps and 0 < beta start ≤ beta end < 1");
            }
        }

        /// The same noise at every time, so that latents of one can be denoised by the other; what is predicted may differ.
        public boolean sameNoiseAs(Settings other) {
            return trainSteps == other.trainSteps && betaStart == other.betaStart && betaEnd == other.betaEnd && betas == other.betas
                    && trainedBetas.equals(other.trainedBetas);
        }
    }

    public NoiseSchedule(Settings settings) {
        this.settings = settings;
        this.alphaBars = cumulated(settings);
    }

    public Settings settings() {
        return settings;
    }

    /// ᾱ at training time t.
    public float alphaBar(int t) {
        return alphaBars[t];
    }

    /// ᾱ after the step at time `previous`; times below 0 lie before the first.
    public float alphaBarBefore(int previous) {
        return previous >= 0 ? alphaBars[previous] : settings.finalAlphaOne ? 1f : alphaBars[0];
    }

    /// x̂₀ within ± what every sampler obeys.
    public Tensor limited(Tensor x0) {
        return held(x0, settings.limits.always);
    }

    /// x̂₀ within ± what DDIM and LCM obey.
    public Tensor clipped(Tensor x0) {
        return held(x0, Math.min(settings.limits.always, settings.limits.clip));
    }

    private static Tensor held(Tensor x0, float limit) {
        return limit == Float.POSITIVE_INFINITY ? x0 : x0.clamp(-limit, limit);
    }

    public int trainSteps() {
        return settings.trainSteps;
    }

    /// σ at time t, the noise beside signal of strength 1: √((1 − ᾱ_t)/ᾱ_t) (Karras et al. 2022, table 1), between whole times on a line.
    public float sigma(float t) {
        int below = Math.clamp((int) t, 0, settings.trainSteps - 1);
        int above = Math.min(below + 1, settings.trainSteps - 1);
        return (float) (wholeSigma(below) + Math.max(t - below, 0) * ((double) wholeSigma(above) - wholeSigma(below)));
    }

    /// The fraction of a time that has noise σ, between whole times in ln σ.
    public double timeOf(double sigma) {
        double log = Math.log(Math.max(sigma, 1e-10));
        int low = 0;
        while (low < settings.trainSteps - 2 && log >= (float) Math.log(wholeSigma(low + 1))) {
            low++;
        }
        float from = (float) Math.log(wholeSigma(low));
        float to = (float) Math.log(wholeSigma(low + 1));
        double way = Math.clamp((from - log) / (from - to), 0.0, 1.0);
        return (1 - way) * low + way * (low + 1);
    }

    private float wholeSigma(int t) {
        return (float) Math.sqrt((1 - alphaBars[t]) / alphaBars[t]);
    }

    /// The n whole times that DDIM and its kin visit, falling; leading where the scheduler file does not say otherwise.
    public int[] timesteps(int n) {
        if (n < 1 || n > settings.trainSteps) {
            throw new IllegalArgumentException("a schedule of " + settings.trainSteps + " times cannot be walked in " + n + " steps");
        }
        int[] times = new int[n];
        for (int i = 0; i < n; i++) {
            times[i] = Math.min(timestep(i, n), settings.trainSteps - 1);
        }
        return times;
    }

    private int timestep(int i, int n) {
        int rank = n - 1 - i;
        return switch (settings.spacing) {
            case UNSTATED, LEADING -> rank * (settings.trainSteps / n) + settings.stepsOffset;
            case LINSPACE -> n == 1 ? 0 : (int) Math.rint((double) (settings.trainSteps - 1) * rank / (n - 1));
            case TRAILING -> (int) Math.rint(settings.trainSteps - i * ((double) settings.trainSteps / n)) - 1;
        };
    }

    /// Betas in float32 and their product accumulated in double and stored as float32, as PyTorch computes them.
    private static float[] cumulated(Settings settings) {
        float[] result = new float[settings.trainSteps];
        double product = 1;
        for (int i = 0; i < result.length; i++) {
            product *= 1f - beta(settings, i);
            result[i] = (float) product;
        }
        return result;
    }

    private static float beta(Settings s, int i) {
        if (!s.trainedBetas.isEmpty()) {
            return s.trainedBetas.get(i).floatValue();
        }
        return switch (s.betas) {
            case LINEAR -> linspace(s.betaStart, s.betaEnd, i, s.trainSteps);
            case SCALED_LINEAR -> {
                float root = linspace(Math.sqrt(s.betaStart), Math.sqrt(s.betaEnd), i, s.trainSteps);
                yield root * root;
            }
            case SQUARED_COSINE -> (float) Math.min(1 - squaredCosine(i + 1, s) / squaredCosine(i, s), 0.999);
        };
    }

    /// f(i) = cos²((i/T + 0.008)/1.008 · π/2) (Nichol & Dhariwal 2021, equation 17).
    private static double squaredCosine(int i, Settings s) {
        double cosine = Math.cos(((double) i / s.trainSteps + 0.008) / 1.008 * Math.PI / 2);
        return cosine * cosine;
    }

    /// torch.linspace in float32: counted from the nearer end.
    private static float linspace(double start, double end, int i, int n) {
        float step = ((float) end - (float) start) / (n - 1);
        return i < n / 2 ? (float) start + step * i : (float) end - step * (n - 1 - i);
    }
}
