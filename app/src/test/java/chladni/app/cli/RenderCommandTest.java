package chladni.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import chladni.engine.codec.PictureFile;
import chladni.engine.codec.WavFile;
import chladni.engine.failure.CancelSignal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RenderCommandTest {
    private static final String RECIPE = """
            {"seed": 7, "steps": 2, "columns": 64, "temperature": 0.5, "voices": [
              {"pack": "toy-picture", "prompt": "a castle"}, {"pack": "toy-sound", "prompt": "a bell", "weight": 0.4}]}
            """;

    @TempDir
    private Path folder = Path.of("");
    private Path recipe = folder;

    @BeforeEach
    void writeRecipe() throws IOException {
        recipe = Files.writeString(folder.resolve("wish.json"), RECIPE);
    }

    @Test
    void aTakeIsMadeWithAllItsFiles() throws IOException {
        Trial trial = render(recipe, "out", "--trace");

        assertThat(trial.code()).isZero();
        assertThat(trial.lines()).containsExactly(take("out", 1).toString());
        assertThat(names(folder.resolve("out"))).containsExactly("0001");
        assertThat(names(take("out", 1))).containsExactly("picture.png", "recipe.json", "sound.wav", "spectrogram.png", "trace");
        assertThat(names(take("out", 1).resolve("trace"))).containsExactly("README.txt", "context-0.npy", "context-1.npy",
                "latents-000.npy", "latents-001.npy", "latents-002.npy", "picture.npy", "spectrogram.npy", "waveform.npy");
        assertThat(WavFile.read(take("out", 1).resolve("sound.wav")).sound().length()).isEqualTo(64 * 160);
    }

    @Test
    void theSameRecipeTwiceIsTheSameTakeToTheLastBit() throws IOException {
        assertThat(render(recipe, "one", "--trace").code()).isZero();
        assertThat(render(recipe, "two", "--trace").code()).isZero();

        assertSame(take("one", 1), take("two", 1));
        for (String array : names(take("one", 1).resolve("trace"))) {
            assertThat(take("two", 1).resolve("trace").resolve(array)).hasSameBinaryContentAs(take("one", 1).resolve("trace").resolve(array));
        }
    }

    @Test
    void aTakesOwnRecipeRendersItAgainEvenWithAFileToStartFrom() throws IOException {
        assertThat(render(recipe, "start").code()).isZero();
        Path start = take("start", 1).resolve("picture.png");
        assertThat(render(recipe, "varied", "--canvas", start.toString(), "--strength", "0.5", "--takes", "2").code()).isZero();
        Files.delete(start); // a take keeps a copy of what it needs

        assertThat(render(take("varied", 2).resolve("recipe.json"), "again").code()).isZero();

        assertThat(names(folder.resolve("again"))).containsExactly("0001");
        assertSame(take("varied", 2), take("again", 1));
    }

    @Test
    void takesAreNumberedOnAndSeedsCountUp() throws IOException {
        assertThat(render(recipe, "out").code()).isZero();
        Trial trial = render(recipe, "out", "--takes", "2", "--json");

        assertThat(names(folder.resolve("out"))).containsExactly("0001", "0002", "0003");
        assertThat(trial.lines()).hasSize(2);
        JsonNode last = JsonMapper.shared().readTree(trial.lines().getLast());
        assertThat(last.path("take").asString()).isEqualTo(take("out", 3).toString());
        assertThat(last.path("seed").asInt()).isEqualTo(8);
        assertThat(Path.of(last.path("sound").asString())).isRegularFile();
        assertThat(last.path("seconds").path("denoising").isNumber()).isTrue();
    }

    @Test
    void cancellingKeepsFinishedTakesAndLeavesNothingElse() throws IOException {
        CancelSignal cancel = new CancelSignal();
        ByteArrayOutputStream results = new ByteArrayOutputStream() {
            @Override
            public synchronized void write(byte[] bytes, int from, int length) {
                super.write(bytes, from, length);
                cancel.raise();
            }
        };

        Trial trial = Trial.of(cancel, results, "render", recipe.toString(), "--packs", Trial.TOYS.toString(), "--takes", "3", "--out", out("out"));

        assertThat(trial.code()).isEqualTo(5);
        assertThat(trial.messages()).endsWith("Stopped." + System.lineSeparator());
        assertThat(names(folder.resolve("out"))).containsExactly("0001");
    }

    @Test
    void promptsAloneAreEnough() {
        Trial trial = Trial.of("render", "--packs", Trial.TOYS.toString(), "--picture", "a castle", "--sound", "a bell", "--steps", "1",
                "--seed", "3", "--guidance", "1", "--out", out("out"));

        assertThat(trial.code()).isZero();
        assertThat(take("out", 1).resolve("recipe.json")).content().contains("toy-picture", "toy-sound", "a castle", "a bell", "sha256:");
    }

    private Trial render(Path recipe, String name, String... more) {
        Stream<String> first = Stream.of("render", recipe.toString(), "--packs", Trial.TOYS.toString(), "--out", out(name));
        return Trial.of(Stream.concat(first, Stream.of(more)).toArray(String[]::new));
    }

    private String out(String name) {
        return folder.resolve(name).toString();
    }

    private Path take(String name, int number) {
        return folder.resolve(name).resolve("%04d".formatted(number));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static void assertSame(Path one, Path other) {
        for (String picture : List.of("picture.png", "spectrogram.png")) {
            assertThat(pixels(other, picture)).isEqualTo(pixels(one, picture));
        }
        assertThat(samples(other)).isEqualTo(samples(one));
    }

    private static float[] pixels(Path take, String file) {
        return PictureFile.read(take.resolve(file)).picture().values();
    }

    private static float[][] samples(Path take) {
        return WavFile.read(take.resolve("sound.wav")).sound().channels();
    }
}
