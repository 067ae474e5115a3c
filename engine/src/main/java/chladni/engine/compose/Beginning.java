package chladni.engine.compose;

import chladni.engine.diffusion.Sampler;
import chladni.engine.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// Where the walk starts.
///
/// @param latents x at the start of `step`
/// @param step first step to run, from 0
record Beginning(Tensor latents, int step) {
    /// Pure noise, or the canvas noised to where its strength begins: the last int(steps · strength) steps are run (diffusers'
    /// image-to-image rule; `parity/open`, `img2img`). A mask at full strength starts from pure noise (`parity/open`, `inpaint`).
    static Beginning of(@Nullable Known known, Tensor noise, Sampler.Walk walk, int steps) {
        if (known == null || (known.mask() != null && known.strength() == 1)) {
            return new Beginning(walk.start(noise), 0);
        }
        int all = walk.steps().size();
        int first = all - Math.max(1, Math.min(all, (int) (steps * known.strength())));
        return new Beginning(walk.noised(known.latents(), noise, first), first);
    }
}
