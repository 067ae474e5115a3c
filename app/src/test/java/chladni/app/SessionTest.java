package chladni.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A sitting goes on where it was, however it ended.
class SessionTest {
    @TempDir Path folder;

    @Test
    void promptsStripAndCanvasAreThereAfterTheProcessWasKilledInARun() throws Exception {
        Path canvas = sitAndKill();
        try (StudioWindow window = StudioWindow.open(new ScriptedBench(folder), folder)) {
            Fx.until("the takes are back", () -> window.wiring.document.takes().size() == 3);
            assertThat(Fx.call(() -> window.wiring.document.visible().saved().folder())).isEqualTo(canvas);
            assertThat(Fx.call(() -> window.wiring.voices.picture().promptProperty().get())).isEqualTo("a castle in the fog");
            assertThat(Fx.call(() -> window.wiring.voices.sound().promptProperty().get())).isEqualTo("a bell far away");
            assertThat(window.wiring.failures.current()).isNull();
        }
    }

    @Test
    void aDamagedSessionAndTakesThatAreGoneAreNoObstacle() throws IOException {
        ScriptedBench bench = new ScriptedBench(folder).withShelf(2);
        try (StudioWindow window = StudioWindow.open(bench, folder)) {
            Fx.until("they are there", () -> window.wiring.document.takes().size() == 2);
        }
        assertThat(folder.resolve("session.json")).content().contains("canvas");
        bench.library().trash(bench.newest(1).getFirst().folder());
        try (StudioWindow window = StudioWindow.open(new ScriptedBench(folder), folder)) {
            Fx.until("the other one is there", () -> window.wiring.document.takes().size() == 1);
        }
        Files.writeString(folder.resolve("session.json"), "{ half a sess");
        ScriptedBench afresh = new ScriptedBench(folder).withShelf(1);
        try (StudioWindow window = StudioWindow.open(afresh, folder)) {
            assertThat(window.wiring.document.takes()).hasSize(1);
            assertThat(window.wiring.failures.current()).isNull();
        }
    }

    /// @return what was on the canvas
    private Path sitAndKill() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream().filter(argument -> !argument.startsWith("-agent")
                && !argument.startsWith("-javaagent")).forEach(command::add);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), SittingToKill.class.getName(), folder.toString()));
        Process process = new ProcessBuilder(command).redirectError(folder.resolve("sitting.log").toFile()).start();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(SittingToKill.READY)) {
                    return Path.of(line.substring(SittingToKill.READY.length()));
                }
            }
            throw new AssertionError("the sitting ended by itself:\n" + Files.readString(folder.resolve("sitting.log")));
        } finally {
            process.destroyForcibly().waitFor(); // SIGKILL
        }
    }
}
