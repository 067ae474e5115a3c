package chladni.engine.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chladni.engine.failure.CancelSignal;
import chladni.engine.onnx.Device;
import chladni.engine.tensor.Shape;
import chladni.engine.tensor.Tensor;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SentenceStatesTest {
    @Test
    void statesOfTheBundledModelAreFollowedByZeros() throws URISyntaxException {
        Path toy = Path.of(getClass().getResource("/toy/toy-picture/text_encoder/config.json").toURI());
        try (SentenceStates sentences = SentenceStates.open(NetworkConfig.read(toy), Device.CPU)) {
            Tensor states = sentences.encode(new long[] {101, 1037, 3231, 102}, new CancelSignal()); // "a test"
            assertEquals(Shape.of(1, 32, 384), states.shape());
            // From ONNX Runtime 1.31's Python on the same file.
            assertEquals(0.0174157, states.at(0, 0, 0), 0.02);
            assertEquals(-0.13475604, states.at(0, 3, 383), 0.02);
            for (int i = 4 * 384; i < states.size(); i++) {
                assertTrue(states.data()[i] == 0);
            }
        }
    }
}
