package chladni.engine.compose;

import static org.assertj.core.api.Assertions.assertThat;

import chladni.engine.Parity;
import chladni.engine.failure.CancelSignal;
import chladni.engine.media.Picture;
import chladni.engine.onnx.Device;
import chladni.engine.pack.Pack;
import chladni.engine.pack.PackFolder;
import chladni.engine.tensor.Noise;
import chladni.engine.tensor.Shape;
import chladni.engine.tensor.Tensor;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class QuickLookTest {
    /// The guess must follow the decoder: compared over whole cells its error is below the decoded picture's own spread, that is, it
    /// explains more than a flat grey would.
    @Test
    void theGuessFollowsTheDecoder() {
        CancelSignal cancel = new CancelSignal();
        try (Pack pack = Pack.open(PackFolder.open(Parity.open().path("tiny-picture")), Device.CPU)) {
            QuickLook look = QuickLook.fit(pack, cancel);
            Tensor latents = Noise.single(77).normal(Shape.of(1, 4, 16, 16)); // not the patch that was fitted
            Picture decoded = Eyes.picture(pack.decode(latents, cancel)).grey();
            Picture guessed = look.picture(latents, pack.pixelsPerCell());

            assertThat(guessed.width()).isEqualTo(decoded.width());
            assertThat(guessed.height()).isEqualTo(decoded.height());
            double[] real = cells(decoded);
            double[] guess = cells(guessed);
            double mean = Arrays.stream(real).average().orElseThrow();
            double error = 0;
            double spread = 0;
            for (int i = 0; i < real.length; i++) {
                error += Math.pow(real[i] - guess[i], 2);
                spread += Math.pow(real[i] - mean, 2);
            }
            assertThat(error).isLessThan(spread);
        }
    }

    private static double[] cells(Picture picture) {
        int wide = picture.width() / 8;
        double[] sums = new double[wide * (picture.height() / 8)];
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                sums[y / 8 * wide + x / 8] += picture.at(0, y, x) / 64;
            }
        }
        return sums;
    }
}
