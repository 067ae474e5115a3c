package chladni.engine.weights;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CompVisNamesTest {
    /// `compvis-names.txt` is what diffusers 0.42.1's own converter makes of every name of a Stable Diffusion 1.5 checkpoint.
    @Test
    void everyNameOfACheckpointIsDiffusers() throws IOException, URISyntaxException {
        List<String[]> lines = Files.readAllLines(Path.of(getClass().getResource("/compvis-names.txt").toURI())).stream()
                .map(line -> line.split(" ")).toList();
        CompVisNames names = CompVisNames.of(lines.stream().map(parts -> parts[1]).toList());
        for (String[] parts : lines) {
            CompVisNames.Named named = names.named(parts[1]).orElseThrow();
            assertEquals(parts[0] + " " + parts[2], named.network() + " " + named.name());
        }
    }

    @Test
    void whatNoNetworkNeedsIsLeftOut() {
        CompVisNames names = CompVisNames.of(List.of());
        assertEquals(Optional.empty(), names.named("model_ema.decay"));
        assertEquals("text_model.final_layer_norm.weight",
                names.named("state_dict.cond_stage_model.transformer.text_model.final_layer_norm.weight").orElseThrow().name());
    }
}
