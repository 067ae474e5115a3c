package chladni.engine.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StftTest {
    @ParameterizedTest
    @CsvSource({"2048, 160, 1024", "1024, 160, 1024", "1000, 100, 1000", "400, 160, 400", "30, 10, 20"})
    void theInverseGivesTheSoundBack(int fft, int hop, int window) {
        Stft stft = new Stft(fft, hop, window);
        float[] sound = noise(hop * 40);
        Spectrum spectrum = stft.forward(sound);
        assertThat(spectrum.frames()).isEqualTo(40);
        assertThat(stft.inverse(spectrum, sound.length)).containsExactly(sound, within(2e-5f));
    }

    /// The definition of the discrete Fourier transform, computed bin by bin in the middle frame.
    @ParameterizedTest
    @CsvSource({"64, 16, 32", "60, 12, 60"})
    void magnitudesAreThoseOfTheDefinition(int fft, int hop, int window) {
        Stft stft = new Stft(fft, hop, window);
        float[] sound = noise(hop * 20);
        Spectrum spectrum = stft.forward(sound);
        float[] magnitudes = new float[stft.bins()];
        spectrum.magnitudes(10, 0, magnitudes);
        int start = 10 * hop - stft.padding() + (fft - window) / 2;
        for (int bin = 0; bin < stft.bins(); bin++) {
            double re = 0;
            double im = 0;
            for (int n = 0; n < window; n++) {
                double weighted = sound[start + n] * (0.5 - 0.5 * Math.cos(2 * Math.PI * n / window));
                re += weighted * Math.cos(2 * Math.PI * bin * n / fft);
                im -= weighted * Math.sin(2 * Math.PI * bin * n / fft);
            }
            assertThat(magnitudes[bin]).isCloseTo((float) Math.hypot(re, im), within(1e-4f));
        }
    }

    @Test
    void whatCannotBeTransformedIsRefused() {
        assertThatThrownBy(() -> new Stft(1001, 160, 1000)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("1001");
        assertThatThrownBy(() -> new Stft(2048, 160, 1024).forward(new float[944]))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("944");
    }

    private static float[] noise(int length) {
        Random random = new Random(1);
        float[] noise = new float[length];
        for (int i = 0; i < length; i++) {
            noise[i] = random.nextFloat(-1, 1);
        }
        return noise;
    }
}
