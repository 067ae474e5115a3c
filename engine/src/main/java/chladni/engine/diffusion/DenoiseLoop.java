package chladni.engine.diffusion;

import chladni.engine.job.Monitor;
import chladni.engine.tensor.Tensor;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The only diffusion loop: sampler × estimate × monitor.
///
/// @param walk the sampler's walk through its schedule
/// @param estimate the voices
/// @param held what must stay; null when everything is made anew
/// @param fresh draws unit noise for samplers that add some
public record DenoiseLoop(Sampler.Walk walk, NoiseEstimate estimate, @Nullable Held held, Supplier<Tensor> fresh) {
    /// Sees the latents after every step.
    @FunctionalInterface
    public interface Observer {
        /// @param done steps done, counting from the first of the schedule
        void after(int done, Tensor x, Tensor x0);
    }

    /// @param latents the finished latents, or x̂₀ where the user stopped early
    /// @param steps steps done
    public record Result(Tensor latents, int steps) {}

    /// Walks from `x`, the latents at the start of step `first`, to the end, or to where the monitor says "stop here".
    ///
    /// @throws chladni.engine.failure.Cancelled when the monitor's signal is raised
    public Result run(Tensor x, int first, Monitor monitor, Observer observer) {
        List<Step> steps = walk.steps();
        for (Step t : steps.subList(first, steps.size())) {
            monitor.cancel().throwIfRaised();
            Sampler.Stepped stepped = walk.step(x, estimate.at(walk.seen(x, t), t), t, fresh);
            x = held(stepped.x(), t.index() + 1);
            Tensor x0 = held(stepped.x0(), steps.size());
            observer.after(t.index() + 1, x, x0);
            if (monitor.stopHere() && t.index() + 1 < steps.size()) {
                return new Result(x0, t.index() + 1);
            }
        }
        return new Result(x, steps.size());
    }

    private Tensor held(Tensor x, int index) {
        return held == null ? x : held.apply(x, walk.noised(held.known(), held.noise(), index));
    }
}
