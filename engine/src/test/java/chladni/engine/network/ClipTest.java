package chladni.engine.network;

import static org.assertj.core.api.Assertions.assertThat;

import chladni.engine.Parity;
import chladni.engine.codec.PictureFile;
import chladni.engine.failure.CancelSignal;
import chladni.engine.onnx.Device;
import chladni.engine.tensor.Shape;
import chladni.engine.tensor.Tensor;
import chladni.engine.text.ClipTokenizer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ClipTest {
    private final Parity parity = Parity.more();

    @Test
    void bothTowersAreTransformersOnes() {
        try (Clip clip = Clip.open(NetworkFolder.open(parity.path("tiny-clip")), Device.CPU)) {
            Clip.Text text = clip.text(parity.rows("clip/token_ids"), new CancelSignal());
            parity.check("clip/text_last_hidden_no_mask", text.states());
            parity.check("clip/text_pooled", text.pooled());
            parity.check("clip/text_embeds_raw", text.embedding().raw());
            parity.check("clip/text_embeds", text.embedding().unit());

            Clip.Vision vision = clip.vision(parity.load("clip/pixel_values"), new CancelSignal());
            parity.check("clip/vision_last_hidden", vision.states());
            parity.check("clip/vision_pooled", vision.pooled());
            parity.check("clip/image_embeds_raw", vision.embedding().raw());
            parity.check("clip/image_embeds", vision.embedding().unit());

            float[] cosines = new float[3];
            for (int i = 0; i < 3; i++) {
                cosines[i] = (float) vision.embedding().cosine(0, text.embedding(), i);
            }
            Tensor cosine = Tensor.of(Shape.of(1, 3), cosines);
            parity.check("clip/cosine", cosine);
            parity.check("clip/logits_per_image", cosine.map(value -> value * clip.logitScale()));
        }
    }

    @Test
    void picturesArePreparedAsPillowDoesToTheLastBit() {
        ClipPixels how = ClipPixels.read(parity.path("tiny-clip"));
        ClipPixels.Pixels cut = how.cut(PictureFile.read(parity.path("npy/clip/image.png")).picture());
        Tensor expected = parity.load("clip/resized_u8");
        assertThat(expected.shape()).isEqualTo(Shape.of(cut.height(), cut.width(), 3));
        for (int i = 0; i < expected.size(); i++) {
            assertThat((float) cut.values()[i]).as("value %d", i).isEqualTo(expected.data()[i]);
        }
        parity.check("clip/pixel_values", how.tensor(cut));
    }

    @Test
    void promptsGetTheirIdsFromThePacksOwnFiles() {
        ClipTokenizer tokenizer = ClipTokenizer.open(parity.path("tiny-clip"));
        List<long[]> rows = new ArrayList<>();
        for (JsonNode prompt : parity.settings().path("clip").path("prompts")) {
            rows.add(tokenizer.tokens(prompt.stringValue()).toLongArray());
        }
        assertThat(rows).containsExactlyElementsOf(parity.rows("clip/token_ids"));
    }
}
