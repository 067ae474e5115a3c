package chladni.engine.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import chladni.engine.failure.BadInput;
import chladni.engine.media.Sound;
import chladni.engine.media.SpectrogramFormat;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SoundFitTest {
    private static final SpectrogramFormat FORMAT = SpectrogramFormat.STARTER;

    /// A tone keeps frequency, phase and level to better than −60 dB whatever rate it comes at.
    @ParameterizedTest
    @ValueSource(ints = {8000, 11_025, 22_050, 44_100, 48_000, 96_000, 192_000})
    void anyRateBecomesTheFormats(int rate) {
        Sound fitted = SoundFit.toColumns(tone(rate, 997, 2 * rate), FORMAT, 150).sound();
        assertThat(fitted.sampleRate()).isEqualTo(16_000);
        assertThat(fitted.length()).isEqualTo(150 * 160);
        float[] expected = tone(16_000, 997, fitted.length()).channels()[0];
        double error = 0;
        for (int i = 200; i < expected.length - 200; i++) {
            error += Math.pow(fitted.channels()[0][i] - expected[i], 2);
        }
        assertThat(10 * Math.log10(error / (expected.length - 400) / 0.5)).isLessThan(-60);
    }

    @Test
    void whatTheNewRateCannotHoldIsFilteredOut() {
        Sound fitted = SoundFit.toColumns(tone(44_100, 9000, 88_200), FORMAT, 150).sound();
        assertThat(Loudness.peakDecibels(new Sound(16_000, new float[][] {middle(fitted)}))).isLessThan(-60);
    }

    @Test
    void channelsAreAveraged() {
        Sound stereo = new Sound(16_000, new float[][] {{1, 0.5f, -1}, {0, 0.5f, 1}});
        assertThat(SoundFit.toColumns(stereo, FORMAT, 10).sound().channels()[0]).startsWith(0.5f, 0.5f, 0f).hasSize(1600);
    }

    @Test
    void tooLongIsCutAndTooShortIsFilledWithANote() {
        SoundFit.Fitted cut = SoundFit.toColumns(tone(16_000, 440, 32_000), FORMAT, 100);
        assertThat(cut.notes()).containsExactly("The sound is 2.00 s long; the first 1.00 s are used.");
        SoundFit.Fitted filled = SoundFit.toColumns(tone(16_000, 440, 8000), FORMAT, 100);
        assertThat(filled.notes()).containsExactly("The sound is 0.50 s long; silence fills it up to 1.00 s.");
        assertThat(filled.sound().channels()[0][7990]).isNotZero();
        assertThat(filled.sound().channels()[0][8000]).isZero();
        assertThat(SoundFit.toColumns(tone(16_000, 440, 16_000), FORMAT, 100).notes()).isEmpty();
    }

    @Test
    void theWholeSoundIsFilledUpToWholeColumnsAndOneWindow() {
        assertThat(SoundFit.whole(tone(16_000, 440, 16_001), FORMAT).sound().length()).isEqualTo(101 * 160);
        assertThat(SoundFit.whole(tone(16_000, 440, 16_000), FORMAT).sound().length()).isEqualTo(100 * 160);
        SoundFit.Fitted one = SoundFit.whole(tone(48_000, 440, 1), FORMAT);
        assertThat(one.sound().length()).isEqualTo(1120).isGreaterThan(FORMAT.window());
        assertThat(one.notes()).hasSize(1);
        assertThat(new LogMel(FORMAT).analyse(one.sound(), InputLevel.NORMALISED).columns()).isEqualTo(7);
    }

    @Test
    void noSamplesOrNoNumbersAreRefused() {
        assertThatThrownBy(() -> SoundFit.whole(Sound.mono(44_100, new float[0]), FORMAT))
                .isInstanceOf(BadInput.class).hasMessageContaining("0 s");
        assertThatThrownBy(() -> SoundFit.toColumns(Sound.mono(44_100, new float[] {Float.NaN}), FORMAT, 10))
                .isInstanceOf(BadInput.class).hasMessageContaining("NaN");
    }

    @Test
    void playbackPeaksAtOneDecibelBelowFullScale() {
        Sound loud = Loudness.forPlayback(Sound.mono(16_000, new float[] {0, 30, -60}));
        assertThat(Loudness.peakDecibels(loud)).isCloseTo(-1, within(1e-6));
        assertThat(loud.channels()[0][1]).isCloseTo(0.44563f, within(1e-5f));
        assertThat(Loudness.withinFullScale(Sound.mono(16_000, new float[] {0, 30, -60})).channels()[0])
                .isEqualTo(loud.channels()[0]);
        Sound fits = Sound.mono(16_000, new float[] {0.1f, -1});
        assertThat(Loudness.withinFullScale(fits)).isSameAs(fits);
        Sound silence = Sound.mono(16_000, new float[3]);
        assertThat(Loudness.forPlayback(silence)).isSameAs(silence);
    }

    private static float[] middle(Sound sound) {
        return Arrays.copyOfRange(sound.channels()[0], 1000, sound.length() - 1000);
    }

    private static Sound tone(int rate, double hertz, int length) {
        float[] samples = new float[length];
        for (int i = 0; i < length; i++) {
            samples[i] = (float) Math.sin(2 * Math.PI * hertz * i / rate);
        }
        return Sound.mono(rate, samples);
    }
}
