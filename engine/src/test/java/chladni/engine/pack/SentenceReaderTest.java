package chladni.engine.pack;

import static org.assertj.core.api.Assertions.assertThat;

import chladni.engine.failure.CancelSignal;
import chladni.engine.onnx.Device;
import chladni.engine.tensor.Shape;
import chladni.engine.tensor.Tensor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Prompt to states against ONNX Runtime's Python on the same file (`assets/recipe/fixtures/sentence_states.py`).
class SentenceReaderTest {
    /// With the same ONNX Runtime on the same processor the difference is 5e-6. The model quantises as it runs, so elsewhere a last
    /// bit may move a whole step: one version to the next gave a cosine of 0.99; one wrong token gives less than 0.95.
    private static final double SAME = 0.98;

    private static JsonNode expected() {
        try (InputStream in = Objects.requireNonNull(SentenceReaderTest.class.getResourceAsStream("/text/sentence-states.json"))) {
            return JsonMapper.shared().readTree(in.readAllBytes());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void promptsGetTheStatesThatTheStarterWasTrainedOn() {
        PackFolder toy = PackFolder.open(Path.of("src/test/resources/toy/toy-picture"));
        JsonNode expected = expected();
        int every = expected.get("every").intValue();
        try (TextReader reader = TextReader.open(PackNetworks.of(toy), Device.CPU)) {
            for (JsonNode row : expected.get("rows")) {
                List<String> notes = new ArrayList<>();
                Tensor states = reader.states(row.get("text").stringValue(), new CancelSignal(), notes::add);
                assertThat(states.shape()).isEqualTo(Shape.of(1, 32, 384));
                assertThat(notes).hasSize(row.get("text").stringValue().length() > 200 ? 1 : 0);
                assertClose(states, row.get("states"), every);
                for (int i = row.get("tokens").intValue() * 384; i < states.size(); i++) {
                    assertThat(states.data()[i]).isZero();
                }
            }
        }
    }

    private static void assertClose(Tensor states, JsonNode sampled, int every) {
        double product = 0;
        double ours = 0;
        double theirs = 0;
        for (int i = 0; i < sampled.size(); i++) {
            double a = states.data()[i * every];
            double b = sampled.get(i).doubleValue();
            product += a * b;
            ours += a * a;
            theirs += b * b;
        }
        assertThat(product / Math.sqrt(ours * theirs)).as("cosine").isGreaterThan(SAME);
    }
}
