package chladni.engine.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chladni.engine.Parity;
import chladni.engine.failure.CancelSignal;
import chladni.engine.failure.PackBroken;
import chladni.engine.onnx.Device;
import chladni.engine.tensor.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClipReaderTest {
    @TempDir Path folder;

    @BeforeEach
    void copyTheTextOfAPack() throws IOException {
        Path from = Parity.open().path("tiny-picture");
        try (Stream<Path> walk = Files.walk(from)) {
            for (Path file : walk.filter(Files::isRegularFile).filter(file -> !file.toString().matches(".*(unet|vae).*")).toList()) {
                Path to = folder.resolve(from.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
    }

    @Test
    void aLongPromptIsReadUpToItsPlacesAndNoted() {
        List<String> notes = new ArrayList<>();
        try (TextReader reader = TextReader.open(PackNetworks.of(PackFolder.open(folder)), Device.CPU)) {
            assertThat(reader.states("bell ".repeat(80), 0, new CancelSignal(), notes::add).shape()).isEqualTo(Shape.of(1, 77, 32));
        }
        assertThat(notes).singleElement().asString().contains("“bell bell bell bell bell”");
    }

    @Test
    void aTokenizerOfAnotherEncoderIsRefused() throws IOException {
        Path config = folder.resolve("tokenizer/tokenizer_config.json");
        Files.writeString(config, Files.readString(config).replace("\"model_max_length\": 77", "\"model_max_length\": 248"));
        assertThatThrownBy(() -> TextReader.open(PackNetworks.of(PackFolder.open(folder)), Device.CPU))
                .isInstanceOf(PackBroken.class).hasMessageContaining("rows of 248 tokens up to 49407, the encoder takes 77 below 49408");
    }
}
