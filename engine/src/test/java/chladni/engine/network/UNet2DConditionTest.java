package chladni.engine.network;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chladni.engine.Parity;
import chladni.engine.failure.CancelSignal;
import chladni.engine.failure.Cancelled;
import chladni.engine.graph.Graph;
import chladni.engine.onnx.Device;
import chladni.engine.onnx.Feeds;
import chladni.engine.onnx.Session;
import chladni.engine.tensor.Shape;
import chladni.engine.tensor.Tensor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UNet2DConditionTest {
    private final Parity parity = Parity.open();
    private final float smallT = parity.settings().get("small_t").asInt();
    private final float bigT = parity.settings().get("big_t").asInt();

    @Test
    void predictsWhatDiffusersDoesFromHalfPrecisionSafetensors() {
        try (UNet2DCondition unet = open("tiny-picture/unet")) {
            Tensor context = parity.load("unet/picture_context");
            parity.check("unet/picture_small_eps", unet.predict(parity.load("unet/picture_small_in"), smallT, context, new CancelSignal()));
            parity.check("unet/picture_big_eps", unet.predict(parity.load("unet/picture_big_in"), bigT, context.row(1), new CancelSignal()));
        }
    }

    @Test
    void predictsWhatDiffusersDoesFromAPyTorchArchive() {
        try (UNet2DCondition unet = open("tiny-sound/unet")) {
            Tensor context = parity.load("unet/sound_context");
            parity.check("unet/sound_small_eps", unet.predict(parity.load("unet/sound_small_in"), smallT, context, new CancelSignal()));
            parity.check("unet/sound_big_eps", unet.predict(parity.load("unet/sound_big_in"), bigT, context.row(1), new CancelSignal()));
        }
    }

    @Test
    void predictsWithLinearProjectionsAndAHeadCountPerLevel() {
        try (UNet2DCondition unet = open("tiny-linear-unet/unet")) {
            Tensor actual = unet.predict(parity.load("unet/linear_in"), smallT, parity.load("unet/linear_context"), new CancelSignal());
            parity.check("unet/linear_eps", actual);
        }
    }

    @Test
    void everyLandmarkInsideIsDiffusers() {
        NetworkFolder folder = NetworkFolder.open(parity.path("tiny-picture/unet"));
        Part root = Part.root(folder.weights());
        UNet2DGraph writer = new UNet2DGraph(UNet2DConfig.read(folder.config()), root);
        writer.write();
        Graph graph = root.graph();
        List<String> names = List.of("conv_in", "down0_resnet0", "down0_attention0", "down0", "down1", "down2", "down3", "mid",
                "up0", "up1", "up2", "up3", "conv_norm_out");
        names.forEach(name -> graph.output("debug_" + name, writer.landmarks().get(name)));
        graph.output("debug_time_embedding", writer.landmarks().get("time_embedding"));
        Feeds feeds = new Feeds().put("sample", parity.load("unet/picture_small_in")).put("context", parity.load("unet/picture_context"))
                .put("timestep", Tensor.of(Shape.of(1), new float[] {smallT}));
        try (Session session = Session.open(root.model(), Device.CPU)) {
            Map<String, Tensor> values = session.run(feeds, new CancelSignal());
            names.forEach(name -> parity.check("unet/debug_" + name, values.get("debug_" + name)));
            Tensor time = values.get("debug_time_embedding");
            parity.check("unet/debug_time_embedding", Tensor.stack(List.of(time, time)));
        }
    }

    @Test
    void aBatchGivesWhatItsRowsGiveAlone() {
        try (UNet2DCondition unet = open("tiny-picture/unet")) {
            Tensor sample = parity.load("unet/picture_small_in");
            Tensor context = parity.load("unet/picture_context");
            parity.check("cfg/uncond", unet.predict(sample.row(0), smallT, context.row(0), new CancelSignal()));
            parity.check("cfg/cond", unet.predict(sample.row(0), smallT, context.row(1), new CancelSignal()));
        }
    }

    @Test
    void widthsThatAreNoMultipleComeBackAsTheyWere() {
        try (UNet2DCondition unet = open("tiny-picture/unet")) {
            Tensor prediction = unet.predict(Tensor.filled(Shape.of(1, 4, 9, 21), 0.5f), 500, parity.load("unet/picture_context").row(1), new CancelSignal());
            assertTrue(prediction.shape().equals(Shape.of(1, 4, 9, 21)));
        }
    }

    @Test
    void aWrongNumberOfChannelsIsNamedWithBothShapes() {
        try (UNet2DCondition unet = open("tiny-picture/unet")) {
            Tensor context = parity.load("unet/picture_context").row(1);
            var failure = assertThrows(IllegalArgumentException.class,
                    () -> unet.predict(Tensor.zeros(Shape.of(1, 3, 8, 24)), 1, context, new CancelSignal()));
            assertTrue(failure.getMessage().contains("[n, 4, h, w]") && failure.getMessage().contains("[1, 3, 8, 24]"), failure.getMessage());
        }
    }

    @Test
    void cancellingStopsInsideTheNetwork() {
        try (UNet2DCondition unet = open("tiny-picture/unet")) {
            Tensor context = parity.load("unet/picture_context").row(1);
            Tensor large = Tensor.filled(Shape.of(1, 4, 256, 256), 0.1f);
            CancelSignal cancel = new CancelSignal();
            Thread.ofVirtual().start(() -> {
                sleep(50);
                cancel.raise();
            });
            assertThrows(Cancelled.class, () -> unet.predict(large, 1, context, cancel));
        }
    }

    private static void sleep(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private UNet2DCondition open(String folder) {
        return UNet2DCondition.open(NetworkFolder.open(parity.path(folder)), Device.CPU);
    }
}
