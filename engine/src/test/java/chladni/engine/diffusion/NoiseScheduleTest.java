package chladni.engine.diffusion;

import static org.assertj.core.api.Assertions.assertThat;

import chladni.engine.Parity;
import chladni.engine.diffusion.sampler.Ddim;
import chladni.engine.tensor.Shape;
import chladni.engine.tensor.Tensor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Against diffusers' schedule for Stable Diffusion 1.5's scheduler file (`parity/open`, `schedule/*`).
class NoiseScheduleTest {
    private final Parity parity = Parity.open();
    private final NoiseSchedule schedule = new NoiseSchedule(NoiseSchedule.Settings.STABLE_DIFFUSION);

    @org.junit.jupiter.api.Test
    void cumulatedAlphasEqualPyTorch() {
        float[] alphas = new float[1000];
        for (int t = 0; t < alphas.length; t++) {
            alphas[t] = schedule.alphaBar(t);
        }
        parity.check("schedule/alphas_cumprod", Tensor.of(Shape.of(1000), alphas));
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 50, 100})
    void ddimVisitsTheTimesThatDiffusersVisits(int steps) {
        int[] expected = new int[steps];
        Tensor stored = parity.load("schedule/timesteps_" + steps);
        for (int i = 0; i < steps; i++) {
            expected[i] = (int) stored.at(i);
        }
        assertThat(schedule.timesteps(steps)).isEqualTo(expected);
    }

    /// The last "previous" ᾱ is ᾱ₀, not 1: a trace of noise stays (PUBLISHED.md, point 2).
    @ParameterizedTest
    @ValueSource(ints = {20, 50, 100})
    void signalBeforeAndAfterEachStepEqualsDiffusers(int steps) {
        float[] pairs = new float[steps * 2];
        int i = 0;
        for (Step step : new Ddim(0).begin(schedule, steps).steps()) {
            pairs[i++] = step.alphaBar();
            pairs[i++] = schedule.alphaBarBefore((int) step.timestep() - 1000 / steps);
        }
        parity.check("schedule/alphas_" + steps, Tensor.of(Shape.of(steps, 2), pairs));
    }
}
