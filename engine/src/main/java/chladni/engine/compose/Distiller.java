package chladni.engine.compose;

import chladni.engine.diffusion.NoiseEstimate;
import chladni.engine.diffusion.NoiseSchedule;
import chladni.engine.diffusion.Share;
import chladni.engine.diffusion.Step;
import chladni.engine.failure.Cancelled;
import chladni.engine.field.AdamW;
import chladni.engine.field.FourierField;
import chladni.engine.job.Monitor;
import chladni.engine.job.Stage;
import chladni.engine.pack.Pack;
import chladni.engine.recipe.Distil;
import chladni.engine.take.Take;
import chladni.engine.take.Unfinished;
import chladni.engine.tensor.Noise;
import chladni.engine.tensor.Tensor;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/// Multimodal score distillation, a baseline of Images that Sound (section 4.1, equation 7, appendix A.3; DreamFusion: Poole et al. 2023,
/// equation 3): one picture, an implicit function of place, is optimised until both models find it likely.
///
/// | paper | here |
/// |---|---|
/// | θ, x = g(θ) | a [FourierField] and `z`, its latents `[1, c, h, w]` |
/// | t, ε | `step`, `noise` |
/// | ε̂(z_t; y, t) | the mixed estimate of the voices, guided (`Voicing`) |
/// | w(t) | 1 − ᾱ_t |
/// | ∇θ = w(t)(ε̂ − ε) ∂z/∂θ | [FourierField.Pass#gradient] |
///
/// Different from the paper: the function's values are the *latents* of both models, not pixels, so the gradient passes through our own MLP
/// only, and no encoder; the picture model is the latent one of the recipe, not DeepFloyd IF on eight crops; both voices see the same t and
/// ε; the noise levels fall once instead of being drawn at random, unless the recipe says `random`.
public final class Distiller {
    /// Share of the training times at either end that is left out (DreamFusion).
    private static final double MARGIN = 0.02;
    private static final int FREQUENCIES = 128;
    private static final int WIDTH = 256;
    private static final int HIDDEN = 2;
    /// σ in cycles per latent cell: up to about the finest that cells can show.
    private static final double CYCLES_PER_CELL = 0.25;
    private static final int LOOK_EVERY = 5;
    private static final long KEEP_EVERY_NANOS = TimeUnit.SECONDS.toNanos(10);
    /// Spreads seeds, so that iteration k of one take is not iteration k − 1 of the next.
    private static final long ITERATION_SEED = 1_000_003;

    private final Function<String, Pack> packs;
    private final Tracing tracing;
    private final Unfinished unfinished;

    public Distiller(Function<String, Pack> packs, Tracing tracing, Unfinished unfinished) {
        this.packs = packs;
        this.tracing = tracing;
        this.unfinished = unfinished;
    }

    /// Iterations that are done of a take that was left; 0 when what was kept of it is damaged.
    public static int done(Unfinished.Left left) {
        return DistilState.steps(left.state());
    }

    /// Makes one take, or goes on with it where one of this recipe was left.
    public Take distil(Distil recipe, TakeIndex index, Monitor monitor) {
        StageClock clock = new StageClock(monitor, index.take(), index.takes());
        NoteBook notes = new NoteBook(monitor);

        clock.enter(Stage.LOADING, 1);
        Ensemble ensemble = Ensemble.of(recipe.voices(), packs);
        Frame frame = Frame.of(ensemble.soundEye(), recipe.columns());
        Eyes eyes = new Eyes(ensemble.pictureEye(), ensemble.soundEye(), monitor.cancel());
        ensemble.members().forEach(member -> member.pack().load());
        Making making = new Making().used(ensemble);

        clock.enter(Stage.READING, 1);
        Voicing voicing = new Voicing(monitor.cancel());
        List<Tensor> contexts = voicing.contexts(ensemble, notes);
        List<Share> shares = ensemble.members().stream().map(member -> Weights.share(member.voice().weight(), frame, Turn.NONE)).toList();
        Distil complete = recipe.withVoices(ensemble.members().stream().map(Ensemble.Member::voice).toList()).withColumns(frame.columns());

        clock.enter(Stage.DENOISING, recipe.iterations());
        Unfinished.Place place = unfinished.of(complete, making.packs());
        Optimisation optimisation = new Optimisation(complete, frame, ensemble.schedule(), voicing.estimate(ensemble, contexts, shares), place);
        Trace trace = tracing.begin(contexts);
        Previewer previewer = new Previewer(eyes, monitor, index.take());
        optimisation.goOn(notes);
        trace.step(0, optimisation.latents());
        optimisation.run(monitor, (done, z) -> {
            clock.step(done);
            if (done % LOOK_EVERY == 0) {
                previewer.look(done, recipe.iterations(), z);
            }
        });
        Tensor z = optimisation.latents();
        trace.step(optimisation.done(), z);

        clock.enter(Stage.DECODING, 1);
        Eyes.Seen seen = eyes.look(z);
        trace.decoded(seen);

        clock.enter(Stage.SOUNDING, 1);
        Finishing.Finished finished = new Finishing(ensemble.soundEye(), null, 0, monitor.cancel()).finish(seen, notes);
        trace.waveform(finished.sound());
        if (optimisation.done() == recipe.iterations()) {
            place.forget();
        }
        return new Take(complete, making.made(clock, notes, optimisation.done()), finished.picture(), finished.spectrogram(), finished.sound(),
                trace.tensors());
    }

    @FunctionalInterface
    private interface Observer {
        void after(int done, Tensor z);
    }

    /// The loop, and where it stands.
    private static final class Optimisation {
        private final Distil recipe;
        private final Frame frame;
        private final NoiseSchedule schedule;
        private final NoiseEstimate estimate;
        private final Unfinished.Place place;
        private final FourierField field;
        private final AdamW optimiser;
        private AdamW.State state;
        private long kept = System.nanoTime();

        Optimisation(Distil recipe, Frame frame, NoiseSchedule schedule, NoiseEstimate estimate, Unfinished.Place place) {
            this.recipe = recipe;
            this.frame = frame;
            this.schedule = schedule;
            this.estimate = estimate;
            this.place = place;
            int rows = frame.latents().length(2);
            int columns = frame.latents().length(3);
            FourierField.Size size = new FourierField.Size(rows, columns, frame.latentChannels(), FREQUENCIES, WIDTH, HIDDEN);
            field = FourierField.of(size, Noise.single(recipe.seed()), CYCLES_PER_CELL * rows);
            optimiser = new AdamW(recipe.rate(), recipe.decay());
            state = AdamW.State.of(field.fresh(recipe.seed()));
        }

        int done() {
            return state.steps();
        }

        Tensor latents() {
            return field.at(state.theta()).picture();
        }

        /// From where the same recipe was left, if it was.
        void goOn(NoteBook notes) {
            Optional<byte[]> bytes = place.read();
            if (bytes.isEmpty()) {
                return;
            }
            Optional<AdamW.State> left = DistilState.read(bytes.get(), field.parameters()).filter(it -> it.steps() <= recipe.iterations());
            if (left.isEmpty()) {
                notes.add("What was kept of this take in " + place.folder() + " is damaged, so it begins again.");
                return;
            }
            state = left.get();
            notes.add("Goes on from iteration %d of %d, where it was left.".formatted(done(), recipe.iterations()));
        }

        void run(Monitor monitor, Observer observer) {
            try {
                while (done() < recipe.iterations() && !(monitor.stopHere() && done() > 0)) {
                    monitor.cancel().throwIfRaised();
                    Tensor z = iterate();
                    observer.after(done(), z);
                    if (System.nanoTime() - kept > KEEP_EVERY_NANOS) {
                        keep();
                    }
                }
            } catch (Cancelled cancelled) {
                keep();
                throw cancelled;
            }
            if (done() < recipe.iterations()) {
                keep();
            }
        }

        private void keep() {
            place.write(DistilState.write(state));
            kept = System.nanoTime();
        }

        /// One step down the gradient; the latents before it are returned.
        private Tensor iterate() {
            int i = done();
            Step step = step(i);
            FourierField.Pass pass = field.at(state.theta());
            Tensor z = pass.picture(); // [1, c, h, w]
            Tensor noise = Noise.single(recipe.seed() * ITERATION_SEED + i).normal(frame.latents());
            Tensor noised = z.scaledPlus((float) Math.sqrt(step.alphaBar()), noise, (float) Math.sqrt(1 - step.alphaBar()));
            Tensor estimated = estimate.at(noised, step);
            float w = 1 - step.alphaBar();
            state = optimiser.step(state, pass.gradient(estimated.minus(noise).times(w)));
            return z;
        }

        private Step step(int i) {
            double place = switch (recipe.times()) {
                case FALLING -> 1 - MARGIN - (1 - 2 * MARGIN) * i / recipe.iterations();
                case RANDOM -> new SplittableRandom(recipe.seed() * ITERATION_SEED + i).nextDouble(MARGIN, 1 - MARGIN);
            };
            int t = (int) (place * schedule.trainSteps());
            return new Step(i, recipe.iterations(), t, schedule.alphaBar(t));
        }
    }
}
