package chladni.engine.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import chladni.engine.Parity;
import chladni.engine.media.Sound;
import chladni.engine.media.Spectrogram;
import chladni.engine.media.SpectrogramFormat;
import chladni.engine.tensor.Shape;
import chladni.engine.tensor.Tensor;
import org.junit.jupiter.api.Test;

/// Numbers from `parity/open/npy/mel`, computed with PyTorch and librosa.
class LogMelTest {
    private static final SpectrogramFormat FORMAT = SpectrogramFormat.AUFFUSION;

    private final Parity parity = Parity.open();
    private final float[] audio = parity.load("mel/audio").data();
    private final Stft stft = new Stft(FORMAT.fft(), FORMAT.hop(), FORMAT.window());
    private final LogMel logMel = new LogMel(FORMAT);

    @Test
    void theFiltersAreLibrosas() {
        MelBank bank = new MelBank(16_000, 2048, 256, 0, 8000);
        float[] everyEighth = new float[32 * 1025];
        float[] sums = new float[256];
        for (int band = 0; band < 256; band++) {
            for (int bin = 0; bin < 1025; bin++) {
                sums[band] += bank.weight(band, bin);
                if (band % 8 == 0) {
                    everyEighth[band / 8 * 1025 + bin] = bank.weight(band, bin);
                }
            }
        }
        parity.check("mel/filters_every_8th", Tensor.of(Shape.of(32, 1025), everyEighth));
        parity.check("mel/filter_sums", Tensor.of(Shape.of(256), sums));
    }

    @Test
    void magnitudesAreThoseOfTheFixture() {
        Spectrum spectrum = stft.forward(audio);
        float[] first20 = new float[1025 * 20];
        float[] column = new float[1025];
        for (int frame = 0; frame < 20; frame++) {
            spectrum.magnitudes(frame, 1e-9f, column);
            for (int bin = 0; bin < 1025; bin++) {
                first20[bin * 20 + frame] = column[bin];
            }
        }
        parity.check("mel/magnitude_first20", Tensor.of(Shape.of(1025, 20), first20));
    }

    @Test
    void bandAmplitudesAreThoseOfTheFixture() {
        float[] mel = logMel.mel(stft.forward(audio)); // [256, 300]
        float[] first100 = new float[256 * 100];
        float[] log = new float[mel.length];
        for (int i = 0; i < mel.length; i++) {
            log[i] = (float) Math.log(Math.max(mel[i], 1e-5f));
            if (i % 300 < 100) {
                first100[i / 300 * 100 + i % 300] = mel[i];
            }
        }
        parity.check("mel/linear_mel_first100", Tensor.of(Shape.of(256, 100), first100));
        parity.check("mel/log_mel", Tensor.of(Shape.of(256, 300), log));
    }

    @Test
    void thePictureIsThatOfTheFixtureAtBothInputLevels() {
        Spectrogram asIs = logMel.analyse(Sound.mono(16_000, audio), InputLevel.AS_IS);
        parity.check("mel/image", picture(asIs));
        Sound quieter = Loudness.times(Sound.mono(16_000, audio), 0.01);
        parity.check("mel/image", picture(logMel.analyse(quieter, InputLevel.NORMALISED)));
    }

    @Test
    void silenceIsBlackAtBothInputLevels() {
        Sound silence = Sound.mono(16_000, new float[1600]);
        for (InputLevel level : InputLevel.values()) {
            Spectrogram black = logMel.analyse(silence, level);
            assertThat(black.columns()).isEqualTo(10);
            assertThat(black.levels()).containsOnly(0f);
        }
    }

    /// A sine of amplitude 0.5 at 1 kHz: |STFT| = 0.5 · Σw / 2 = 128 at its bin, so its bands are near 128 · their peak weight.
    @Test
    void aSineIsALineAtItsFrequencyAndLevel() {
        float[] sine = new float[16_000];
        for (int i = 0; i < sine.length; i++) {
            sine[i] = (float) (0.5 * Math.sin(2 * Math.PI * 1000 * i / 16_000));
        }
        Spectrogram line = new LogMel(SpectrogramFormat.STARTER).analyse(Sound.mono(16_000, sine), InputLevel.AS_IS);
        int brightest = 0;
        for (int row = 0; row < line.rows(); row++) {
            brightest = line.at(row, 50) > line.at(brightest, 50) ? row : brightest;
        }
        FrequencyAxis axis = new FrequencyAxis(SpectrogramFormat.STARTER);
        assertThat(axis.hertz(brightest)).isCloseTo(1000, within(15.0));
        assertThat(line.at(brightest, 50)).isBetween(0.7f, 0.85f);
    }

    @Test
    void aSoundAtAnotherRateIsRefused() {
        assertThatThrownBy(() -> logMel.analyse(Sound.mono(44_100, new float[5000]), InputLevel.AS_IS))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("44100");
    }

    private static Tensor picture(Spectrogram spectrogram) {
        return Tensor.of(Shape.of(spectrogram.rows(), spectrogram.columns()), spectrogram.levels());
    }
}
