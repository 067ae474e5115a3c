package chladni.engine.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.junit.jupiter.api.Assertions.assertEquals;

import chladni.engine.Parity;
import chladni.engine.failure.CancelSignal;
import chladni.engine.onnx.Device;
import chladni.engine.tensor.Shape;
import chladni.engine.tensor.Tensor;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HifiGanTest {
    private final Parity parity = Parity.open();

    @Test
    void theLastLatentsOfTheJointRunSoundAsPublished() {
        CancelSignal cancel = new CancelSignal();
        try (AutoencoderKl vae = AutoencoderKl.open(NetworkFolder.open(parity.path("tiny-sound/vae")), Device.CPU);
                HifiGan vocoder = HifiGan.open(NetworkFolder.open(parity.path("tiny-sound/vocoder")), Device.CPU)) {
            assertEquals(160, vocoder.hop());
            assertEquals(16000, vocoder.sampleRate());
            Tensor picture = vae.decode(vae.fromModel(parity.load("joint/latents_step20")), cancel); // [1, 3, 256, 1024]
            Tensor mel = logMel(picture.map(x -> Math.clamp(x / 2 + 0.5, 0, 1)));
            parity.check("joint/mel_left128", left(mel, 128));
            parity.check("joint/wave", vocoder.waveform(mel, cancel));
        }
    }

    /// A sample above 1, by however little, would have the whole sound turned down (`Loudness.withinFullScale`).
    @Test
    void aSoundAsLoudAsItGetsStaysWithinFullScale() {
        try (HifiGan vocoder = HifiGan.open(NetworkFolder.open(parity.path("tiny-sound/vocoder")), Device.CPU)) {
            Tensor loud = parity.load("joint/mel_left128").map(v -> 40 * v);
            float[] wave = vocoder.waveform(Tensor.of(Shape.of(1, 256, 128), loud.data()), new CancelSignal()).data();
            assertThat(IntStream.range(0, wave.length).mapToDouble(i -> Math.abs(wave[i])).max()).hasValueCloseTo(1.0, offset(1e-3));
            assertThat(IntStream.range(0, wave.length).mapToDouble(i -> Math.abs(wave[i]))).allMatch(sample -> sample <= 1);
        }
    }

    /// Channel mean, low bands first, 0…1 back to the natural logarithm of 1e-5…200: `[1, 3, b, t] → [1, b, t]`.
    private static Tensor logMel(Tensor picture) {
        int bands = picture.shape().length(2);
        int columns = picture.shape().length(3);
        float[] mel = new float[bands * columns];
        for (int band = 0; band < bands; band++) {
            for (int t = 0; t < columns; t++) {
                float mean = (picture.at(0, 0, bands - 1 - band, t) + picture.at(0, 1, bands - 1 - band, t) + picture.at(0, 2, bands - 1 - band, t)) / 3;
                mel[band * columns + t] = (float) (mean * (Math.log(200) - Math.log(1e-5)) + Math.log(1e-5));
            }
        }
        return Tensor.of(Shape.of(1, bands, columns), mel);
    }

    private static Tensor left(Tensor mel, int columns) {
        int bands = mel.shape().length(1);
        float[] cut = new float[bands * columns];
        for (int band = 0; band < bands; band++) {
            System.arraycopy(mel.data(), band * mel.shape().length(2), cut, band * columns, columns);
        }
        return Tensor.of(Shape.of(bands, columns), cut);
    }
}
