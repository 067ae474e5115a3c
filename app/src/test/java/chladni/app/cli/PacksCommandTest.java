package chladni.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import chladni.engine.failure.CancelSignal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PacksCommandTest {
    private static final Path TOYS = Path.of("../engine/src/test/resources/toy").toAbsolutePath().normalize();

    @TempDir Path folder;
    private final ByteArrayOutputStream results = new ByteArrayOutputStream();
    private final ByteArrayOutputStream messages = new ByteArrayOutputStream();

    private int run(String... arguments) {
        Output output = new Output(print(results), print(messages), false);
        return Cli.run(arguments, new CancelSignal(), output);
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    @Test
    void aWholePackIsSaidToBeWholeWithItsLicence() {
        assertThat(run("packs", "verify", "toy-picture", "--packs", TOYS.toString())).isZero();
        assertThat(results.toString(StandardCharsets.UTF_8)).contains("toy-picture: whole", "licence   GPL-3.0-or-later", "7 right, 0 wrong");
    }

    @Test
    void aPackThatLacksAFileSaysWhichAndExitsWithThree() throws IOException {
        Path pack = Files.createDirectories(folder.resolve("half"));
        Files.copy(TOYS.resolve("toy-picture/model_index.json"), pack.resolve("model_index.json"));
        assertThat(run("packs", "verify", "--packs", folder.toString(), "half")).isEqualTo(3);
        assertThat(results.toString(StandardCharsets.UTF_8)).contains("half: not whole", "The part unet is missing");
    }

    @Test
    void anUnknownPackIsAnsweredWithTheNearest() {
        assertThat(run("packs", "verify", "toy-pictures", "--packs", TOYS.toString())).isEqualTo(3);
        assertThat(messages.toString(StandardCharsets.UTF_8)).contains("There is no pack 'toy-pictures'. Did you mean 'toy-picture'?", "[pack-missing]");
    }

    @Test
    void offlineNothingIsFetched() {
        String catalogue = System.getProperty("chladni.assets") + "/catalogue.json";
        assertThat(run("packs", "fetch", "stable-diffusion-v1-5", "--offline", "--catalogue", catalogue, "--to", folder.toString())).isEqualTo(3);
        assertThat(messages.toString(StandardCharsets.UTF_8)).contains("forbids fetching it", "[pack-missing]");
    }

    @Test
    void fetchWithoutAnIdListsTheCatalogueAndAWrongIdIsAnswered() {
        String catalogue = System.getProperty("chladni.assets") + "/catalogue.json";
        assertThat(run("packs", "fetch", "--catalogue", catalogue)).isZero();
        assertThat(results.toString(StandardCharsets.UTF_8)).contains("stable-diffusion-v1-5", "2.1 GB", "auffusion");
        assertThat(run("packs", "fetch", "nothing", "--catalogue", catalogue)).isEqualTo(3);
    }
}
