package chladni.engine;

import chladni.engine.diffusion.Mixed;
import chladni.engine.diffusion.NoiseEstimate;
import chladni.engine.diffusion.NoiseSchedule;
import chladni.engine.diffusion.Sampler;
import chladni.engine.diffusion.Share;
import chladni.engine.diffusion.Step;
import chladni.engine.diffusion.sampler.Ddim;
import chladni.engine.tensor.Noise;
import chladni.engine.tensor.Shape;
import chladni.engine.tensor.Tensor;
import java.util.List;
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

/// What the loop itself costs: fifty steps of two voices whose networks cost nothing.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class LoopBenchmark {
    private final Tensor start = Noise.single(1).normal(Shape.of(1, 4, 32, 128));
    private final Tensor predicted = Noise.single(2).normal(start.shape());
    private final Sampler.Walk walk = new Ddim(0).begin(new NoiseSchedule(NoiseSchedule.Settings.STABLE_DIFFUSION), 50);
    private final NoiseEstimate voices = new Mixed(List.of(
            new Mixed.Term((x, t) -> predicted, Share.of(0.5)), new Mixed.Term((x, t) -> x, Share.of(0.5))));

    @Benchmark
    public Tensor fiftySteps() {
        Tensor x = start;
        for (Step t : walk.steps()) {
            x = walk.step(x, voices.at(x, t), t, () -> start).x();
        }
        return x;
    }
}
