package chladni.engine.take;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import chladni.engine.failure.BadInput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectFileTest {
    @TempDir Path folder;
    private Path into;
    private Path project;

    @BeforeEach
    void make() throws IOException {
        into = Files.createDirectory(folder.resolve("into"));
        project = folder.resolve("a song.chladni");
    }

    @Test
    void takesComeBackWholeWithWhatLiesInThemButNotTheirTraces() throws IOException {
        Path take = folder.resolve("2026-11-21/0001_bell");
        Files.createDirectories(take.resolve("canvas"));
        Files.createDirectories(take.resolve("trace"));
        Files.writeString(take.resolve("recipe.json"), "{}");
        Files.writeString(take.resolve("canvas/sound.wav"), "RIFF");
        Files.writeString(take.resolve("trace/latents-000.npy"), "x");
        Path mask = Files.writeString(folder.resolve("m.png"), "PNG");
        ProjectFile.write(project, "{\"größe\": 1}", Map.of(take, "0001"), Map.of("mask.png", mask));
        assertThat(ProjectFile.read(project, into)).isEqualTo("{\"größe\": 1}");
        assertThat(into.resolve("takes/0001/recipe.json")).hasContent("{}");
        assertThat(into.resolve("takes/0001/canvas/sound.wav")).hasContent("RIFF");
        assertThat(into.resolve("takes/0001/trace")).doesNotExist();
        assertThat(into.resolve("mask.png")).hasContent("PNG");
        try (var left = Files.list(folder)) {
            assertThat(left.map(path -> path.getFileName().toString())).noneMatch(name -> name.endsWith(".part"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../outside.txt", "takes/../../outside.txt", "/tmp/outside.txt", "takes\\..\\..\\outside.txt", "C:/outside.txt", "takes/.."})
    void whatWouldBeWrittenOutsideIsRefusedBeforeAnythingIsWritten(String name) throws IOException {
        zip("project.json", "{}", name, "x");
        assertThatExceptionOfType(BadInput.class).isThrownBy(() -> ProjectFile.read(project, into))
                .withMessageContaining("outside of the project").withMessageContaining("a song.chladni");
        assertThat(into).isEmptyDirectory();
        assertThat(folder.resolve("outside.txt")).doesNotExist();
    }

    @Test
    void otherFilesAreNoProjects() throws IOException {
        Files.writeString(project, "no zip at all");
        assertThatExceptionOfType(BadInput.class).isThrownBy(() -> ProjectFile.read(project, into)).withMessageContaining("no project");
        zip("readme.txt", "hello");
        assertThatExceptionOfType(BadInput.class).isThrownBy(() -> ProjectFile.read(project, into)).withMessageContaining("project.json");
    }

    @Test
    void whateverByteIsDamagedIsSaidOrMeansNothing() throws IOException {
        zip("project.json", "{\"takes\": []}", "takes/0001/recipe.json", "the same words again and again and again and again");
        byte[] whole = Files.readAllBytes(project);
        int refused = 0;
        for (int at = 0; at < whole.length; at++) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 0x15;
            Files.write(project, damaged);
            Path fresh = Files.createDirectory(folder.resolve("into-" + at));
            try {
                assertThat(ProjectFile.read(project, fresh)).isEqualTo("{\"takes\": []}");
            } catch (BadInput said) {
                assertThat(said).hasMessageContaining("a song.chladni");
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(whole.length / 3);
    }

    @Test
    void aProjectThatEndsTooEarlyIsDamaged() throws IOException {
        zip("project.json", "{}", "takes/0001/recipe.json", "x".repeat(1000));
        byte[] whole = Files.readAllBytes(project);
        for (int length : new int[] {0, 1, 30, whole.length / 2, whole.length - 1}) {
            Files.write(project, java.util.Arrays.copyOf(whole, length));
            assertThatExceptionOfType(BadInput.class).as(length + " bytes").isThrownBy(() -> ProjectFile.read(project, into));
        }
    }

    private void zip(String... namesAndContents) throws IOException {
        try (OutputStream file = Files.newOutputStream(project); ZipOutputStream zip = new ZipOutputStream(file)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndContents[i]));
                zip.write(namesAndContents[i + 1].getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
    }
}
