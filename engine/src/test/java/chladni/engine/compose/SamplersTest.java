package chladni.engine.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import chladni.engine.diffusion.NoiseSchedule;
import chladni.engine.diffusion.Sampler;
import chladni.engine.failure.BadInput;
import chladni.engine.network.NetworkConfig;
import chladni.engine.recipe.NoiseKind;
import chladni.engine.recipe.Sampling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SamplersTest {
    private static Sampling sampling(String name, double temperature) {
        return new Sampling(name, 20, temperature, NoiseKind.FLOAT);
    }

    @Test
    void everyNameMeansASampler() {
        assertThat(Samplers.names()).hasSize(7).allSatisfy(name -> assertThat(Samplers.named(sampling(name, 0))).isNotNull());
    }

    @Test
    void aWrongNameIsAnsweredWithTheRightOnes() {
        assertThatExceptionOfType(BadInput.class).isThrownBy(() -> Samplers.named(sampling("plms", 0)))
                .withMessage("\"sampler\" must be one of ddim, pndm, euler, euler-ancestral, dpm++2m, unipc, lcm, not \"plms\".");
    }

    @Test
    void aTemperatureThatChangesNothingIsRemarkedOn() {
        assertThat(Samplers.remark(sampling("ddim", 0.5))).isEmpty();
        assertThat(Samplers.remark(sampling("euler", 0))).isEmpty();
        assertThat(Samplers.remark(sampling("euler", 0.5))).get().asString().contains("only ddim has one");
    }

    /// diffusers: a spacing that the file states wins over a sampler's own.
    @Test
    void aSchedulerFileMayLeaveTheSpacingToTheSampler(@TempDir Path folder) throws IOException {
        assertThat(firstTime(folder, "{}", "euler")).isEqualTo(999f);
        assertThat(firstTime(folder, "{\"timestep_spacing\": \"leading\"}", "euler")).isEqualTo(950f);
        assertThat(firstTime(folder, "{}", "pndm")).isEqualTo(950f);
        assertThat(firstTime(folder, "{\"timestep_spacing\": \"trailing\"}", "pndm")).isEqualTo(999f);
    }

    private static float firstTime(Path folder, String config, String sampler) throws IOException {
        NoiseSchedule schedule = new NoiseSchedule(SchedulerConfig.read(scheduler(folder, config), sampler));
        return Samplers.named(sampling(sampler, 0)).begin(schedule, 20).steps().getFirst().timestep();
    }

    /// The defaults of diffusers' DDIMScheduler, LCMScheduler and PNDMScheduler for `set_alpha_to_one`.
    @Test
    void whetherTheLastStepLeavesNoiseIsTheSamplersToSayWhereTheFileDoesNot(@TempDir Path folder) throws IOException {
        NetworkConfig silent = scheduler(folder, "{}");
        assertThat(SchedulerConfig.read(silent, "ddim").finalAlphaOne()).isTrue();
        assertThat(SchedulerConfig.read(silent, "lcm").finalAlphaOne()).isTrue();
        assertThat(SchedulerConfig.read(silent, "pndm").finalAlphaOne()).isFalse();
        assertThat(SchedulerConfig.read(scheduler(folder, "{\"set_alpha_to_one\": false}"), "ddim").finalAlphaOne()).isFalse();
    }

    private static NetworkConfig scheduler(Path folder, String config) throws IOException {
        return NetworkConfig.read(Files.writeString(folder.resolve("scheduler_config.json"), config));
    }

    /// PNDM has one evaluation more than steps; full strength means all of them.
    @Test
    void aStrengthCountsStepsNotEvaluations() {
        Sampler.Walk walk = Samplers.named(sampling("pndm", 0)).begin(new NoiseSchedule(NoiseSchedule.Settings.STABLE_DIFFUSION), 20);
        assertThat(Beginning.firstStep(walk, 20, 1)).isZero();
        assertThat(Beginning.firstStep(walk, 20, 0.5)).isEqualTo(11);
        assertThat(Beginning.firstStep(walk, 20, 0.01)).isEqualTo(20);
    }
}
