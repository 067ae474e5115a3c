package chladni.engine.compose;

import chladni.engine.diffusion.DenoiseLoop;
import chladni.engine.diffusion.Kept;
import chladni.engine.diffusion.NoiseEstimate;
import chladni.engine.diffusion.NoiseSchedule;
import chladni.engine.diffusion.Sampler;
import chladni.engine.diffusion.Share;
import chladni.engine.job.Monitor;
import chladni.engine.job.Stage;
import chladni.engine.pack.Pack;
import chladni.engine.recipe.Compose;
import chladni.engine.recipe.Variation;
import chladni.engine.take.Accidents;
import chladni.engine.take.Take;
import chladni.engine.tensor.Noise;
import chladni.engine.tensor.Slerp;
import chladni.engine.tensor.Tensor;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Images that Sound (Chen, Geng & Owens 2024), section 3.2: one latent is denoised by a picture model and a sound model at once, then
/// decoded by both. With one voice this is plain text-to-picture or text-to-sound, with a canvas inpainting or variation.
///
/// | paper | here |
/// |---|---|
/// | z_t | `x`, latents at step t |
/// | ε_v, ε_a | each voice's guided estimate (`Voicing`) |
/// | λ_v, λ_a | `Voice.weight` |
/// | t_v, t_a | `Voice.from`, `Voice.to` |
/// | D_v, D_a | `Eyes` |
public final class Composer {
    private final Function<String, Pack> packs;
    private final Tracing tracing;
    private final Accidents.Watch watch;

    /// @param watch sees every estimate, in case the take is never finished
    public Composer(Function<String, Pack> packs, Tracing tracing, Accidents.Watch watch) {
        this.packs = packs;
        this.tracing = tracing;
        this.watch = watch;
    }

    /// Makes one take.
    ///
    /// @param recipe of a single take
    /// @param index which take of how many this is, for progress
    public Take compose(Compose recipe, TakeIndex index, Monitor monitor) {
        return compose(recipe, index, monitor, null);
    }

    /// Makes the take that ended early with what was kept of it: the same as if it had been stopped after that step.
    public Take bringBack(Accidents.Left left, Monitor monitor) {
        return compose(left.recipe(), new TakeIndex(0, 1), monitor, new DenoiseLoop.Result(left.read(), left.step()));
    }

    private Take compose(Compose recipe, TakeIndex index, Monitor monitor, DenoiseLoop.@Nullable Result kept) {
        StageClock clock = new StageClock(monitor, index.take(), index.takes());
        NoteBook notes = new NoteBook(monitor);

        clock.enter(Stage.LOADING, 1);
        Ensemble ensemble = Ensemble.of(recipe.voices(), packs);
        Frame frame = Frame.of(ensemble.soundEye(), recipe.columns());
        Eyes eyes = new Eyes(ensemble.pictureEye(), ensemble.soundEye(), monitor.cancel());
        NoiseSchedule schedule = ensemble.schedule(recipe.sampling().sampler());
        ensemble.members().forEach(member -> member.pack().load());

        clock.enter(Stage.READING, 1);
        Voicing voicing = new Voicing(monitor.cancel());
        List<Tensor> contexts = voicing.contexts(ensemble, notes);

        clock.enter(Stage.ENCODING, 1);
        Noise generator = new Noise(recipe.seed(), Precisions.of(recipe.sampling().noise()));
        @Nullable Known known = Known.of(recipe.canvas(), ensemble, frame, generator, monitor.cancel());
        Turn turn = known == null ? Turn.NONE : known.turn();
        Tensor noise = varied(generator.normal(frame.latents()), recipe);

        Samplers.remark(recipe.sampling()).ifPresent(notes::add);
        Sampler.Walk walk = Samplers.named(recipe.sampling()).begin(schedule, recipe.sampling().steps());
        clock.enter(Stage.DENOISING, walk.steps().size());
        Beginning beginning = Beginning.of(known, noise, walk, recipe.sampling().steps());
        NoiseEstimate estimate = voicing.estimate(ensemble, contexts, shares(ensemble, frame, turn));
        Kept held = known == null || known.mask() == null ? null : new Kept(known.latentMask(), known.latents(), noise);
        Trace trace = tracing.begin(contexts);
        Previewer previewer = new Previewer(eyes, TurnedMonitor.of(monitor, turn), index.take());
        trace.step(0, beginning.latents());
        DenoiseLoop.Result made = kept != null ? kept : new DenoiseLoop(walk, estimate, held, () -> generator.normal(frame.latents()))
                .run(beginning.latents(), beginning.step(), monitor, (done, x, x0) -> {
                    trace.step(done - beginning.step(), x);
                    clock.step(done);
                    watch.at(done, x0);
                    previewer.look(done, walk.steps().size(), x0);
                });

        clock.enter(Stage.DECODING, 1);
        Eyes.Seen seen = eyes.look(made.latents());
        trace.decoded(seen);

        clock.enter(Stage.SOUNDING, 1);
        Finishing finishing = new Finishing(ensemble.soundEye(), known, recipe.crop(), monitor.cancel());
        Finishing.Finished finished = finishing.finish(seen, notes);
        trace.waveform(finished.sound());

        return new Take(filledIn(recipe, ensemble, frame), new Making().used(ensemble).made(clock, notes, made.steps()), finished.picture(),
                finished.spectrogram(), finished.sound(), trace.tensors());
    }

    /// The seed's noise, moved along the arc towards the noise of each variation's seed.
    private static Tensor varied(Tensor noise, Compose recipe) {
        Tensor varied = noise;
        for (Variation variation : recipe.variations()) {
            Tensor towards = new Noise(variation.seed(), Precisions.of(recipe.sampling().noise())).normal(noise.shape());
            varied = Slerp.between(varied, towards, variation.strength());
        }
        return varied;
    }

    private static List<Share> shares(Ensemble ensemble, Frame frame, Turn turn) {
        return ensemble.members().stream().map(member -> Weights.share(member.voice().weight(), frame, turn)).toList();
    }

    /// The recipe with every default in its place, so that it means the same tomorrow.
    private static Compose filledIn(Compose recipe, Ensemble ensemble, Frame frame) {
        return recipe.withVoices(ensemble.members().stream().map(Ensemble.Member::voice).toList()).withColumns(frame.columns());
    }
}
