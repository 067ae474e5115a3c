package chladni.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import chladni.engine.codec.PictureFile;
import chladni.engine.codec.WavFile;
import chladni.engine.compose.Tracing;
import chladni.engine.failure.BadInput;
import chladni.engine.failure.Cancelled;
import chladni.engine.failure.CancelSignal;
import chladni.engine.failure.PackMissing;
import chladni.engine.job.Monitor;
import chladni.engine.job.Preview;
import chladni.engine.media.Picture;
import chladni.engine.media.Sound;
import chladni.engine.media.Spectrogram;
import chladni.engine.media.SpectrogramFormat;
import chladni.engine.onnx.Device;
import chladni.engine.pack.PackStore;
import chladni.engine.recipe.Colourise;
import chladni.engine.recipe.Compose;
import chladni.engine.recipe.RecipeJson;
import chladni.engine.recipe.Voice;
import chladni.engine.take.Made;
import chladni.engine.take.SavedTake;
import chladni.engine.take.SoundHash;
import chladni.engine.take.Take;
import chladni.engine.take.TakeStore;
import chladni.engine.tensor.Npy;
import chladni.engine.tensor.Tensor;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Colours for a take, against diffusers (`assets/recipe/fixtures/colourise.py`), and what must stay as it is.
class ColouriseTest {
    private static final int ROWS = 128;
    private static final int COLUMNS = 192;

    private Engine engine;
    private SavedTake grey;

    @TempDir
    private Path folder;

    @BeforeEach
    void open() throws URISyntaxException {
        engine = Engine.open(new PackStore(List.of(resource("/toy"))), Device.CPU);
        grey = new TakeStore(folder.resolve("takes"), TakeStore.Naming.NUMBERED).save(greyTake());
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private static Path resource(String name) throws URISyntaxException {
        return Path.of(Objects.requireNonNull(ColouriseTest.class.getResource(name)).toURI());
    }

    private static Take greyTake() {
        float[] levels = new float[ROWS * COLUMNS];
        for (int y = 0; y < ROWS; y++) {
            for (int x = 0; x < COLUMNS; x++) {
                levels[y * COLUMNS + x] = (7 * x + 13 * y) / 8 % 256 / 255f; // as the fixture's script draws it
            }
        }
        float[] samples = new float[COLUMNS * 160];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (0.4 * Math.sin(i * 0.13));
        }
        Spectrogram spectrogram = new Spectrogram(SpectrogramFormat.STARTER, COLUMNS, levels);
        Compose recipe = Compose.of(1, List.of(Voice.of("toy-picture", "a painting of a castle, grayscale"), Voice.of("toy-sound", "a bell")));
        return new Take(recipe, new Made("test", Map.of(), Map.of(), List.of(), 1), spectrogram.picture(), spectrogram,
                Sound.mono(16_000, samples), Map.of());
    }

    private Colourise recipe() {
        return new Colourise(2024, 1, grey.folder(), "toy-colour", "", "", 6, 2, null, "");
    }

    private Take colour(Colourise recipe) {
        List<Take> takes = new ArrayList<>();
        engine.run(recipe, Tracing.ON, Monitor.silent(), takes::add);
        return takes.getFirst();
    }

    @Test
    void theWalkIsThatOfDiffusersWithTheGreyPutBackAfterEveryStep() throws Exception {
        Take take = colour(recipe());
        near(take.trace().get("latents-000"), "/colourise/start.npy", 2e-6);
        near(take.trace().get("latents-004"), "/colourise/end.npy", 2e-4);
        assertThat(take.trace()).doesNotContainKey("latents-005");
        assertThat(take.trace().get("context-0").shape().length(0)).as("without and with the prompt").isEqualTo(2);
    }

    private static void near(Tensor actual, String expected, double tolerance) throws IOException, URISyntaxException {
        Tensor wanted = Npy.read(resource(expected));
        assertThat(actual.shape()).isEqualTo(wanted.shape());
        for (int i = 0; i < wanted.size(); i++) {
            assertThat((double) actual.data()[i]).isCloseTo(wanted.data()[i], within(tolerance));
        }
    }

    @Test
    void inTheFileTheThreeChannelsSumToThriceTheGreyAtEveryPixel() {
        SavedTake saved = new TakeStore(folder.resolve("coloured"), TakeStore.Naming.NUMBERED).save(colour(recipe()));
        Picture colour = PictureFile.read(saved.picture()).picture();
        Picture sounding = PictureFile.read(grey.spectrogram()).picture();
        assertThat(colour.channels()).isEqualTo(3);
        int coloured = 0;
        for (int y = 0; y < ROWS; y++) {
            for (int x = 0; x < COLUMNS; x++) {
                int sum = eight(colour, 0, y, x) + eight(colour, 1, y, x) + eight(colour, 2, y, x);
                assertThat(sum).isEqualTo(3 * eight(sounding, 0, y, x));
                coloured += eight(colour, 0, y, x) != eight(colour, 2, y, x) ? 1 : 0;
            }
        }
        assertThat(coloured).as("pixels with a colour").isGreaterThan(ROWS * COLUMNS / 4);
    }

    private static int eight(Picture picture, int channel, int y, int x) {
        return Math.round(picture.at(channel, y, x) * 255);
    }

    @Test
    void theSoundStaysSampleForSampleAndTheFileSaysSo() throws IOException {
        SavedTake saved = new TakeStore(folder.resolve("coloured"), TakeStore.Naming.NUMBERED).save(colour(recipe()));
        Sound before = WavFile.read(grey.sound()).sound();
        assertThat(WavFile.read(saved.sound()).sound().channels()[0]).isEqualTo(before.channels()[0]);
        assertThat(Files.readString(saved.recipe())).contains(SoundHash.of(before));
        assertThat(TakeStore.read(saved.folder()).take().made().facts()).containsEntry(Made.SOUND_SHA_256, SoundHash.of(before));
    }

    @Test
    void withoutAPromptItIsAColourfulPhotoOfWhatTheTakeShows() {
        assertThat(((Colourise) colour(recipe()).recipe()).prompt()).isEqualTo("a colorful photo of a castle");
    }

    @Test
    void aSavedTryIsMadeAgainFromItsOwnFolder() throws IOException {
        SavedTake saved = new TakeStore(folder.resolve("coloured"), TakeStore.Naming.NUMBERED).save(colour(recipe()));
        Path moved = Files.move(saved.folder(), folder.resolve("moved"));
        Take again = colour((Colourise) RecipeJson.read(moved.resolve("recipe.json")));
        assertThat(again.picture().values()).isEqualTo(saved.take().picture().values());
    }

    @Test
    void triesCountTheirSeedsUp() {
        List<Take> tries = new ArrayList<>();
        engine.run(recipe().withTakes(3), Monitor.silent(), tries::add);
        assertThat(tries).extracting(take -> take.recipe().seed()).containsExactly(2024L, 2025L, 2026L);
        assertThat(tries.get(1).picture().values()).isEqualTo(colour(recipe().withSeed(2025)).picture().values());
    }

    @Test
    void cancellingLeavesNothingAndPreviewsShowColours() {
        CancelSignal signal = new CancelSignal();
        List<Preview> previews = new ArrayList<>();
        Monitor monitor = new Monitor() {
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
                signal.raise();
            }
        };
        List<Take> takes = new ArrayList<>();
        assertThatExceptionOfType(Cancelled.class).isThrownBy(() -> engine.run(recipe(), monitor, takes::add));
        assertThat(takes).isEmpty();
        assertThat(previews).singleElement().satisfies(preview -> assertThat(preview.picture().channels()).isEqualTo(3));
    }

    @Test
    void whatCannotBeColouredIsToldInASentence() {
        assertThatExceptionOfType(BadInput.class).isThrownBy(() -> colour(new Colourise(1, 1, grey.folder(), "toy-picture", "", "", 6, 2, null, "")))
                .withMessageContaining("toy-picture").withMessageContaining("colour");
        assertThatExceptionOfType(PackMissing.class).isThrownBy(() -> colour(new Colourise(1, 1, grey.folder(), "nobody", "", "", 6, 2, null, "")));
        assertThatExceptionOfType(BadInput.class).isThrownBy(() -> colour(new Colourise(1, 1, folder, "toy-colour", "", "", 6, 2, null, "")))
                .withMessageContaining(folder.toString());
        assertThatExceptionOfType(BadInput.class).isThrownBy(() -> RecipeJson.parse("{\"kind\":\"colourise\",\"take\":\"x\",\"steps\":5,\"start\":5}", folder))
                .withMessageContaining("start").withMessageContaining("0 to 4");
        assertThatExceptionOfType(BadInput.class).isThrownBy(() -> RecipeJson.parse("{\"kind\":\"colourise\"}", folder)).withMessageContaining("take");
    }
}
