package chladni.engine.network;

import static org.assertj.core.api.Assertions.assertThat;

import chladni.engine.Parity;
import chladni.engine.failure.CancelSignal;
import chladni.engine.graph.Value;
import chladni.engine.onnx.Device;
import chladni.engine.onnx.Feeds;
import chladni.engine.onnx.Session;
import chladni.engine.tensor.Shape;
import chladni.engine.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class T5EncoderTest {
    private final Parity parity = Parity.more();
    private final NetworkFolder folder = NetworkFolder.open(parity.path("tiny-if-stage1/text_encoder"));

    @Test
    void statesOfAllPlacesAreTransformersFromTwoShards() {
        try (T5Encoder encoder = T5Encoder.open(folder, Device.CPU)) {
            parity.check("t5/last_hidden", encoder.encode(parity.rows("t5/token_ids"), lengths(), new CancelSignal()));
        }
    }

    @Test
    void everyStepIsTheReferences() {
        T5Config config = T5Config.read(folder.config());
        Part root = Part.root(folder.weights());
        T5Graph graph = new T5Graph(config, root);
        graph.write();
        for (Map.Entry<String, Value> landmark : graph.landmarks().entrySet()) {
            root.graph().output(landmark.getKey(), landmark.getValue());
        }
        List<long[]> ids = parity.rows("t5/token_ids");
        long[] flat = ids.stream().flatMapToLong(Arrays::stream).toArray();
        Feeds feeds = new Feeds().put("ids", Shape.of(ids.size(), 77), flat).put("buckets", Shape.of(77 * 77), config.buckets(77))
                .put("mask", T5Encoder.mask(lengths(), 77));
        try (Session session = Session.open(root.model(), Device.CPU)) {
            Map<String, Tensor> out = session.run(feeds, new CancelSignal());
            parity.check("t5/embedded", out.get("embedded"));
            parity.check("t5/after_block0", out.get("block0"));
            Tensor bias = out.get("position_bias"); // [1, heads, l, l]
            parity.check("t5/position_bias", Tensor.of(Shape.of(2, 77, 77), Arrays.copyOf(bias.data(), 2 * 77 * 77)));
        }
    }

    @Test
    void distancesFallIntoTheReferencesBuckets() {
        T5Config config = T5Config.read(folder.config());
        Tensor expected = parity.load("t5/buckets_minus200_to_200");
        for (int distance = -200; distance <= 200; distance++) {
            assertThat((float) config.bucket(distance)).as("distance %d", distance).isEqualTo(expected.data()[distance + 200]);
        }
    }

    private int[] lengths() {
        return parity.rows("t5/token_mask").stream().mapToInt(mask -> (int) Arrays.stream(mask).sum()).toArray();
    }
}
