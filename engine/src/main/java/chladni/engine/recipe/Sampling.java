package chladni.engine.recipe;

import chladni.engine.failure.BadInput;

/// How noise becomes a picture.
///
/// @param sampler name of the sampler, as in `ddim` (`chladni.engine.compose.Samplers` has them all)
/// @param steps 1 … 1000
/// @param temperature DDIM's η: 0 deterministic, 1 as much fresh noise as DDPM; the other samplers have none
/// @param noise how the start noise is drawn
public record Sampling(String sampler, int steps, double temperature, NoiseKind noise) {
    public static final Sampling DEFAULT = new Sampling("ddim", 50, 0, NoiseKind.FLOAT);

    public Sampling {
        Ranges.integer("steps", steps, 1, 1000);
        Ranges.number("temperature", temperature, 0, 1);
        if (sampler.isBlank()) {
            throw new BadInput("\"sampler\" must name a sampler, such as ddim.");
        }
    }

    public Sampling withSteps(int steps) {
        return new Sampling(sampler, steps, temperature, noise);
    }

    public Sampling withTemperature(double temperature) {
        return new Sampling(sampler, steps, temperature, noise);
    }
}
