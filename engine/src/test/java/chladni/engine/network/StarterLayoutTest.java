package chladni.engine.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import chladni.engine.failure.CancelSignal;
import chladni.engine.onnx.Device;
import chladni.engine.tensor.Shape;
import chladni.engine.tensor.Tensor;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/// The layout that only our starter has: patches, per-channel latent scaling, one layer a block. The expected numbers are
/// diffusers' 0.42.1 on the same files, inputs and formulas (float32, torch 2.15).
class StarterLayoutTest {
    private final CancelSignal cancel = new CancelSignal();

    @Test
    void picturesAreUnshuffledBeforeTheEncoderAndShuffledAfterTheDecoder() throws URISyntaxException {
        try (AutoencoderKl vae = AutoencoderKl.open(folder("vae"), Device.CPU)) {
            assertEquals(8, vae.factor());
            assertEquals(1, vae.pictureChannels());
            AutoencoderKl.Moments moments = vae.encode(wave(Math::sin, 0.37, 1, 1, 32, 64), cancel);
            assertEquals(Shape.of(1, 4, 4, 8), moments.mean().shape());
            assertStartsWith(moments.mean(), 0.17658493f, 0.14286157f, 0.21235925f);
            assertEquals(0.350703f, moments.mean().at(0, 3, 3, 7), 1e-5);
            assertEquals(-0.21520765f, moments.logVariance().at(0, 1, 1, 1), 1e-5);

            Tensor picture = vae.decode(wave(Math::sin, 0.71, 1, 4, 4, 8), cancel);
            assertEquals(Shape.of(1, 1, 32, 64), picture.shape());
            assertStartsWith(picture, -0.045986854f, -0.11491752f, 0.04684481f);
            assertEquals(-0.36814016f, picture.at(0, 0, 31, 63), 1e-5);
        }
    }

    @Test
    void modelLatentsAreShiftedAndScaledPerChannel() throws URISyntaxException {
        try (AutoencoderKl vae = AutoencoderKl.open(folder("vae"), Device.CPU)) {
            Tensor latents = Tensor.filled(Shape.of(1, 4, 1, 1), 1f);
            Tensor model = vae.toModel(latents); // mean 0.1, −0.2, 0.3, 0; deviation 0.9, 1.1, 0.8, 1.2
            assertArrayEquals(new float[] {1f, 1.2f / 1.1f, 0.7f / 0.8f, 1 / 1.2f}, model.data(), 1e-6f);
            assertArrayEquals(latents.data(), vae.fromModel(model).data(), 1e-6f);
        }
    }

    @Test
    void theStartersDenoiserPredictsWhatDiffusersDoes() throws URISyntaxException {
        try (UNet2DCondition unet = UNet2DCondition.open(folder("unet"), Device.CPU)) {
            Tensor prediction = unet.predict(wave(Math::sin, 0.53, 2, 4, 8, 16), 321, wave(Math::cos, 0.29, 2, 5, 384), cancel);
            assertStartsWith(prediction, -0.14971595f, 0.18842709f, -0.1903497f);
            assertEquals(-0.05661248f, prediction.at(1, 3, 7, 15), 1e-5);
        }
    }

    private static void assertStartsWith(Tensor actual, float... expected) {
        assertArrayEquals(expected, Arrays.copyOf(actual.data(), expected.length), 1e-5f);
    }

    private static Tensor wave(DoubleUnaryOperator wave, double frequency, int... lengths) {
        Shape shape = Shape.of(lengths);
        float[] numbers = new float[shape.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) wave.applyAsDouble((float) (i * (float) frequency));
        }
        return Tensor.of(shape, numbers);
    }

    private NetworkFolder folder(String network) throws URISyntaxException {
        Path toy = Path.of(getClass().getResource("/toy/toy-picture/model_index.json").toURI());
        return NetworkFolder.open(toy.resolveSibling(network));
    }
}
