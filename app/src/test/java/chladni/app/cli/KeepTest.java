package chladni.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import chladni.engine.codec.PictureFile;
import chladni.engine.media.Picture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Scores of takes, and the best of many.
class KeepTest {
    private static final Path JUDGES = Trial.TOYS.resolveSibling("judges");
    private static final String RECIPE = """
            {"seed": 7, "steps": 2, "columns": 64, "takes": 4, "voices": [
              {"pack": "toy-picture", "prompt": "a castle"}, {"pack": "toy-sound", "prompt": "a bell", "weight": 0.4}]}
            """;

    @TempDir
    private Path folder = Path.of("");

    private Trial render(String... more) throws IOException {
        Path recipe = Files.writeString(folder.resolve("wish.json"), RECIPE);
        return Trial.of(Stream.concat(Stream.of("render", recipe.toString(), "--out", folder.resolve("out").toString(), "--packs", Trial.TOYS.toString()),
                Stream.of(more)).toArray(String[]::new));
    }

    @Test
    void everyTakeIsScored() throws IOException {
        Trial trial = render("--takes", "1", "--json", "--packs", JUDGES.toString());
        assertThat(trial.code()).isZero();
        JsonNode scores = JsonMapper.shared().readTree(trial.results()).path("scores");
        assertThat(scores.path("looks").asDouble()).isBetween(0.0, 1.0);
        assertThat(scores.path("sounds").asDouble()).isBetween(0.0, 1.0);
        JsonNode made = JsonMapper.shared().readTree(Files.readString(folder.resolve("out/0001/recipe.json"))).path("made");
        assertThat(made.path("scores")).isEqualTo(scores);
        assertThat(made.path("facts").path("judges").asString()).isNotBlank();
    }

    @Test
    void theBestStayAndTheOthersArePutAside() throws IOException {
        Trial trial = render("--keep", "1", "--json", "--packs", JUDGES.toString());
        assertThat(trial.code()).isZero();
        assertThat(trial.lines()).hasSize(1);
        Path kept = Path.of(JsonMapper.shared().readTree(trial.lines().getFirst()).path("take").asString());
        assertThat(kept).isDirectory();
        assertThat(names(folder.resolve("out"))).containsExactlyInAnyOrder(kept.getFileName().toString(), "rest");
        assertThat(names(folder.resolve("out/rest"))).hasSize(3);
        assertThat(trial.messages()).contains("best 1 of 4").contains("rest");
    }

    @Test
    void severalTriesOfColoursAlsoComeAsOnePicture() throws IOException {
        assertThat(render("--takes", "1").code()).isZero();
        Path colours = Files.writeString(folder.resolve("colours.json"), """
                {"kind": "colourise", "take": "out/0001", "pack": "toy-colour", "steps": 3, "start": 1, "guidance": 2, "takes": 5}
                """);
        Trial trial = Trial.of("render", colours.toString(), "--out", folder.resolve("tries").toString(), "--packs", Trial.TOYS.toString());
        assertThat(trial.code()).isZero();
        assertThat(trial.lines()).hasSize(5);
        Picture grid = PictureFile.read(folder.resolve("tries/grid.png")).picture();
        assertThat(grid.width()).as("four across, each as wide as the take").isBetween(4 * 64, 4 * 64 + 100);
        assertThat(grid.height()).as("two rows").isBetween(2 * 128, 2 * 128 + 150);
        assertThat(trial.messages()).contains("grid.png");
    }

    @Test
    void lessThanOneCannotBeKept() throws IOException {
        Trial trial = render("--keep", "0");
        assertThat(trial.code()).isEqualTo(2);
        assertThat(trial.messages()).contains("--keep");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).toList();
        }
    }
}
