package chladni.engine.compose;

import chladni.engine.diffusion.DenoiseLoop;
import chladni.engine.diffusion.GreyHeld;
import chladni.engine.diffusion.NoiseEstimate;
import chladni.engine.diffusion.Sampler;
import chladni.engine.failure.CancelSignal;
import chladni.engine.job.Monitor;
import chladni.engine.pack.ColourPack;
import chladni.engine.tensor.Noise;
import chladni.engine.tensor.Shape;
import chladni.engine.tensor.Tensor;
import java.util.List;
import java.util.Optional;

/// DeepFloyd IF as the colouriser drives it: stage I makes the colours, and stage II, where the recipe names one, makes them larger.
///
/// @param pack stage I, which also reads the prompts for both
record PixelColour(ColourPack pack, PixelModel model, CancelSignal cancel, NoteBook notes) implements ColourModel {
    /// How noisy the small picture is that stage II sees, as a training time; published.
    private static final int LOW_LEVEL = 250;

    static PixelColour of(ColourPack pack, CancelSignal cancel, NoteBook notes) {
        return new PixelColour(pack, PixelModel.of(pack), cancel, notes);
    }

    @Override
    public Size size(int height, int width) {
        return size(model, height, width);
    }

    static Size size(PixelModel model, int height, int width) {
        int multiple = model.sizeMultiple();
        return new Size(model.size(), Math.max(1, Math.round((float) width * model.size() / height / multiple)) * multiple);
    }

    @Override
    public Sampler.Walk walk(int steps) {
        return walk(model, steps);
    }

    private static Sampler.Walk walk(PixelModel model, int steps) {
        return model.schedule().sampler(List.of()).begin(model.schedule().noise(), steps);
    }

    @Override
    public NoiseEstimate estimate(Wish wish, Tensor grey) {
        return model.estimate(context(wish), wish.guidance(), Optional.empty(), cancel);
    }

    @Override
    public Tensor context(Wish wish) {
        return Tensor.stack(List.of(pack.context(wish.negative(), cancel, notes::add), pack.context(wish.prompt(), cancel, notes::add)));
    }

    /// What stage II is asked for.
    ///
    /// @param grey the take's at the larger size, `[1, 3, h, w]` in −1 … 1
    /// @param steps of the whole walk, of which those before `first` are left out
    record Larger(Wish wish, Tensor grey, int steps, int first) {}

    /// Who watches; `observer` is told of the start as of step 0.
    record Seen(Monitor monitor, DenoiseLoop.Observer observer) {}

    /// Stage I's picture `[1, 3, h, w]` as stage II makes it, the grey held at every step there too. It begins with the small picture,
    /// enlarged, under the noise of step `first`.
    Tensor enlarged(PixelModel larger, Tensor small, Larger wanted, Noise generator, Seen seen) {
        Shape shape = wanted.grey().shape();
        PixelModel.Low low = larger.low(small, shape, LOW_LEVEL, generator.normal(shape));
        Tensor noise = generator.normal(shape);
        GreyHeld held = new GreyHeld(wanted.grey(), noise);
        Sampler.Walk walk = walk(larger, wanted.steps());
        Tensor start = held.apply(walk.noised(Enlarged.to(small, shape.length(2), shape.length(3)), noise, wanted.first()),
                walk.noised(wanted.grey(), noise, wanted.first()));
        seen.observer.after(wanted.first(), start, start);
        NoiseEstimate estimate = larger.estimate(context(wanted.wish()), wanted.wish().guidance(), Optional.of(low), cancel);
        return new DenoiseLoop(walk, estimate, held, () -> generator.normal(shape)).run(start, wanted.first(), seen.monitor(), seen.observer()).latents();
    }
}
