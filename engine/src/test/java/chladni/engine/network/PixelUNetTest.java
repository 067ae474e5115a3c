package chladni.engine.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chladni.engine.Parity;
import chladni.engine.failure.CancelSignal;
import chladni.engine.graph.Value;
import chladni.engine.onnx.Device;
import chladni.engine.onnx.Feeds;
import chladni.engine.onnx.Session;
import chladni.engine.tensor.Shape;
import chladni.engine.tensor.Tensor;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PixelUNetTest {
    private final Parity parity = Parity.more();
    private final float time = (float) parity.settings().path("if").path("t_call").doubleValue();
    private final float level = (float) parity.settings().path("if").path("noise_level").doubleValue();
    private final Tensor prompt = parity.load("if/context").row(1);

    @Test
    void bothStagesPredictWhatDiffusersPredicts() {
        try (PixelUNet one = open("tiny-if-stage1"); PixelUNet two = open("tiny-if-stage2")) {
            parity.check("if/stage1_call_out", one.predict(parity.load("if/stage1_sample"), time, prompt, 0, new CancelSignal()));
            parity.check("if/stage2_call_out", two.predict(enlarging(), time, prompt, level, new CancelSignal()));
            assertThat(one.enlarges()).isFalse();
            assertThat(two.enlarges()).isTrue();
        }
    }

    @Test
    void everyBlockOfStageOneIsTheReferences() {
        checkLandmarks("tiny-if-stage1", "stage1", new Feeds().put("sample", parity.load("if/stage1_sample")));
    }

    @Test
    void everyBlockOfStageTwoIsTheReferences() {
        checkLandmarks("tiny-if-stage2", "stage2", new Feeds().put("sample", enlarging()).put("noise_level", number(level)));
    }

    @Test
    void aBatchIsItsRows() {
        Tensor context = parity.load("if/context");
        Tensor sample = parity.load("if/stage1_sample");
        try (PixelUNet one = open("tiny-if-stage1")) {
            Tensor both = one.predict(Tensor.stack(java.util.List.of(sample, sample)), time, context, 0, new CancelSignal());
            parity.check("if/stage1_call_out", both.row(1));
            assertThat(both.row(0)).isNotEqualTo(both.row(1));
            assertThatThrownBy(() -> one.predict(Tensor.zeros(Shape.of(1, 3, 12, 16)), time, prompt, 0, new CancelSignal()))
                    .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("multiples of 8");
        }
    }

    private void checkLandmarks(String pack, String stage, Feeds feeds) {
        NetworkFolder folder = NetworkFolder.open(parity.path(pack + "/unet"));
        Part root = Part.root(folder.weights());
        PixelUNetGraph graph = new PixelUNetGraph(PixelUNetConfig.read(folder.config()), root);
        graph.write();
        for (Map.Entry<String, Value> landmark : graph.landmarks().entrySet()) {
            root.graph().output(landmark.getKey(), landmark.getValue());
        }
        feeds.put("timestep", number(time)).put("context", prompt);
        try (Session session = Session.open(root.model(), Device.CPU)) {
            Map<String, Tensor> out = session.run(feeds, new CancelSignal());
            assertThat(graph.landmarks().keySet()).containsAll(Set.of("conv_in", "down0", "mid", "up3", "projected_text", "text_embedding"));
            for (String landmark : graph.landmarks().keySet()) {
                parity.check("if/" + stage + "_debug_" + landmark, out.get(landmark));
            }
        }
    }

    /// What stage II sees: the noisy picture, and the small one, enlarged and noised.
    private Tensor enlarging() {
        Tensor noisy = parity.load("if/stage2_sample");
        Tensor low = parity.load("if/stage2_low_noised");
        float[] both = new float[noisy.size() + low.size()];
        System.arraycopy(noisy.data(), 0, both, 0, noisy.size());
        System.arraycopy(low.data(), 0, both, noisy.size(), low.size());
        return Tensor.of(noisy.shape().with(1, 6), both);
    }

    private static Tensor number(float number) {
        return Tensor.of(Shape.of(1), new float[] {number});
    }

    private PixelUNet open(String pack) {
        return PixelUNet.open(NetworkFolder.open(parity.path(pack + "/unet")), Device.CPU);
    }
}
