package chladni.engine.compose;

import chladni.engine.diffusion.NoiseEstimate;
import chladni.engine.diffusion.NoiseSchedule;
import chladni.engine.failure.CancelSignal;
import chladni.engine.pack.ColourPack;
import chladni.engine.tensor.Shape;
import chladni.engine.tensor.Tensor;
import java.util.List;
import java.util.Optional;

/// A picture model in pixels, one stage of DeepFloyd IF: `[1, 3, h, w]` in −1 … 1. Drive it with [#schedule], whose sampler walks from
/// noise to picture, and [#estimate], which says at every step what is noise:
///
///     Sampler.Walk walk = model.schedule().sampler(List.of()).begin(model.schedule().noise(), 50);
///     new DenoiseLoop(walk, model.estimate(context, 7, low, cancel), null, fresh).run(walk.start(noise), 0, monitor, observer);
public final class PixelModel {
    private final ColourPack pack;
    private final PixelSchedule schedule;
    private final Optional<NoiseSchedule> lowNoise;

    private PixelModel(ColourPack pack) {
        this.pack = pack;
        this.schedule = PixelSchedule.read(pack.scheduler());
        this.lowNoise = pack.enlarges() ? Optional.of(PixelSchedule.read(pack.lowScheduler()).noise()) : Optional.empty();
    }

    /// Reads the pack's schedules; its network is loaded at first use, and stays the pack's.
    ///
    /// @throws chladni.engine.failure.PackBroken naming the file that is missing or damaged
    public static PixelModel of(ColourPack pack) {
        if (!pack.isDeepFloyd()) {
            throw new IllegalArgumentException("the pack " + pack.id() + " is none of DeepFloyd IF's");
        }
        return new PixelModel(pack);
    }

    /// A small picture for a model that enlarges: as large as the result, and noised so that its faults do not count.
    ///
    /// @param picture `[1, 3, h, w]`
    /// @param level the training time at whose noise it lies
    public record Low(Tensor picture, int level) {}

    /// Enlarges a small picture `[1, 3, h, w]` to `height × width` and noises it once, before the first step.
    ///
    /// @param level how noisy, as a training time; 250 is published
    public Low low(Tensor small, Shape size, int level, Tensor noise) {
        NoiseSchedule schedule = lowNoise.orElseThrow(() -> new IllegalStateException("this model enlarges nothing"));
        float alphaBar = schedule.alphaBar(level);
        Tensor large = Enlarged.to(small, size.length(2), size.length(3));
        return new Low(large.scaledPlus((float) Math.sqrt(alphaBar), noise, (float) Math.sqrt(1 - alphaBar)), level);
    }

    public PixelSchedule schedule() {
        return schedule;
    }

    /// Height and width in pixels that it was trained at.
    public int size() {
        return pack.rows();
    }

    /// Heights and widths must be multiples of this.
    public int sizeMultiple() {
        return pack.sizeMultiple();
    }

    /// Whether it wants a small picture beside the noisy one.
    public boolean enlarges() {
        return pack.enlarges();
    }

    /// The estimate under `context [2, l, d]`, row 0 without the prompt and row 1 with it: `x [1, 3, h, w] → [1, 6, h, w]`, guided noise and
    /// behind it the variance, which is the prompt's row's and not guided.
    ///
    /// @param low for a model that enlarges; empty for others
    public NoiseEstimate estimate(Tensor context, double guidance, Optional<Low> low, CancelSignal cancel) {
        if (low.isPresent() != enlarges()) {
            throw new IllegalArgumentException(enlarges() ? "this model needs a small picture" : "this model enlarges nothing");
        }
        return (x, t) -> {
            Tensor seen = low.map(it -> x.withChannels(it.picture())).orElse(x);
            Tensor both = pack.predictPixels(Tensor.stack(List.of(seen, seen)), t.timestep(), context, low.map(Low::level).orElse(0), cancel);
            return guided(both, x.shape().length(1), (float) guidance);
        };
    }

    private static Tensor guided(Tensor both, int channels, float guidance) {
        Tensor without = both.row(0).channels(0, channels);
        Tensor with = both.row(1).channels(0, channels);
        Tensor noise = without.scaledPlus(1, with.minus(without), guidance);
        int all = both.shape().length(1);
        return all == channels ? noise : noise.withChannels(both.row(1).channels(channels, all));
    }
}
