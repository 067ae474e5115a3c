package chladni.engine.compose;

import chladni.engine.diffusion.Sampler;
import chladni.engine.diffusion.sampler.Ddim;
import chladni.engine.diffusion.sampler.DpmSolverMultistep;
import chladni.engine.diffusion.sampler.EulerAncestral;
import chladni.engine.diffusion.sampler.EulerDiscrete;
import chladni.engine.diffusion.sampler.Lcm;
import chladni.engine.diffusion.sampler.Pndm;
import chladni.engine.diffusion.sampler.UniPc;
import chladni.engine.failure.BadInput;
import chladni.engine.recipe.Sampling;
import java.util.List;
import java.util.Optional;

/// The samplers by the names that recipes use.
public final class Samplers {
    private Samplers() {}

    /// For menus and messages.
    public static List<String> names() {
        return List.of("ddim", "pndm", "euler", "euler-ancestral", "dpm++2m", "unipc", "lcm");
    }

    static Sampler named(Sampling sampling) {
        return switch (sampling.sampler()) {
            case "ddim" -> new Ddim(sampling.temperature());
            case "pndm" -> new Pndm();
            case "euler" -> new EulerDiscrete();
            case "euler-ancestral" -> new EulerAncestral();
            case "dpm++2m" -> new DpmSolverMultistep();
            case "unipc" -> new UniPc();
            case "lcm" -> new Lcm();
            default -> throw new BadInput(
                    "\"sampler\" must be one of " + String.join(", ", names()) + ", not \"" + sampling.sampler() + "\".");
        };
    }

    /// What the user should know where a setting has no effect.
    static Optional<String> remark(Sampling sampling) {
        if (sampling.temperature() == 0 || sampling.sampler().equals("ddim")) {
            return Optional.empty();
        }
        return Optional.of(("The temperature changes nothing with the sampler %s: only ddim has one. "
                + "euler-ancestral and lcm always add fresh noise, the others never.").formatted(sampling.sampler()));
    }
}
