package chladni.engine.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chladni.engine.failure.CancelSignal;
import chladni.engine.media.Sound;
import chladni.engine.media.Spectrogram;
import chladni.engine.media.SpectrogramFormat;
import org.junit.jupiter.api.Test;

class ProofTest {
    private static final SpectrogramFormat FORMAT = SpectrogramFormat.STARTER;

    @Test
    void aSoundIsTheSpectrogramOfItselfHoweverLoudItIsPlayed() {
        Sound sound = chirp();
        Spectrogram drawn = new LogMel(FORMAT).analyse(sound, InputLevel.AS_IS);
        Proof same = Proof.of(drawn, sound);
        assertThat(same.apart()).isZero();
        assertThat(same.alike()).isCloseTo(1, within(1e-9));
        Proof quieter = Proof.of(drawn, Loudness.times(sound, 0.1));
        assertThat(quieter.apart()).as("20 dB quieter, the same picture").isLessThan(0.3);
        assertThat(quieter.alike()).isGreaterThan(0.999);
    }

    @Test
    void anotherSoundIsNot() {
        Spectrogram drawn = new LogMel(FORMAT).analyse(chirp(), InputLevel.AS_IS);
        float[] backwards = chirp().channels()[0].clone();
        for (int i = 0; i < backwards.length / 2; i++) {
            float keep = backwards[i];
            backwards[i] = backwards[backwards.length - 1 - i];
            backwards[backwards.length - 1 - i] = keep;
        }
        assertThat(Proof.of(drawn, Sound.mono(16_000, backwards)).alike()).isLessThan(0.6);
    }

    @Test
    void whatTheVocoderMakesIsThePictureWithinAFewDecibels() {
        Spectrogram drawn = new LogMel(FORMAT).analyse(chirp(), InputLevel.AS_IS);
        Proof made = Proof.of(drawn, new GriffinLim(FORMAT).sound(drawn, new CancelSignal()));
        assertThat(made.apart()).isLessThan(6);
        assertThat(made.alike()).isGreaterThan(0.9);
    }

    /// 200 Hz to 5 kHz in a second, over a little noise.
    private static Sound chirp() {
        float[] samples = new float[16_000];
        java.util.Random random = new java.util.Random(1);
        for (int i = 0; i < samples.length; i++) {
            double t = i / 16_000.0;
            samples[i] = (float) (0.4 * Math.sin(2 * Math.PI * (200 * t + 2400 * t * t)) + 0.002 * random.nextGaussian());
        }
        return Sound.mono(16_000, samples);
    }
}
