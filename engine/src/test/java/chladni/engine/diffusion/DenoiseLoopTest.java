package chladni.engine.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import chladni.engine.diffusion.sampler.Ddim;
import chladni.engine.failure.CancelSignal;
import chladni.engine.failure.Cancelled;
import chladni.engine.job.Monitor;
import chladni.engine.tensor.Noise;
import chladni.engine.tensor.Shape;
import chladni.engine.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class DenoiseLoopTest {
    private static final Shape LATENT = Shape.of(1, 4, 4, 4);
    private final NoiseSchedule schedule = new NoiseSchedule(NoiseSchedule.Settings.STABLE_DIFFUSION);
    private final Tensor noise = Noise.single(1).normal(LATENT);
    private final Tensor picture = Noise.single(2).normal(LATENT);
    private final Supplier<Tensor> none = () -> {
        throw new AssertionError("a deterministic walk drew noise");
    };

    /// The exact noise estimate of a world that holds one picture only: ε = (x − √ᾱ·picture) / √(1 − ᾱ).
    private Tensor oracle(Tensor x, Step t) {
        float a = t.alphaBar();
        return x.scaledPlus(1, picture, -(float) Math.sqrt(a)).times(1 / (float) Math.sqrt(1 - a));
    }

    private DenoiseLoop loop(Kept kept) {
        return new DenoiseLoop(new Ddim(0).begin(schedule, 10), this::oracle, kept, none);
    }

    @Test
    void aPerfectEstimateLeadsToThePicture() {
        Sampler.Walk walk = new Ddim(0).begin(schedule, 10);
        Tensor found = loop(null).run(walk.noised(picture, noise, 0), 0, Monitor.silent(), (_, _, _) -> {}).latents();
        // ᾱ₀ = 0.99915 stays: √ᾱ₀·picture + √(1 − ᾱ₀)·noise
        float a0 = schedule.alphaBar(0);
        for (int i = 0; i < found.size(); i++) {
            double expected = Math.sqrt(a0) * picture.data()[i] + Math.sqrt(1 - a0) * noise.data()[i];
            assertThat((double) found.data()[i]).isCloseTo(expected, within(1e-4));
        }
    }

    @Test
    void everyStepReportsTheEstimateOfTheFinishedPicture() {
        List<Integer> done = new ArrayList<>();
        loop(null).run(noise, 0, Monitor.silent(), (step, _, x0) -> {
            done.add(step);
            assertThat(x0.at(0, 0, 0, 0)).isCloseTo(picture.at(0, 0, 0, 0), within(1e-3f));
        });
        assertThat(done).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    }

    @Test
    void whatTheMaskKeepsComesOutUntouched() {
        Tensor mask = Tensor.zeros(Shape.of(1, 1, 4, 4));
        Tensor known = Noise.single(9).normal(LATENT);
        assertThat(loop(new Kept(mask, known, noise)).run(noise, 0, Monitor.silent(), (_, _, _) -> {}).latents()).isEqualTo(known);
    }

    @Test
    void cancellingEndsTheLoopBeforeTheNextStep() {
        CancelSignal signal = new CancelSignal();
        List<Integer> done = new ArrayList<>();
        assertThatExceptionOfType(Cancelled.class).isThrownBy(() -> loop(null).run(noise, 0, () -> signal, (step, _, _) -> {
            done.add(step);
            if (step == 3) {
                signal.raise();
            }
        }));
        assertThat(done).containsExactly(1, 2, 3);
    }

    @Test
    void stoppingHereKeepsTheCurrentEstimate() {
        CancelSignal signal = new CancelSignal();
        Monitor stopping = new Monitor() {
            @Override
            public CancelSignal cancel() {
                return signal;
            }

            @Override
            public boolean stopHere() {
                return true;
            }
        };
        DenoiseLoop.Result result = loop(null).run(noise, 0, stopping, (_, _, _) -> {});
        assertThat(result.steps()).isEqualTo(1);
        assertThat(result.latents().at(0, 0, 0, 0)).isCloseTo(picture.at(0, 0, 0, 0), within(1e-3f));
    }

    /// Song et al. 2021, equation 16 with η = 1: the variance of DDPM's posterior, so the walk still ends at the picture.
    @Test
    void temperatureAddsFreshNoiseAndStillFindsThePicture() {
        Noise fresh = Noise.single(5);
        List<Tensor> drawn = new ArrayList<>();
        DenoiseLoop hot = new DenoiseLoop(new Ddim(1).begin(schedule, 10), this::oracle, null, () -> {
            drawn.add(fresh.normal(LATENT));
            return drawn.getLast();
        });
        Tensor found = hot.run(noise, 0, Monitor.silent(), (_, _, _) -> {}).latents();
        assertThat(drawn).hasSize(10);
        assertThat(found.minus(picture).map(Math::abs).data()).satisfies(differences -> {
            for (float difference : differences) {
                assertThat(difference).isLessThan(0.2f);
            }
        });
    }
}
