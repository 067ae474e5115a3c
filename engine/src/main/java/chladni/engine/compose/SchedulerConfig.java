package chladni.engine.compose;

import chladni.engine.diffusion.NoiseSchedule;
import chladni.engine.diffusion.Prediction;
import chladni.engine.failure.PackBroken;
import chladni.engine.network.NetworkConfig;
import chladni.engine.recipe.Sampling;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Reads a pack's `scheduler/scheduler_config.json` with the defaults of diffusers' scheduler for the chosen sampler, whichever one the file
/// names: every sampler of ours can walk the same schedule. What would change a sampler's numbers in diffusers, and is not built, is refused.
final class SchedulerConfig {
    /// Ours: x̂₀ is held within ± this many deviations, against the starter's rare outliers.
    private static final String X0_LIMIT = "chladni_x0_limit";

    /// For each sampler the keys that diffusers' scheduler of that name reads and this program does not, with the one value of each
    /// that means what is built.
    private static final Map<String, Map<String, Object>> BUILT = Map.of(
            "ddim", Map.of("rescale_betas_zero_snr", false, "thresholding", false),
            "pndm", Map.of("skip_prk_steps", true),
            "euler", Map.of("rescale_betas_zero_snr", false, "use_beta_sigmas", false, "interpolation_type", "linear", "timestep_type", "discrete",
                    "final_sigmas_type", "zero"),
            "euler-ancestral", Map.of("rescale_betas_zero_snr", false),
            "dpm++2m", Map.of("rescale_betas_zero_snr", false, "thresholding", false, "use_beta_sigmas", false, "use_flow_sigmas", false,
                    "use_lu_lambdas", false, "final_sigmas_type", "zero", "solver_order", 2, "algorithm_type", "dpmsolver++"),
            "unipc", Map.of("rescale_betas_zero_snr", false, "thresholding", false, "use_beta_sigmas", false, "use_flow_sigmas", false,
                    "final_sigmas_type", "zero", "solver_order", 2, "predict_x0", true, "lower_order_final", true),
            "lcm", Map.of("rescale_betas_zero_snr", false, "thresholding", false, "original_inference_steps", 50, "timestep_scaling", 10));
    /// The same for keys of which any value but null is one too many, and for names of which several are built.
    private static final Map<String, List<String>> ABSENT = Map.of(
            "euler", List.of("sigma_min", "sigma_max"), "unipc", List.of("sigma_min", "sigma_max"), "dpm++2m", List.of("variance_type"));

    private SchedulerConfig() {}

    /// @param folder a pack's `scheduler` folder
    static NoiseSchedule.Settings read(Path folder) {
        return read(NetworkConfig.read(folder.resolve("scheduler_config.json")), Sampling.DEFAULT.sampler());
    }

    /// @param sampler whose defaults fill in what the file leaves out
    static NoiseSchedule.Settings read(NetworkConfig config, String sampler) {
        try {
            return settings(config, sampler);
        } catch (IllegalArgumentException wrong) {
            throw new PackBroken("The schedule " + config.file() + " is damaged: " + wrong.getMessage() + ".", wrong);
        }
    }

    /// @throws PackBroken naming the key by which this schedule's file asks the sampler for something that is not built
    static void requireBuilt(NetworkConfig config, String sampler) {
        BUILT.getOrDefault(sampler, Map.of()).forEach((key, only) -> {
            boolean same = switch (only) {
                case Boolean flag -> config.flag(key, flag) == flag;
                case String name -> config.text(key, name).equals(name);
                case Number number -> config.number(key, number.doubleValue()) == number.doubleValue();
                default -> throw new IllegalStateException(key);
            };
            refuseUnless(same, config, key, sampler);
        });
        ABSENT.getOrDefault(sampler, List.of()).forEach(key -> refuseUnless(!config.has(key), config, key, sampler));
        switch (sampler) {
            case "dpm++2m" -> {
                refuseUnless(!config.text("solver_type", "midpoint").equals("heun"), config, "solver_type", sampler);
                refuseUnless(config.unbounded("lambda_min_clipped") || !config.has("lambda_min_clipped"), config, "lambda_min_clipped", sampler);
            }
            case "unipc" -> {
                refuseUnless(!config.text("solver_type", "bh2").equals("bh1"), config, "solver_type", sampler);
                refuseUnless(!config.has("disable_corrector") || config.integers("disable_corrector", List.of()).isEmpty(), config,
                        "disable_corrector", sampler);
            }
            default -> { }
        }
    }

    private static void refuseUnless(boolean built, NetworkConfig config, String key, String sampler) {
        if (!built) {
            throw config.refused(key, "which the sampler " + sampler + " of this program does not do. Choose another sampler, or change the file.");
        }
    }

    private static NoiseSchedule.Settings settings(NetworkConfig config, String sampler) {
        return new NoiseSchedule.Settings(
                config.integer("num_train_timesteps", 1000),
                config.number("beta_start", 0.0001),
                config.number("beta_end", 0.02),
                betas(config),
                config.numbers("trained_betas"),
                config.integer("steps_offset", 0),
                config.flag("set_alpha_to_one", !sampler.equals("pndm")),
                spacing(config),
                levels(config),
                prediction(config),
                limits(config));
    }

    private static NoiseSchedule.Betas betas(NetworkConfig config) {
        return switch (config.text("beta_schedule", "linear")) {
            case "linear" -> NoiseSchedule.Betas.LINEAR;
            case "scaled_linear" -> NoiseSchedule.Betas.SCALED_LINEAR;
            case "squaredcos_cap_v2" -> NoiseSchedule.Betas.SQUARED_COSINE;
            default -> throw config.unsupported("beta_schedule");
        };
    }

    private static NoiseSchedule.Spacing spacing(NetworkConfig config) {
        return switch (config.text("timestep_spacing", "")) {
            case "" -> NoiseSchedule.Spacing.UNSTATED;
            case "leading" -> NoiseSchedule.Spacing.LEADING;
            case "linspace" -> NoiseSchedule.Spacing.LINSPACE;
            case "trailing" -> NoiseSchedule.Spacing.TRAILING;
            default -> throw config.unsupported("timestep_spacing");
        };
    }

    private static NoiseSchedule.Levels levels(NetworkConfig config) {
        boolean karras = config.flag("use_karras_sigmas", false);
        boolean exponential = config.flag("use_exponential_sigmas", false);
        if (karras && exponential) {
            throw config.unsupported("use_exponential_sigmas");
        }
        return karras ? NoiseSchedule.Levels.KARRAS : exponential ? NoiseSchedule.Levels.EXPONENTIAL : NoiseSchedule.Levels.OF_TIMES;
    }

    private static Prediction prediction(NetworkConfig config) {
        return switch (config.text("prediction_type", "epsilon")) {
            case "epsilon" -> Prediction.EPSILON;
            case "v_prediction" -> Prediction.V;
            case "sample" -> Prediction.SAMPLE;
            default -> throw config.unsupported("prediction_type");
        };
    }

    /// `clip_sample` counts only where the file says so. DDIM's own default is to clip, which diffusers' pipelines take back for Stable Diffusion.
    private static NoiseSchedule.Limits limits(NetworkConfig config) {
        double clip = config.flag("clip_sample", false) ? config.number("clip_sample_range", 1) : Double.POSITIVE_INFINITY;
        return new NoiseSchedule.Limits((float) config.number(X0_LIMIT, Double.POSITIVE_INFINITY), (float) clip);
    }
}
