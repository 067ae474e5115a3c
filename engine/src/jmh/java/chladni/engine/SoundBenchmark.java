package chladni.engine;

import chladni.engine.failure.CancelSignal;
import chladni.engine.media.Sound;
import chladni.engine.media.Spectrogram;
import chladni.engine.media.SpectrogramFormat;
import chladni.engine.sound.GriffinLim;
import chladni.engine.sound.InputLevel;
import chladni.engine.sound.LogMel;
import chladni.engine.tensor.Noise;
import chladni.engine.tensor.Shape;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// The two ways between sound and spectrogram, for 5.12 s in the starter's format.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class SoundBenchmark {
    private static final int COLUMNS = 512;

    private final SpectrogramFormat format = SpectrogramFormat.STARTER;
    private final Sound sound = Sound.mono(format.sampleRate(),
            Noise.single(1).normal(Shape.of(COLUMNS * format.hop())).map(x -> 0.1 * x).data());
    private final LogMel logMel = new LogMel(format);
    private final GriffinLim griffinLim = new GriffinLim(format);
    private final Spectrogram spectrogram = logMel.analyse(sound, InputLevel.NORMALISED);

    @Benchmark
    public Spectrogram see() {
        return logMel.analyse(sound, InputLevel.NORMALISED);
    }

    @Benchmark
    public Sound listen() {
        return griffinLim.sound(spectrogram, new CancelSignal());
    }
}
