package chladni.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import chladni.engine.codec.PngDepth;
import chladni.engine.codec.PngFile;
import chladni.engine.codec.PngText;
import chladni.engine.compose.ImprintLook;
import chladni.engine.compose.Tracing;
import chladni.engine.failure.BadInput;
import chladni.engine.failure.CancelSignal;
import chladni.engine.failure.Cancelled;
import chladni.engine.failure.PackMissing;
import chladni.engine.job.Monitor;
import chladni.engine.job.Preview;
import chladni.engine.job.Progress;
import chladni.engine.job.Stage;
import chladni.engine.media.Picture;
import chladni.engine.media.Sound;
import chladni.engine.media.Spectrogram;
import chladni.engine.media.SpectrogramFormat;
import chladni.engine.onnx.Device;
import chladni.engine.pack.PackStore;
import chladni.engine.recipe.Canvas;
import chladni.engine.recipe.Compose;
import chladni.engine.recipe.Imprint;
import chladni.engine.recipe.NoiseKind;
import chladni.engine.recipe.Recipe;
import chladni.engine.recipe.RecipeJson;
import chladni.engine.recipe.Sampling;
import chladni.engine.recipe.Tone;
import chladni.engine.recipe.Voice;
import chladni.engine.recipe.Weight;
import chladni.engine.take.Made;
import chladni.engine.take.SavedTake;
import chladni.engine.take.Take;
import chladni.engine.take.TakeStore;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// What the engine promises of any pack, tried on two toy packs with random weights (`assets/recipe/toy.py`).
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EngineTest {
    private static final int COLUMNS = 128;

    private final Voice picture = Voice.of("toy-picture", "a castle").withGuidance(3);
    private final Voice sound = Voice.of("toy-sound", "a bell").withGuidance(3);
    private Engine engine;

    @TempDir
    private Path folder;

    @BeforeAll
    void open() throws URISyntaxException {
        engine = Engine.open(new PackStore(List.of(Path.of(EngineTest.class.getResource("/toy").toURI()))), Device.CPU);
    }

    @AfterAll
    void close() {
        engine.close();
    }

    private static Compose recipe(Voice... voices) {
        return Compose.of(7, List.of(voices)).withSampling(Sampling.DEFAULT.withSteps(6)).withColumns(COLUMNS);
    }

    private List<Take> takes(Recipe recipe) {
        List<Take> takes = new ArrayList<>();
        engine.run(recipe, Tracing.ON, Monitor.silent(), takes::add);
        return takes;
    }

    private Take make(Recipe recipe) {
        return takes(recipe).getFirst();
    }

    private static void assertSame(Take one, Take other) {
        assertThat(other.trace()).isEqualTo(one.trace());
        assertThat(other.picture().values()).isEqualTo(one.picture().values());
        assertThat(other.spectrogram().levels()).isEqualTo(one.spectrogram().levels());
        assertThat(other.sound().channels()[0]).isEqualTo(one.sound().channels()[0]);
    }

    private SavedTake save(Take take) {
        TakeStore store = new TakeStore(folder, TakeStore.Naming.NUMBERED);
        store.prepare();
        return store.save(take);
    }

    @Test
    void theSameRecipeGivesTheSameTake() {
        assertSame(make(recipe(picture, sound)), make(recipe(picture, sound)));
    }

    @Test
    void weightsOneAndZeroEqualTheSingleVoiceExactly() {
        Take single = make(recipe(sound.withWeight(Weight.of(1))));
        Take pair = make(recipe(picture.withWeight(Weight.of(0)).withFrom(0.1), sound.withWeight(Weight.of(1))));
        assertThat(pair.trace().get("latents-006")).isEqualTo(single.trace().get("latents-006"));
        assertThat(pair.sound().channels()[0]).isEqualTo(single.sound().channels()[0]);
    }

    @Test
    void aSavedTakesRecipeRendersTheSameTakeAgain() {
        Take first = make(recipe(picture, sound).withTakes(2));
        SavedTake saved = save(first);
        Recipe again = RecipeJson.read(saved.recipe());
        assertThat(again.seed()).isEqualTo(first.recipe().seed());
        assertSame(first, make(again));
    }

    @Test
    void takeKUsesSeedPlusK() {
        List<Take> three = takes(recipe(sound).withTakes(3));
        assertThat(three).extracting(take -> take.recipe().seed()).containsExactly(7L, 8L, 9L);
        assertSame(three.get(2), make(recipe(sound).withSeed(9)));
    }

    @Test
    void aTakeIsCompleteOnDiskAndReadsBack() {
        SavedTake saved = save(make(recipe(picture, sound)));
        assertThat(List.of(saved.picture(), saved.spectrogram(), saved.sound(), saved.recipe())).allMatch(Files::isRegularFile);
        assertThat(saved.folder().resolve("trace/latents-006.npy")).isRegularFile();
        Take read = TakeStore.read(saved.folder()).take();
        assertThat(read.recipe()).isEqualTo(saved.take().recipe());
        assertThat(read.spectrogram().columns()).isEqualTo(COLUMNS);
        assertThat(read.sound().length()).isEqualTo(COLUMNS * 160);
        assertThat(read.made().packs()).containsOnlyKeys("toy-picture", "toy-sound");
        try (var hidden = Files.list(folder)) {
            assertThat(hidden.filter(path -> path.getFileName().toString().startsWith("."))).isEmpty();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whatTheMaskKeepsStaysBitForBitInPictureAndSound() {
        SavedTake before = save(make(recipe(picture, sound)));
        Take old = TakeStore.read(before.folder()).take();
        int from = 48;
        int to = 80;
        Path mask = folder.resolve("mask.png");
        float[] pixels = new float[128 * COLUMNS];
        for (int i = 0; i < pixels.length; i++) {
            int column = i % COLUMNS;
            pixels[i] = column >= from && column < to ? 1 : 0;
        }
        PngFile.write(mask, new Picture(1, 128, COLUMNS, pixels), PngDepth.EIGHT, PngText.NONE);

        Take repaired = make(recipe(picture, sound).withSeed(99).withCanvas(new Canvas(before.folder(), 1, mask)));

        int changed = 0;
        for (int i = 0; i < pixels.length; i++) {
            if (pixels[i] == 0) {
                assertThat(repaired.spectrogram().levels()[i]).isEqualTo(old.spectrogram().levels()[i]);
            } else if (repaired.spectrogram().levels()[i] != old.spectrogram().levels()[i]) {
                changed++;
            }
        }
        assertThat(changed).isPositive();
        float[] was = old.sound().channels()[0];
        float[] is = repaired.sound().channels()[0];
        for (int i = 0; i < is.length; i++) {
            if (i < from * 160 || i >= to * 160) {
                assertThat(is[i]).isEqualTo(was[i]);
            }
        }
        assertThat(is).isNotEqualTo(was);
    }

    @Test
    void previewsShowTheEstimateOfTheFinishedPictureAtEveryStep() {
        List<Preview> previews = new ArrayList<>();
        List<Stage> stages = new ArrayList<>();
        CancelSignal signal = new CancelSignal();
        engine.run(recipe(picture, sound), new Monitor() {
            @Override
            public CancelSignal cancel() {
                return signal;
            }

            @Override
            public boolean wantsPreview(int step, int steps) {
                return true;
            }

            @Override
            public void preview(Preview preview) {
                previews.add(preview);
            }

            @Override
            public void progress(Progress progress) {
                if (stages.isEmpty() || stages.getLast() != progress.stage()) {
                    stages.add(progress.stage());
                }
            }
        }, _ -> {});
        assertThat(previews).extracting(Preview::step).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(previews.getFirst().spectrogram().columns()).isEqualTo(COLUMNS);
        assertThat(stages).containsExactly(
                Stage.LOADING, Stage.READING, Stage.ENCODING, Stage.DENOISING, Stage.DECODING, Stage.SOUNDING);
    }

    @Test
    void cancellingStopsTheRunAndKeepsTheTakesBeforeIt() {
        CancelSignal signal = new CancelSignal();
        List<Take> finished = new ArrayList<>();
        assertThatExceptionOfType(Cancelled.class).isThrownBy(() -> engine.run(recipe(sound).withTakes(5), () -> signal, take -> {
            finished.add(take);
            if (finished.size() == 2) {
                signal.raise();
            }
        }));
        assertThat(finished).hasSize(2);
    }

    @Test
    void stoppingHereDecodesTheEstimateIntoATake() {
        CancelSignal signal = new CancelSignal();
        List<Take> finished = new ArrayList<>();
        engine.run(recipe(sound).withTakes(3), new Monitor() {
            @Override
            public CancelSignal cancel() {
                return signal;
            }

            @Override
            public boolean stopHere() {
                return true;
            }
        }, finished::add);
        assertThat(finished).hasSize(1);
        assertThat(finished.getFirst().made().steps()).isEqualTo(1);
    }

    @Test
    void aPaintedBalanceOfOneVoiceEverywhereEqualsThatVoice() {
        Path white = folder.resolve("white.png");
        float[] pixels = new float[128 * COLUMNS];
        Arrays.fill(pixels, 1);
        PngFile.write(white, new Picture(1, 128, COLUMNS, pixels), PngDepth.EIGHT, PngText.NONE);
        Take painted = make(recipe(
                picture.withWeight(new Weight.Painted(white, 1, 0)), sound.withWeight(new Weight.Painted(white, 0, 1))));
        assertThat(painted.trace().get("latents-006")).isEqualTo(make(recipe(sound)).trace().get("latents-006"));
    }

    @Test
    void anImprintWithRatioZeroIsTheSoundAlone() {
        Imprint.Source voice = new Imprint.Source.Made(sound, Sampling.DEFAULT.withSteps(4));
        Take take = make(new Imprint(3, 1, voice, voice, 0, COLUMNS, Tone.PLAIN));
        assertThat(take.trace().get("spectrogram")).isEqualTo(take.trace().get("sound-spectrogram"));
    }

    @Test
    void anImprintKeepsTheBandsAndTheLengthOfTheTakeThatItIsPressedInto(@TempDir Path place) {
        SpectrogramFormat full = SpectrogramFormat.AUFFUSION;
        float[] levels = new float[full.mels() * 100];
        Arrays.fill(levels, 0.5f);
        Spectrogram sounding = new Spectrogram(full, 100, levels);
        SavedTake onto = new TakeStore(place, TakeStore.Naming.NUMBERED).save(new Take(recipe(sound), new Made("", Map.of(), Map.of(), List.of(), 1),
                sounding.picture(), sounding, Sound.mono(full.sampleRate(), new float[100 * full.hop()]), Map.of()));
        Path black = place.resolve("black.png");
        PngFile.write(black, new Picture(1, full.mels(), 100, new float[full.mels() * 100]), PngDepth.EIGHT, PngText.NONE);
        Take take = make(new Imprint(1, 1, new Imprint.Source.File(black), new Imprint.Source.File(onto.folder()), 0.5, 0, Tone.PLAIN));
        Path narrow = place.resolve("narrow.png");
        PngFile.write(narrow, new Picture(1, 2 * full.mels(), 80, new float[2 * full.mels() * 80]), PngDepth.EIGHT, PngText.NONE);
        Spectrogram beside = ImprintLook.of(narrow, sounding).pressed(1, Tone.PLAIN); // 40 columns in the middle of 100
        assertThat(List.of(beside.at(9, 29), beside.at(9, 30), beside.at(9, 69), beside.at(9, 70))).containsExactly(0.5f, 0f, 0f, 0.5f);
        assertThat(take.spectrogram().rows()).isEqualTo(256);
        assertThat(take.spectrogram().columns()).isEqualTo(100);
        assertThat(take.spectrogram().levels()).containsOnly(Math.round(0.5f * 255) / 255f * 0.5f);
        assertThat(ImprintLook.of(black, onto.take().spectrogram()).pressed(0.5, Tone.PLAIN).at(7, 7)).isEqualTo(0.25f);
    }

    @Test
    void aPackThatIsNotThereIsNamedWithThoseThatAre() {
        assertThatExceptionOfType(PackMissing.class).isThrownBy(() -> make(recipe(Voice.of("toy-pictures", "x"))))
                .withMessageContaining("toy-pictures").withMessageContaining("Did you mean 'toy-picture'");
    }

    @Test
    void columnsThatCellsCannotTileAreRefusedWithANeighbour() {
        assertThatExceptionOfType(BadInput.class).isThrownBy(() -> make(recipe(sound).withColumns(130)))
                .withMessageContaining("multiple of 8").withMessageContaining("128");
    }

    @Test
    void anUnknownSamplerIsAnsweredWithTheKnownOnes() {
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> make(recipe(sound).withSampling(new Sampling("heun", 4, 0, NoiseKind.FLOAT))))
                .withMessageContaining("ddim").withMessageContaining("heun");
    }
}
