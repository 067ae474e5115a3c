package chladni.engine.network;

import static org.junit.jupiter.api.Assertions.assertThrows;

import chladni.engine.Parity;
import chladni.engine.failure.CancelSignal;
import chladni.engine.onnx.Device;
import chladni.engine.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClipTextTest {
    private final Parity parity = Parity.open();

    @Test
    void statesAreTransformersFromSafetensorsAndFromAnArchive() {
        check("tiny-picture/text_encoder", "text/picture_hidden");
        check("tiny-sound/text_encoder", "text/sound_hidden");
    }

    @Test
    void idsOutsideTheVocabularyAreRefusedBeforeTheNetworkReadsOutsideItsTable() {
        try (ClipText text = open("tiny-picture/text_encoder")) {
            assertThrows(IllegalArgumentException.class, () -> text.encode(List.of(new long[] {49408}), new CancelSignal()));
            assertThrows(IllegalArgumentException.class, () -> text.encode(List.of(new long[78]), new CancelSignal()));
        }
    }

    private void check(String folder, String expected) {
        try (ClipText text = open(folder)) {
            parity.check(expected, text.encode(ids(), new CancelSignal()));
        }
    }

    private List<long[]> ids() {
        Tensor tokens = parity.load("tokens");
        List<long[]> rows = new ArrayList<>();
        for (int b = 0; b < tokens.shape().length(0); b++) {
            long[] row = new long[tokens.shape().length(1)];
            for (int i = 0; i < row.length; i++) {
                row[i] = (long) tokens.at(b, i);
            }
            rows.add(row);
        }
        return rows;
    }

    private ClipText open(String folder) {
        return ClipText.open(NetworkFolder.open(parity.path(folder)), Device.CPU);
    }
}
