package chladni.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chladni.engine.codec.PictureFile;
import chladni.engine.compose.Tracing;
import chladni.engine.failure.BadInput;
import chladni.engine.failure.PackBroken;
import chladni.engine.job.Monitor;
import chladni.engine.media.Picture;
import chladni.engine.media.Sound;
import chladni.engine.media.Spectrogram;
import chladni.engine.media.SpectrogramFormat;
import chladni.engine.onnx.Device;
import chladni.engine.pack.PackStore;
import chladni.engine.recipe.Colourise;
import chladni.engine.recipe.Compose;
import chladni.engine.recipe.Voice;
import chladni.engine.take.Made;
import chladni.engine.take.SavedTake;
import chladni.engine.take.Take;
import chladni.engine.take.TakeStore;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Colouring by packs in DeepFloyd IF's layout. Their networks and steps are proven in `PixelModelTest`; here they work together.
class ColouriseInPixelsTest {
    private static final int ROWS = 128;
    private static final int COLUMNS = 192;

    @TempDir
    private Path folder = Path.of("");
    private SavedTake grey = new SavedTake(folder, greyTake());

    /// The tiny packs come without a tokenizer; a small one that SentencePiece made is put beside stage I's text encoder.
    @BeforeEach
    void putPacksTogether() throws IOException, URISyntaxException {
        grey = new TakeStore(folder.resolve("takes"), TakeStore.Naming.NUMBERED).save(greyTake());
        copy(Parity.more().path("tiny-if-stage1"), folder.resolve("packs/one"));
        copy(Parity.more().path("tiny-if-stage2"), folder.resolve("packs/two"));
        copy(Path.of(Objects.requireNonNull(getClass().getResource("/text/t5/binary")).toURI()), folder.resolve("packs/one/tokenizer"));
    }

    @Test
    void stageOneColoursAndStageTwoEnlargesWithTheGreyUntouched() {
        Take small = colour(recipe("one", ""));
        Take large = colour(recipe("one", "two"));
        assertThat(small.picture()).isNotEqualTo(large.picture());
        assertThat(large.trace().get("context-0").shape().length(0)).isEqualTo(2);
        assertThat(large.trace().keySet().stream().filter(name -> name.startsWith("larger-")))
                .as("the start and every step of stage II").hasSameSizeAs(large.trace().keySet().stream().filter(name -> name.startsWith("latents-")).toList());
        assertThat(small.trace().keySet()).noneMatch(name -> name.startsWith("larger-"));
        assertThat(large.made().packs()).containsOnlyKeys("one", "two");
        for (Take take : List.of(small, large)) {
            SavedTake saved = new TakeStore(folder.resolve("coloured"), TakeStore.Naming.NUMBERED).save(take);
            Picture colours = PictureFile.read(saved.picture()).picture();
            Picture sounding = PictureFile.read(grey.spectrogram()).picture();
            int coloured = 0;
            for (int y = 0; y < ROWS; y++) {
                for (int x = 0; x < COLUMNS; x++) {
                    int sum = level(colours, 0, y, x) + level(colours, 1, y, x) + level(colours, 2, y, x);
                    assertThat(sum).isEqualTo(3 * level(sounding, 0, y, x));
                    coloured += level(colours, 0, y, x) == level(colours, 1, y, x) ? 0 : 1;
                }
            }
            assertThat(coloured).isGreaterThan(ROWS * COLUMNS / 10);
        }
    }

    @Test
    void theSameSeedAndWordsGiveTheSameColoursAndOtherWordsOthers() {
        assertThat(colour(recipe("one", "two")).picture().values()).isEqualTo(colour(recipe("one", "two")).picture().values());
        Colourise other = new Colourise(5, 1, grey.folder(), "one", "a river with trees", "", 6, 2, 7.0, "two");
        assertThat(colour(other).picture().values()).isNotEqualTo(colour(recipe("one", "two")).picture().values());
    }

    @Test
    void packsInTheWrongPlaceAndMissingPartsAreNamed() throws IOException {
        assertThatThrownBy(() -> colour(recipe("two", ""))).isInstanceOf(BadInput.class).hasMessageContaining("The pack two only enlarges");
        assertThatThrownBy(() -> colour(recipe("one", "one"))).isInstanceOf(BadInput.class).hasMessageContaining("The pack one enlarges nothing");
        Files.delete(folder.resolve("packs/one/tokenizer/spiece.model"));
        assertThatThrownBy(() -> colour(recipe("one", ""))).isInstanceOf(PackBroken.class).hasMessageContaining("There is no tokenizer in");
    }

    private Colourise recipe(String pack, String enlarger) {
        return new Colourise(5, 1, grey.folder(), pack, "a castle with bell towers", "", 6, 2, 7.0, enlarger);
    }

    private Take colour(Colourise recipe) {
        List<Take> takes = new ArrayList<>();
        try (Engine engine = Engine.open(new PackStore(List.of(folder.resolve("packs"))), Device.CPU)) {
            engine.run(recipe, Tracing.ON, Monitor.silent(), takes::add);
        }
        return takes.getFirst();
    }

    private static int level(Picture picture, int channel, int y, int x) {
        return Math.round(picture.at(channel, y, x) * 255);
    }

    private static Take greyTake() {
        float[] levels = new float[ROWS * COLUMNS];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (i % COLUMNS + i / COLUMNS) % 200 / 255f + 0.1f;
        }
        Spectrogram spectrogram = new Spectrogram(SpectrogramFormat.STARTER, COLUMNS, levels);
        Compose recipe = Compose.of(1, List.of(Voice.of("toy-picture", "a castle"), Voice.of("toy-sound", "a bell")));
        return new Take(recipe, new Made("test", Map.of(), Map.of(), List.of(), 1), spectrogram.picture(), spectrogram,
                Sound.mono(16_000, new float[COLUMNS * 160]), Map.of());
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }
}
