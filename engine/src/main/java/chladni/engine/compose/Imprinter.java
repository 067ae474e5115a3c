package chladni.engine.compose;

import chladni.engine.diffusion.DenoiseLoop;
import chladni.engine.diffusion.Sampler;
import chladni.engine.diffusion.Share;
import chladni.engine.failure.PackMissing;
import chladni.engine.job.Monitor;
import chladni.engine.job.Preview;
import chladni.engine.job.Stage;
import chladni.engine.media.Picture;
import chladni.engine.media.Sound;
import chladni.engine.media.Spectrogram;
import chladni.engine.media.SpectrogramFormat;
import chladni.engine.pack.Pack;
import chladni.engine.recipe.Imprint;
import chladni.engine.recipe.Sampling;
import chladni.engine.recipe.Voice;
import chladni.engine.take.Take;
import chladni.engine.tensor.Noise;
import chladni.engine.tensor.Tensor;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The imprint baseline of Images that Sound (section 4.1): a picture and a sound come about apart, then the picture is pressed into the
/// spectrogram ([Press]). Either may be a file instead.
public final class Imprinter {
    private final Function<String, Pack> packs;
    private final Tracing tracing;

    public Imprinter(Function<String, Pack> packs, Tracing tracing) {
        this.packs = packs;
        this.tracing = tracing;
    }

    /// Makes one take; the generator draws the picture's start noise first, then the sound's (PUBLISHED.md, point 8).
    public Take imprint(Imprint recipe, TakeIndex index, Monitor monitor) {
        StageClock clock = new StageClock(monitor, index.take(), index.takes());
        NoteBook notes = new NoteBook(monitor);
        Noise generator = Noise.single(recipe.seed());
        Trace trace = tracing.begin(List.of());
        Making making = new Making();

        clock.enter(Stage.LOADING, 1);
        Parts parts = new Parts(clock, notes, generator, monitor, making);
        @Nullable Pack soundPack = pack(recipe.sound());
        @Nullable Pack anyPack = soundPack != null ? soundPack : pack(recipe.picture());
        SoundSource.Extent extent = anyPack == null && recipe.sound() instanceof Imprint.Source.File(Path sounding) ? SoundSource.extent(sounding)
                : anyPack == null ? SoundSource.Extent.DEFAULT : new SoundSource.Extent(anyPack.format(), anyPack.manifest().columns());
        SpectrogramFormat format = extent.format();
        int columns = recipe.columns() != 0 ? recipe.columns() : extent.columns();

        Seen seen = parts.picture(recipe.picture(), format, columns);
        Picture grey = seen.picture.grey();
        Spectrogram spectrogram = parts.spectrogram(recipe.sound(), format, columns);

        trace.picture("picture-grey", grey);
        trace.picture("sound-spectrogram", spectrogram.picture());

        clock.enter(Stage.DECODING, 1);
        Spectrogram imprinted = new Press(recipe.ratio(), recipe.tone()).into(spectrogram, grey, seen.covered);
        trace.decoded(new Eyes.Seen(grey, imprinted));
        monitor.preview(new Preview(index.take(), 1, imprinted.picture(), imprinted));

        clock.enter(Stage.SOUNDING, 1);
        Sound sound = new SoundMaker(soundPack != null ? soundPack : vocoder(recipe.sound(), format), monitor.cancel()).audible(imprinted, notes);
        trace.waveform(sound);
        return new Take(recipe, making.made(clock, notes, 1), imprinted.picture(), imprinted, sound, trace.tensors());
    }

    /// A take is heard again as it was heard before, where its pack has a vocoder and is here.
    private @Nullable Pack vocoder(Imprint.Source source, SpectrogramFormat format) {
        if (!(source instanceof Imprint.Source.File(Path path))) {
            return null;
        }
        return SoundSource.packOf(path).map(id -> {
            try {
                Pack pack = packs.apply(id);
                return pack.hasVocoder() && pack.format().equals(format) ? pack : null;
            } catch (PackMissing gone) {
                return null;
            }
        }).orElse(null);
    }

    private @Nullable Pack pack(Imprint.Source source) {
        return source instanceof Imprint.Source.Made made ? packs.apply(made.voice().pack()) : null;
    }

    /// A picture on the canvas.
    private record Seen(Picture picture, CanvasContent.Columns covered) {}

    /// Brings about the picture and the sound, one after the other.
    private final class Parts {
        private final StageClock clock;
        private final NoteBook notes;
        private final Noise generator;
        private final Monitor monitor;
        private final Making making;

        Parts(StageClock clock, NoteBook notes, Noise generator, Monitor monitor, Making making) {
            this.clock = clock;
            this.notes = notes;
            this.generator = generator;
            this.monitor = monitor;
            this.making = making;
        }

        Seen picture(Imprint.Source source, SpectrogramFormat format, int columns) {
            return switch (source) {
                case Imprint.Source.File(Path path) -> {
                    CanvasContent content = CanvasContent.read(path, format, columns);
                    yield new Seen(content.toSee(), content.covered());
                }
                case Imprint.Source.Made made -> new Seen(eyes(made).look(denoised(made, columns)).picture(), new CanvasContent.Columns(0, columns));
            };
        }

        Spectrogram spectrogram(Imprint.Source source, SpectrogramFormat format, int columns) {
            return switch (source) {
                case Imprint.Source.File(Path path) -> CanvasContent.read(path, format, columns).spectrogram();
                case Imprint.Source.Made made -> eyes(made).spectrogram(denoised(made, columns));
            };
        }

        private Eyes eyes(Imprint.Source.Made made) {
            Pack pack = packs.apply(made.voice().pack());
            return new Eyes(pack, pack, monitor.cancel());
        }

        /// One voice alone, from noise to latents.
        private Tensor denoised(Imprint.Source.Made made, int columns) {
            Voice voice = made.voice();
            Sampling sampling = made.sampling();
            Ensemble ensemble = Ensemble.of(List.of(voice), packs);
            making.used(ensemble);
            Frame frame = Frame.of(ensemble.soundEye(), columns);
            clock.enter(Stage.READING, 1);
            List<Tensor> contexts = new Voicing(monitor.cancel()).contexts(ensemble, notes);
            Tensor noise = generator.normal(frame.latents());
            Samplers.remark(sampling).ifPresent(notes::add);
            Sampler.Walk walk = Samplers.named(sampling).begin(ensemble.schedule(sampling.sampler()), sampling.steps());
            clock.enter(Stage.DENOISING, walk.steps().size());
            return new DenoiseLoop(walk, new Voicing(monitor.cancel()).estimate(ensemble, contexts, List.of(Share.of(1))), null,
                            () -> generator.normal(frame.latents()))
                    .run(walk.start(noise), 0, monitor, (done, _, _) -> clock.step(done))
                    .latents();
        }
    }
}
