package chladni.engine.compose;

import chladni.engine.diffusion.Sampler;
import chladni.engine.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// Where the walk starts.
///
/// @param latents x at the start of `step`
/// @param step first step to run, from 0
record Beginning(Tensor latents, int step) {
    /// Pure noise, or the canvas noised to where its strength begins. A mask at full strength starts from pure noise (`parity/open`,
    /// `inpaint`).
    static Beginning of(@Nullable Known known, Tensor noise, Sampler.Walk walk, int steps) {
        if (known == null || (known.mask() != null && known.strength() == 1)) {
            return new Beginning(walk.start(noise), 0);
        }
        int first = firstStep(walk, steps, known.strength());
        return new Beginning(walk.noised(known.latents(), noise, first), first);
    }

    /// The last int(steps · strength) evaluations are run (diffusers' image-to-image rule; `parity/open`, `img2img`), and every one where
    /// that is all the steps: a sampler may have more evaluations than steps.
    static int firstStep(Sampler.Walk walk, int steps, double strength) {
        int last = Math.max(1, (int) (steps * strength));
        return last >= steps ? 0 : walk.steps().size() - last;
    }
}
