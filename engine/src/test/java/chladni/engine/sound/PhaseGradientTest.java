package chladni.engine.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/// What phases must be is known where the sound is: a tone turns by its frequency, a click by its place.
class PhaseGradientTest {
    private static final int FFT = 1024;
    private static final int HOP = 160;
    private static final int RATE = 16_000;
    private static final int FRAMES = 60;
    private final Stft stft = new Stft(FFT, HOP, FFT);

    @Test
    void aToneBetweenTwoBinsTurnsByItsOwnFrequency() {
        double hertz = 1003.3; // bin 64.2
        float[] sound = new float[FRAMES * HOP];
        for (int n = 0; n < sound.length; n++) {
            sound[n] = (float) (0.3 * Math.sin(2 * Math.PI * hertz * n / RATE));
        }
        double[] phases = phases(magnitudes(sound));
        double turn = 2 * Math.PI * hertz * HOP / RATE;
        for (int frame = 10; frame < 50; frame++) {
            for (int bin = 63; bin <= 66; bin++) {
                double step = phases[(frame + 1) * 513 + bin] - phases[frame * 513 + bin];
                assertThat(Math.IEEEremainder(step - turn, 2 * Math.PI)).isCloseTo(0, within(0.08));
            }
        }
    }

    @Test
    void aClickTurnsFromBinToBinByItsPlaceInTheFrame() {
        float[] sound = new float[FRAMES * HOP];
        int at = 30 * HOP + 37;
        sound[at] = 0.9f;
        double[] phases = phases(magnitudes(sound));
        for (int frame = 29; frame <= 31; frame++) {
            int place = at + (FFT - HOP) / 2 - frame * HOP; // samples from the frame's beginning
            double turn = -2 * Math.PI * place / FFT;
            for (int bin = 100; bin < 400; bin++) {
                double step = phases[frame * 513 + bin + 1] - phases[frame * 513 + bin];
                assertThat(Math.IEEEremainder(step - turn, 2 * Math.PI)).isCloseTo(0, within(0.08));
            }
        }
    }

    @Test
    void aChordWithAClickComesBackFromItsMagnitudes() {
        float[] sound = new float[FRAMES * HOP];
        for (int n = 0; n < sound.length; n++) {
            double time = (double) n / RATE;
            sound[n] = (float) (0.2 * Math.sin(2 * Math.PI * 440 * time) + 0.1 * Math.sin(2 * Math.PI * (900 + 800 * time) * time));
        }
        sound[5000] += 0.7f;
        float[][] wanted = magnitudes(sound);
        float[][] made = magnitudes(stft.inverse(spectrum(wanted, phases(wanted)), sound.length));
        double wrong = 0;
        double all = 0;
        for (int frame = 0; frame < FRAMES; frame++) {
            for (int bin = 0; bin < 513; bin++) {
                wrong += Math.pow(wanted[frame][bin] - made[frame][bin], 2);
                all += Math.pow(wanted[frame][bin], 2);
            }
        }
        assertThat(wrong / all).isLessThan(0.01); // an amplitude in ten; the magnitudes fit no sound better than by half where phases are left to chance
    }

    private double[] phases(float[][] magnitudes) {
        return PhaseGradient.phases(magnitudes, FFT, HOP, FFT, new Random(1));
    }

    private float[][] magnitudes(float[] sound) {
        Spectrum spectrum = stft.forward(sound);
        float[][] out = new float[spectrum.frames()][stft.bins()];
        for (int frame = 0; frame < out.length; frame++) {
            spectrum.magnitudes(frame, 0, out[frame]);
        }
        return out;
    }

    private static Spectrum spectrum(float[][] magnitudes, double[] phases) {
        Spectrum out = new Spectrum(magnitudes.length, FFT);
        for (int frame = 0; frame < magnitudes.length; frame++) {
            for (int bin = 1; bin < FFT / 2; bin++) {
                out.packed()[frame * FFT + 2 * bin] = (float) (magnitudes[frame][bin] * Math.cos(phases[frame * 513 + bin]));
                out.packed()[frame * FFT + 2 * bin + 1] = (float) (magnitudes[frame][bin] * Math.sin(phases[frame * 513 + bin]));
            }
        }
        return out;
    }
}
