package chladni.engine.compose;

import chladni.engine.diffusion.Sampler;
import chladni.engine.diffusion.sampler.Ddim;
import chladni.engine.failure.BadInput;
import chladni.engine.recipe.Sampling;
import java.util.List;

/// The samplers by the names that recipes use.
public final class Samplers {
    private Samplers() {}

    /// For menus and messages.
    public static List<String> names() {
        return List.of("ddim");
    }

    static Sampler named(Sampling sampling) {
        return switch (sampling.sampler()) {
            case "ddim" -> new Ddim(sampling.temperature());
            default -> throw new BadInput(
                    "\"sampler\" must be one of " + String.join(", ", names()) + ", not \"" + sampling.sampler() + "\".");
        };
    }
}
