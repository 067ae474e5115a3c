package chladni.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import chladni.engine.codec.PictureFile;
import chladni.engine.codec.PngDepth;
import chladni.engine.codec.PngFile;
import chladni.engine.codec.PngText;
import chladni.engine.media.Picture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyCommandTest {
    private static final String TABLE = """
            { "kind": "study", "methods": ["joint", "imprint", "distil"], "distil": { "iterations": 2 },
              "recipe": { "steps": 2, "columns": 64, "voices": [{ "pack": "toy-picture", "guidance": 2 }, { "pack": "toy-sound", "guidance": 2 }] },
              "pictures": ["a castle"], "sounds": ["a bell"] }
            """;

    @TempDir
    private Path folder = Path.of("");

    private Trial study(Path table) {
        return Trial.of("study", table.toString(), "--packs", Trial.TOYS.toString(), "--out", folder.resolve("study").toString(), "--json");
    }

    @Test
    void aTableIsMadeOnceAndThenOnlyToldAgain() throws IOException {
        Path table = Files.writeString(folder.resolve("table.json"), TABLE);
        Trial first = study(table);
        assertThat(first.code()).as(first.messages()).isZero();
        assertThat(first.lines()).hasSize(3).anyMatch(line -> line.contains("\"method\":\"imprint\""));
        assertThat(folder.resolve("study/table.png")).exists();
        assertThat(Files.readAllLines(folder.resolve("study/study.csv"))).hasSize(4);

        Trial second = study(table);
        assertThat(second.lines()).isEqualTo(first.lines());
        try (Stream<Path> takes = Files.list(folder.resolve("study/takes"))) {
            assertThat(takes.filter(take -> !take.getFileName().toString().startsWith("."))).hasSize(3);
        }
    }

    @Test
    void aRecipeIsNoTable() throws IOException {
        Path recipe = Files.writeString(folder.resolve("recipe.json"), "{ \"kind\": \"compose\", \"voices\": [{ \"pack\": \"toy-sound\" }] }");
        Trial trial = study(recipe);
        assertThat(trial.code()).isEqualTo(2);
        assertThat(trial.messages()).contains("chladni render makes it");
    }

    @Test
    void aPictureIsHeardAsItsNegativeBetweenTwoFrequencies() {
        Path picture = folder.resolve("black.png");
        PngFile.write(picture, new Picture(1, 128, 96, new float[128 * 96]), PngDepth.EIGHT, PngText.NONE);
        assertThat(Trial.of("listen", picture.toString(), "--invert", "--white", "-60", "--low", "500", "--high", "2000", "--out",
                folder.toString()).code()).isZero();
        Trial seen = Trial.of("see", folder.resolve("sound.wav").toString(), "--mels", "128", "--out", folder.toString());
        assertThat(seen.code()).isZero();
        Picture again = PictureFile.read(folder.resolve("spectrogram.png")).picture();
        assertThat(mean(again, 62, 100)).as("bands within").isGreaterThan(mean(again, 0, 40) + 0.15).isGreaterThan(mean(again, 112, 128) + 0.15);
    }

    private static double mean(Picture picture, int top, int bottom) {
        return IntStream.range(top * picture.width(), bottom * picture.width()).mapToDouble(i -> picture.values()[i]).average().orElse(0);
    }

    @Test
    void levelsUpsideDownAreRefused() {
        Path picture = folder.resolve("black.png");
        PngFile.write(picture, new Picture(1, 128, 16, new float[128 * 16]), PngDepth.EIGHT, PngText.NONE);
        Trial trial = Trial.of("listen", picture.toString(), "--black", "-10", "--white", "-20", "--out", folder.toString());
        assertThat(trial.code()).isEqualTo(2);
        assertThat(trial.messages()).contains("--black must be below --white");
    }
}
