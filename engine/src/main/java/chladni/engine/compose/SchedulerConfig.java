package chladni.engine.compose;

import chladni.engine.diffusion.NoiseSchedule;
import chladni.engine.diffusion.Prediction;
import chladni.engine.failure.PackBroken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads a pack's `scheduler/scheduler_config.json` with diffusers' defaults for missing keys, whichever scheduler it names: every
/// sampler of ours can walk the same schedule.
final class SchedulerConfig {
    /// Ours: x̂₀ is held within ± this many deviations, against the starter's rare outliers.
    private static final String X0_LIMIT = "chladni_x0_limit";

    private SchedulerConfig() {}

    /// @param folder the pack's `scheduler` folder
    static NoiseSchedule.Settings read(Path folder) {
        Path file = folder.resolve("scheduler_config.json");
        try {
            return settings(JsonMapper.shared().readTree(Files.readString(file)), file);
        } catch (IOException | JacksonException unreadable) {
            throw new PackBroken("The schedule " + file + " cannot be read: " + unreadable.getMessage(), unreadable);
        } catch (IllegalArgumentException wrong) {
            throw new PackBroken("The schedule " + file + " is damaged: " + wrong.getMessage() + ".", wrong);
        }
    }

    private static NoiseSchedule.Settings settings(JsonNode config, Path file) {
        return new NoiseSchedule.Settings(
                config.path("num_train_timesteps").asInt(1000),
                config.path("beta_start").asDouble(0.0001),
                config.path("beta_end").asDouble(0.02),
                betas(config.path("beta_schedule").asString("linear"), file),
                config.path("steps_offset").asInt(0),
                config.path("set_alpha_to_one").asBoolean(false),
                spacing(config.path("timestep_spacing").asString(""), file),
                prediction(config.path("prediction_type").asString("epsilon"), file),
                x0Limit(config));
    }

    private static NoiseSchedule.Betas betas(String name, Path file) {
        return switch (name) {
            case "linear" -> NoiseSchedule.Betas.LINEAR;
            case "scaled_linear" -> NoiseSchedule.Betas.SCALED_LINEAR;
            case "squaredcos_cap_v2" -> NoiseSchedule.Betas.SQUARED_COSINE;
            default -> throw unknown("beta_schedule", name, file);
        };
    }

    private static NoiseSchedule.Spacing spacing(String name, Path file) {
        return switch (name) {
            case "" -> NoiseSchedule.Spacing.UNSTATED;
            case "leading" -> NoiseSchedule.Spacing.LEADING;
            case "linspace" -> NoiseSchedule.Spacing.LINSPACE;
            case "trailing" -> NoiseSchedule.Spacing.TRAILING;
            default -> throw unknown("timestep_spacing", name, file);
        };
    }

    private static Prediction prediction(String name, Path file) {
        return switch (name) {
            case "epsilon" -> Prediction.EPSILON;
            case "v_prediction" -> Prediction.V;
            case "sample" -> Prediction.SAMPLE;
            default -> throw unknown("prediction_type", name, file);
        };
    }

    /// `clip_sample` counts only where the file says so: Stable Diffusion's files do not clip.
    private static float x0Limit(JsonNode config) {
        if (config.path("clip_sample").asBoolean(false)) {
            return (float) config.path("clip_sample_range").asDouble(1);
        }
        return (float) config.path(X0_LIMIT).asDouble(Double.POSITIVE_INFINITY);
    }

    private static PackBroken unknown(String key, String value, Path file) {
        return new PackBroken(file + " asks for the " + key + " \"" + value + "\", which this program does not know.");
    }
}
