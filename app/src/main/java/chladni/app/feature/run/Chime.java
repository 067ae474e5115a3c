package chladni.app.feature.run;

import java.util.concurrent.Executor;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A soft sound that says that work is done: a small plate struck twice. A square plate with free edges rings in the ratios
/// 1 : 1.44 : 1.80 : 2.56 (Chladni's figures of its first modes).
public final class Chime {
    private static final Logger LOG = LoggerFactory.getLogger(Chime.class);
    private static final int RATE = 44_100;
    private static final double SECONDS = 1.1;
    private static final double[] RATIOS = {1, 1.44, 1.80, 2.56};
    private static final double[] PITCHES = {523.25, 783.99};
    private static final double APART_SECONDS = 0.16;
    private static final double LOUDEST = 0.12;

    private Chime() {}

    /// Plays it on a background thread; without an audio device nothing is heard, which is no failure.
    public static void play(Executor background) {
        background.execute(() -> {
            AudioFormat format = new AudioFormat(RATE, 16, 1, true, false);
            try (SourceDataLine line = AudioSystem.getSourceDataLine(format)) {
                byte[] sound = samples();
                line.open(format);
                line.start();
                line.write(sound, 0, sound.length);
                line.drain();
            } catch (LineUnavailableException | IllegalArgumentException silent) {
                LOG.debug("no chime: {}", silent.getMessage());
            }
        });
    }

    /// 16-bit samples, little end first.
    static byte[] samples() {
        byte[] pcm = new byte[2 * (int) (RATE * SECONDS)];
        for (int i = 0; i < pcm.length / 2; i++) {
            double t = (double) i / RATE;
            double value = 0;
            for (int strike = 0; strike < PITCHES.length; strike++) {
                value += strike(t - strike * APART_SECONDS, PITCHES[strike]);
            }
            double fade = Math.min(1, (SECONDS - t) / 0.1);
            int level = (int) Math.round(value * fade * LOUDEST / PITCHES.length * Short.MAX_VALUE);
            pcm[2 * i] = (byte) level;
            pcm[2 * i + 1] = (byte) (level >> Byte.SIZE);
        }
        return pcm;
    }

    /// Higher modes are weaker and die sooner.
    private static double strike(double t, double hertz) {
        if (t < 0) {
            return 0;
        }
        double value = 0;
        for (int mode = 0; mode < RATIOS.length; mode++) {
            value += Math.exp(-t * (5 + 4 * mode)) / (1 + mode) * Math.sin(2 * Math.PI * hertz * RATIOS[mode] * t);
        }
        return value * Math.min(1, t / 0.004) * 0.5;
    }
}
