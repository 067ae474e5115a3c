package chladni.engine.diffusion;

import chladni.engine.tensor.Tensor;
import java.util.List;
import java.util.function.Supplier;

/// A published way of walking from noise to a picture. Choosing one is a value; a walk keeps whatever state its method needs.
@FunctionalInterface
public interface Sampler {
    Walk begin(NoiseSchedule schedule, int steps);

    /// One walk through a schedule. The sampler never sees a prompt.
    interface Walk {
        /// Every evaluation of the models, from noise to picture.
        List<Step> steps();

        /// The known latents as they would be at the start of step `index`, under this noise; at `index` = number of steps the known
        /// latents themselves.
        Tensor noised(Tensor known, Tensor noise, int index);

        /// Where a walk from pure unit noise starts.
        Tensor start(Tensor noise);

        /// What the networks see of x at a step.
        default Tensor seen(Tensor x, Step t) {
            return x;
        }

        /// x one step on, and the estimate x̂₀ of the finished latents.
        ///
        /// @param fresh draws unit noise of x's shape, for samplers that add some
        Stepped step(Tensor x, Tensor epsilon, Step t, Supplier<Tensor> fresh);
    }

    /// @param x latents after the step
    /// @param x0 x̂₀, the current estimate of the finished latents
    record Stepped(Tensor x, Tensor x0) {}
}
