package chladni.engine.compose;

import chladni.engine.diffusion.DenoiseLoop;
import chladni.engine.diffusion.GreyHeld;
import chladni.engine.diffusion.Sampler;
import chladni.engine.failure.BadInput;
import chladni.engine.job.Monitor;
import chladni.engine.job.Preview;
import chladni.engine.job.Stage;
import chladni.engine.media.Picture;
import chladni.engine.pack.ColourPack;
import chladni.engine.recipe.Colourise;
import chladni.engine.recipe.Compose;
import chladni.engine.recipe.Recipe;
import chladni.engine.sound.PictureScale;
import chladni.engine.take.Made;
import chladni.engine.take.SoundHash;
import chladni.engine.take.Take;
import chladni.engine.take.TakeStore;
import chladni.engine.tensor.Noise;
import chladni.engine.tensor.Shape;
import chladni.engine.tensor.Tensor;
import java.util.List;
import java.util.function.Function;

/// Images that Sound, section 3.2 "Colorization" and appendix A.3, by Factorized Diffusion (Geng et al. 2024): a colour model is
/// sampled while the grey component of every intermediate picture is the take's own spectrogram under noise.
///
/// | paper | here |
/// |---|---|
/// | the spectrogram x₀ | `grey`, −1 … 1 |
/// | the grey component | mean of the channels (`GreyHeld`) |
/// | "starting at step 7 of 30" | `Colourise.start`: the grey under noise is what the walk begins with |
///
/// The model works at its own size; its colours are then enlarged and laid on the take's grey at full size (`GreyExact`), so the sound
/// is exactly the take's.
public final class Colouriser {
    private final Function<String, ColourPack> packs;
    private final Tracing tracing;

    public Colouriser(Function<String, ColourPack> packs, Tracing tracing) {
        this.packs = packs;
        this.tracing = tracing;
    }

    /// Makes one try.
    public Take colourise(Colourise wish, TakeIndex index, Monitor monitor) {
        StageClock clock = new StageClock(monitor, index.take(), index.takes());
        NoteBook notes = new NoteBook(monitor);

        clock.enter(Stage.LOADING, 1);
        Take take = TakeStore.read(wish.take()).take();
        Colourise recipe = filledIn(wish, take.recipe());
        ColourPack pack = packs.apply(recipe.pack());
        pack.load();
        double guidance = recipe.guidance() == null ? pack.manifest().guidance() : recipe.guidance();
        recipe = recipe.withGuidance(guidance);
        Picture sounding = take.spectrogram().picture();
        ColourModel model = pack.isDeepFloyd() ? PixelColour.of(pack, monitor.cancel(), notes) : UNetColour.of(pack, monitor.cancel(), notes);
        requireEnlarger(recipe, pack, model);
        ColourModel.Size size = model.size(sounding.height(), sounding.width());
        Tensor grey = plane(PictureScale.to(sounding, size.height(), size.width())); // [1, 1, h, w]

        clock.enter(Stage.READING, 1);
        ColourModel.Wish words = new ColourModel.Wish(recipe.prompt(), recipe.negative(), guidance);
        var estimate = model.estimate(words, grey);
        Noise generator = Noise.single(recipe.seed());
        Shape shape = Shape.of(1, 3, size.height(), size.width());
        Tensor noise = generator.normal(shape);
        GreyHeld held = new GreyHeld(inEachChannel(grey), noise);
        Sampler.Walk walk = model.walk(recipe.steps());
        Tensor start = walk.noised(held.known(), noise, recipe.start());

        clock.enter(Stage.DENOISING, walk.steps().size());
        Trace trace = tracing.begin(List.of(model.context(words)));
        trace.step(0, start);
        int first = recipe.start();
        DenoiseLoop.Result made = new DenoiseLoop(walk, estimate, held, () -> generator.normal(shape)).run(start, first, monitor, (done, x, x0) -> {
            trace.step(done - first, x);
            clock.step(done);
            if (monitor.wantsPreview(done, walk.steps().size())) {
                monitor.preview(new Preview(index.take(), done, onto(sounding, x0), take.spectrogram()));
            }
        });

        Making making = new Making().used(pack.id(), pack.fingerprint());
        Tensor colours = made.latents();
        if (model instanceof PixelColour stageOne && !recipe.enlarger().isEmpty() && !monitor.stopHere()) {
            ColourPack larger = enlarger(recipe.enlarger());
            making.used(larger.id(), larger.fingerprint());
            colours = enlarged(stageOne, PixelModel.of(larger), sounding, colours, new Again(recipe, words, generator, clock, monitor, trace));
        }

        clock.enter(Stage.DECODING, 1);
        Picture coloured = onto(sounding, colours);
        trace.picture("picture", coloured);
        Made facts = making.made(clock, notes, made.steps())
                .withFact(Made.SOUND_SHA_256, SoundHash.of(take.sound()));
        return new Take(recipe, facts, coloured, take.spectrogram(), take.sound(), trace.tensors());
    }

    private static void requireEnlarger(Colourise recipe, ColourPack pack, ColourModel model) {
        if (pack.enlarges()) {
            throw new BadInput("The pack " + pack.id() + " only enlarges. Name it as \"enlarger\", and a pack of the kind colour as \"pack\".");
        }
        if (!recipe.enlarger().isEmpty() && !(model instanceof PixelColour)) {
            throw new BadInput("The pack " + recipe.pack() + " cannot be followed by the enlarger " + recipe.enlarger()
                    + ": only stage I of DeepFloyd IF can. Leave \"enlarger\" out.");
        }
    }

    private ColourPack enlarger(String id) {
        ColourPack pack = packs.apply(id);
        if (!pack.enlarges()) {
            throw new BadInput("The pack " + id + " enlarges nothing: \"enlarger\" must be stage II of DeepFloyd IF.");
        }
        return pack;
    }

    /// What the second stage takes over from the first.
    private record Again(Colourise recipe, ColourModel.Wish words, Noise generator, StageClock clock, Monitor monitor, Trace trace) {}

    private static Tensor enlarged(PixelColour stageOne, PixelModel larger, Picture sounding, Tensor small, Again again) {
        ColourModel.Size size = PixelColour.size(larger, sounding.height(), sounding.width());
        Tensor grey = inEachChannel(plane(PictureScale.to(sounding, size.height(), size.width())));
        Colourise recipe = again.recipe;
        again.clock.enter(Stage.DENOISING, recipe.steps());
        PixelColour.Larger wanted = new PixelColour.Larger(again.words, grey, recipe.steps(), recipe.start());
        return stageOne.enlarged(larger, small, wanted, again.generator,
                new PixelColour.Seen(again.monitor, (done, x, _) -> {
                    again.trace.larger(done - recipe.start(), x);
                    again.clock.step(done);
                }));
    }

    /// The model's colours, enlarged, on the take's grey.
    private static Picture onto(Picture grey, Tensor colours) {
        Picture small = Eyes.picture(colours);
        return GreyExact.coloured(grey, PictureScale.to(small, grey.height(), grey.width()));
    }

    private static Tensor plane(Picture grey) {
        return Tensor.of(Shape.of(1, 1, grey.height(), grey.width()), grey.values()).map(v -> 2 * v - 1);
    }

    private static Tensor inEachChannel(Tensor plane) {
        Shape one = plane.shape();
        return Tensor.stack(List.of(plane, plane, plane)).reshape(1, 3, one.length(2), one.length(3)); // [1, 1, h, w] → [1, 3, h, w]
    }

    /// Without a prompt of its own it is "a colorful photo of" what the take was to look like, as in the paper.
    private static Colourise filledIn(Colourise recipe, Recipe of) {
        if (!recipe.prompt().isBlank()) {
            return recipe;
        }
        String picture = switch (of) {
            case Compose compose -> compose.voices().getFirst().prompt();
            case Colourise before -> before.prompt();
            default -> "";
        };
        String subject = picture.strip().replaceFirst("(?i)^an? (painting|picture|drawing|photo|lithograph) of ", "")
                .replaceFirst("(?i),? *(gr[ea]y ?scale|black and white)\\.?$", "");
        return subject.isBlank() ? recipe.withPrompt("a colorful photo") : recipe.withPrompt("a colorful photo of " + subject);
    }
}
