package chladni.engine.diffusion.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import chladni.engine.diffusion.DenoiseLoop;
import chladni.engine.diffusion.Kept;
import chladni.engine.diffusion.NoiseSchedule;
import chladni.engine.diffusion.Prediction;
import chladni.engine.diffusion.Sampler;
import chladni.engine.diffusion.Step;
import chladni.engine.failure.BadInput;
import chladni.engine.job.Monitor;
import chladni.engine.tensor.Noise;
import chladni.engine.tensor.Shape;
import chladni.engine.tensor.Tensor;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds for every sampler, whatever its paper.
class EverySamplerTest {
    private static final Shape LATENT = Shape.of(1, 4, 4, 4);
    private final NoiseSchedule schedule = new NoiseSchedule(NoiseSchedule.Settings.STABLE_DIFFUSION);
    private final Tensor noise = Noise.single(1).normal(LATENT);
    private final Tensor picture = Noise.single(2).normal(LATENT);
    private final Supplier<Tensor> none = () -> {
        throw new AssertionError("a deterministic walk drew noise");
    };

    static List<Sampler> deterministic() {
        return List.of(new Ddim(0), new Pndm(), new EulerDiscrete(), new DpmSolverMultistep(), new UniPc());
    }

    static List<Sampler> all() {
        return Stream.concat(deterministic().stream(), Stream.of(new EulerAncestral(), new Lcm(), new Ddim(1))).toList();
    }

    static Stream<Arguments> deterministicAtManyLengths() {
        return deterministic().stream().flatMap(sampler -> IntStream.of(1, 2, 3, 5, 10, 25, 50, 100, 999).mapToObj(n -> Arguments.of(sampler, n)));
    }

    /// The exact noise estimate of a world that holds one picture only: ε = (x − √ᾱ·picture)/√(1 − ᾱ).
    private Tensor oracle(Tensor x, Step t) {
        double a = t.alphaBar();
        return x.scaledPlus(1, picture, -(float) Math.sqrt(a)).times((float) (1 / Math.sqrt(1 - a)));
    }

    @ParameterizedTest
    @MethodSource("deterministicAtManyLengths")
    void aPerfectEstimateLeadsToThePicture(Sampler sampler, int steps) {
        Sampler.Walk walk = sampler.begin(schedule, steps);
        requirePicture(sampler, run(walk, null, walk.noised(picture, noise, 0), 0));
    }

    @ParameterizedTest
    @MethodSource("deterministic")
    void aWalkMayBeginAnywhere(Sampler sampler) {
        for (int first = 0; first < sampler.begin(schedule, 10).steps().size(); first++) {
            Sampler.Walk walk = sampler.begin(schedule, 10);
            requirePicture(sampler, run(walk, null, walk.noised(picture, noise, first), first));
        }
    }

    private void requirePicture(Sampler sampler, Tensor found) {
        // DDIM and PNDM end at ᾱ₀ = 0.99915, where a trace of the noise stays
        boolean trace = sampler instanceof Ddim || sampler instanceof Pndm;
        double a0 = trace ? schedule.alphaBar(0) : 1;
        for (int i = 0; i < found.size(); i++) {
            double expected = Math.sqrt(a0) * picture.data()[i] + Math.sqrt(1 - a0) * noise.data()[i];
            assertThat((double) found.data()[i]).isCloseTo(expected, within(1e-3));
        }
    }

    private Tensor run(Sampler.Walk walk, Kept kept, Tensor x, int first) {
        return new DenoiseLoop(walk, this::oracle, kept, none).run(x, first, Monitor.silent(), (_, _, _) -> {}).latents();
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyStepReportsTheEstimateOfTheFinishedPicture(Sampler sampler) {
        Sampler.Walk walk = sampler.begin(schedule, 10);
        new DenoiseLoop(walk, this::oracle, null, drawing(3)).run(walk.noised(picture, noise, 0), 0, Monitor.silent(), (_, _, x0) ->
                assertThat(x0.at(0, 0, 0, 0)).isCloseTo(picture.at(0, 0, 0, 0), within(1e-3f)));
    }

    @ParameterizedTest
    @MethodSource("all")
    void whatTheMaskKeepsComesOutUntouched(Sampler sampler) {
        Sampler.Walk walk = sampler.begin(schedule, 10);
        float[] left = new float[16];
        for (int i = 0; i < left.length; i++) {
            left[i] = i % 4 < 2 ? 0 : 1;
        }
        Tensor known = Noise.single(9).normal(LATENT);
        Kept kept = new Kept(Tensor.of(Shape.of(1, 1, 4, 4), left), known, noise);
        Tensor found = new DenoiseLoop(walk, this::oracle, kept, drawing(3)).run(walk.start(noise), 0, Monitor.silent(), (_, _, _) -> {}).latents();
        assertThat(found.isFinite()).isTrue();
        for (int i = 0; i < found.size(); i++) {
            if (i % 4 < 2) {
                assertThat(found.data()[i]).isEqualTo(known.data()[i]);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void theSameSeedGivesTheSameLatents(Sampler sampler) {
        assertThat(imperfect(schedule, sampler).latents()).isEqualTo(imperfect(schedule, sampler).latents());
    }

    @ParameterizedTest
    @MethodSource("all")
    void theEstimateStaysWithinTheLimit(Sampler sampler) {
        NoiseSchedule.Settings sd = NoiseSchedule.Settings.STABLE_DIFFUSION;
        NoiseSchedule limited = new NoiseSchedule(new NoiseSchedule.Settings(sd.trainSteps(), sd.betaStart(), sd.betaEnd(), sd.betas(),
                List.of(), sd.stepsOffset(), sd.finalAlphaOne(), sd.spacing(), sd.levels(), Prediction.EPSILON,
                new NoiseSchedule.Limits(0.5f, Float.POSITIVE_INFINITY)));
        Tensor found = imperfect(limited, sampler).latents();
        // DDIM and PNDM leave a trace of noise beside it, LCM one of x
        assertThat(found.map(Math::abs).data()).satisfies(sizes -> {
            for (float size : sizes) {
                assertThat(size).isLessThan(sampler instanceof Ddim || sampler instanceof Pndm ? 0.65f : 0.501f);
            }
        });
    }

    /// With an estimate that sees too little noise, so that methods differ.
    private DenoiseLoop.Result imperfect(NoiseSchedule world, Sampler sampler) {
        Sampler.Walk walk = sampler.begin(world, 10);
        return new DenoiseLoop(walk, (x, _) -> x.times(0.9f), null, drawing(5)).run(walk.start(noise), 0, Monitor.silent(), (_, _, _) -> {});
    }

    private static Supplier<Tensor> drawing(int seed) {
        Noise generator = Noise.single(seed);
        return () -> generator.normal(LATENT);
    }

    @Test
    void tooManyStepsForASamplerAreRefusedInWords() {
        assertThatExceptionOfType(BadInput.class).isThrownBy(() -> new Lcm().begin(schedule, 51)).withMessageContaining("at most 50 steps");
        assertThatExceptionOfType(BadInput.class).isThrownBy(() -> new UniPc().begin(schedule, 1000)).withMessageContaining("1000 steps");
        assertThatExceptionOfType(BadInput.class).isThrownBy(() -> new DpmSolverMultistep().begin(schedule, 1000));
    }
}
