package chladni.engine.sound;

import static org.assertj.core.api.Assertions.assertThat;

import chladni.engine.Parity;
import chladni.engine.codec.WavFile;
import chladni.engine.media.Sound;
import chladni.engine.sound.ClapFeatures.Filling;
import chladni.engine.sound.ClapFeatures.Format;
import chladni.engine.tensor.Shape;
import chladni.engine.tensor.Tensor;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ClapFeaturesTest {
    private static final Format PUBLISHED = new Format(48_000, 1024, 480, 64, 50, 14_000, 480_000, Filling.REPEAT_WHOLE);

    private final Parity parity = Parity.more();

    @Test
    void featuresAreTransformersOnes() {
        Sound sound = WavFile.read(parity.path("npy/clap/input.wav")).sound();
        parity.check("clap/input_features", new ClapFeatures(PUBLISHED).of(sound));
    }

    @Test
    void bandsAreTheReferencesFilters() {
        MelBank bank = new MelBank(48_000, 1024, 64, 50, 14_000);
        float[] weights = new float[513 * 64];
        for (int bin = 0; bin < 513; bin++) {
            for (int band = 0; band < 64; band++) {
                weights[bin * 64 + band] = bank.weight(band, bin);
            }
        }
        parity.check("clap/mel_filters", Tensor.of(Shape.of(513, 64), weights));
    }

    @Test
    void shortSoundsAreRepeatedWholeAndThenSilent() {
        float[] click = new float[200_000];
        click[100_000] = 1;
        Tensor features = new ClapFeatures(PUBLISHED).of(Sound.mono(48_000, click));
        assertThat(loudest(features, 0, 400)).isEqualTo(208); // 100 000 / 480
        assertThat(loudest(features, 400, 840)).isEqualTo(625); // 300 000 / 480
        assertThat(features.at(0, 0, 900, 20)).isEqualTo(-100f);
    }

    @Test
    void ofLongSoundsTheBeginningCounts() {
        float[] clicks = new float[700_000];
        clicks[48_000] = 1;
        clicks[600_000] = 1;
        Tensor features = new ClapFeatures(PUBLISHED).of(Sound.mono(48_000, clicks));
        assertThat(features.shape()).isEqualTo(Shape.of(1, 1, 1001, 64));
        assertThat(loudest(features, 0, 1001)).isEqualTo(100);
    }

    private static int loudest(Tensor features, int from, int to) {
        int best = from;
        for (int frame = from; frame < to; frame++) {
            best = features.at(0, 0, frame, 20) > features.at(0, 0, best, 20) ? frame : best;
        }
        return best;
    }

    @Test
    void soundsOfOtherRatesAreResampled() {
        float[] tone = new float[160_000];
        for (int i = 0; i < tone.length; i++) {
            tone[i] = (float) Math.sin(2 * Math.PI * 1000 * i / 16_000);
        }
        Tensor features = new ClapFeatures(PUBLISHED).of(Sound.mono(16_000, tone));
        float[] column = Arrays.copyOfRange(features.data(), 500 * 64, 501 * 64);
        int loudest = 0;
        for (int band = 0; band < 64; band++) {
            loudest = column[band] > column[loudest] ? band : loudest;
        }
        double[] edges = MelBank.edges(64, 50, 14_000);
        assertThat(1000).isBetween((int) edges[loudest], (int) edges[loudest + 2]);
    }
}
