package chladni.engine.sound;

import chladni.engine.Parity;
import chladni.engine.failure.CancelSignal;
import chladni.engine.media.Sound;
import chladni.engine.media.Spectrogram;
import chladni.engine.media.SpectrogramFormat;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Cost and faithfulness of Griffin-Lim on 5.12 s; run by name only: `./mvnw -pl engine test -Dtest=ResynthesisBenchmark`.
class ResynthesisBenchmark {
    private static final Logger LOG = LoggerFactory.getLogger(ResynthesisBenchmark.class);
    private static final int COLUMNS = 512;
    private static final int RUNS = 9;

    @ParameterizedTest
    @ValueSource(ints = {128, 256})
    void fiveSeconds(int mels) {
        SpectrogramFormat format = mels == 128 ? SpectrogramFormat.STARTER : SpectrogramFormat.AUFFUSION;
        float[] audio = Parity.open().load("mel/audio").data();
        float[] repeated = new float[COLUMNS * format.hop()];
        for (int i = 0; i < repeated.length; i++) {
            repeated[i] = audio[i % audio.length];
        }
        LogMel logMel = new LogMel(format);
        Spectrogram target = logMel.analyse(Sound.mono(format.sampleRate(), repeated), InputLevel.AS_IS);
        GriffinLim griffinLim = new GriffinLim(format);
        OperatingSystemMXBean machine = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long busy = 0;
        long[] nanos = new long[RUNS];
        Sound sound = Sound.mono(format.sampleRate(), repeated);
        for (int run = 0; run < RUNS; run++) {
            long start = System.nanoTime();
            long spent = machine.getProcessCpuTime();
            sound = griffinLim.sound(target, new CancelSignal());
            nanos[run] = System.nanoTime() - start;
            busy = machine.getProcessCpuTime() - spent;
        }
        long first = nanos[0];
        Arrays.sort(nanos);
        LOG.info("{} bands: first {} ms, median {} ms, processor time of the last {} ms; re-analysis {} dB", mels, first / 1_000_000,
                nanos[RUNS / 2] / 1_000_000, busy / 1_000_000, Math.round(10 * psnr(target, logMel.analyse(sound, InputLevel.AS_IS))) / 10.0);
    }

    private static double psnr(Spectrogram a, Spectrogram b) {
        double sum = 0;
        for (int i = 0; i < a.levels().length; i++) {
            sum += Math.pow(a.levels()[i] - b.levels()[i], 2);
        }
        return -10 * Math.log10(sum / a.levels().length);
    }
}
