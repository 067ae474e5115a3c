package chladni.engine.compose;

import chladni.engine.diffusion.NoiseSchedule;
import chladni.engine.diffusion.sampler.Ddpm;
import chladni.engine.network.NetworkConfig;
import java.nio.file.Path;
import java.util.List;

/// How a pixel model is sampled, by its `scheduler/scheduler_config.json` with the defaults of diffusers' `DDPMScheduler`.
///
/// @param noise how much of it there is at every time
/// @param variance how much of it a step leaves
/// @param limit what x̂₀ is held within
public record PixelSchedule(NoiseSchedule noise, Ddpm.Variance variance, Ddpm.Limit limit) {
    /// @param folder the pack's `scheduler` or `image_noising_scheduler` folder
    /// @throws chladni.engine.failure.PackBroken when the file is missing, damaged, or asks for what is not built
    public static PixelSchedule read(Path folder) {
        NoiseSchedule noise = new NoiseSchedule(SchedulerConfig.read(folder));
        NetworkConfig file = NetworkConfig.read(folder.resolve("scheduler_config.json"));
        if (!file.text("prediction_type", "epsilon").equals("epsilon")) {
            throw file.unsupported("prediction_type");
        }
        Ddpm.Variance variance = switch (file.text("variance_type", "fixed_small")) {
            case "fixed_small", "fixed_small_log" -> Ddpm.Variance.SMALL;
            case "fixed_large", "fixed_large_log" -> Ddpm.Variance.LARGE;
            case "learned_range" -> Ddpm.Variance.LEARNED_RANGE;
            default -> throw file.unsupported("variance_type");
        };
        return new PixelSchedule(noise, variance, limit(file));
    }

    /// Thresholding comes before clipping, whatever else the file says.
    private static Ddpm.Limit limit(NetworkConfig file) {
        if (file.flag("thresholding", false)) {
            return new Ddpm.Limit.Threshold(file.number("dynamic_thresholding_ratio", 0.995), file.number("sample_max_value", 1));
        }
        return file.flag("clip_sample", true) ? new Ddpm.Limit.Clip((float) file.number("clip_sample_range", 1)) : new Ddpm.Limit.None();
    }

    /// @param times that are visited; empty for evenly spaced ones
    public Ddpm sampler(List<Integer> times) {
        return new Ddpm(variance, limit, times);
    }
}
