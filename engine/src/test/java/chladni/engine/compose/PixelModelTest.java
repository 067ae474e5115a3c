package chladni.engine.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chladni.engine.Parity;
import chladni.engine.diffusion.DenoiseLoop;
import chladni.engine.diffusion.NoiseEstimate;
import chladni.engine.diffusion.NoiseSchedule;
import chladni.engine.diffusion.Sampler;
import chladni.engine.diffusion.Step;
import chladni.engine.diffusion.sampler.Ddpm;
import chladni.engine.failure.CancelSignal;
import chladni.engine.job.Monitor;
import chladni.engine.onnx.Device;
import chladni.engine.pack.ColourPack;
import chladni.engine.pack.PackFolder;
import chladni.engine.tensor.Shape;
import chladni.engine.tensor.Tensor;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PixelModelTest {
    private final Parity parity = Parity.more();
    private final Tensor context = parity.load("if/context");
    private final double guidance = parity.settings().path("if").path("guidance").doubleValue();

    @Test
    void threeStepsOfStageOneThroughAListOfTimes() {
        try (ColourPack pack = open("tiny-if-stage1")) {
            PixelModel model = PixelModel.of(pack);
            NoiseEstimate estimate = model.estimate(context, guidance, Optional.empty(), new CancelSignal());
            checkSteps("if/stage1_custom", model, estimate, times("if/stage1_custom_timesteps"), 3);
        }
    }

    @Test
    void threeOfTenEvenlySpacedStepsOfStageOne() {
        try (ColourPack pack = open("tiny-if-stage1")) {
            PixelModel model = PixelModel.of(pack);
            NoiseEstimate estimate = model.estimate(context, guidance, Optional.empty(), new CancelSignal());
            checkSteps("if/stage1_even", model, estimate, List.of(), 10);
            Sampler.Walk walk = model.schedule().sampler(List.of()).begin(model.schedule().noise(), 10);
            assertThat(walk.steps()).extracting(step -> (int) step.timestep()).isEqualTo(times("if/stage1_even_timesteps"));
        }
    }

    @Test
    void stageTwoEnlargesNoisesAndWalks() {
        Shape size = parity.load("if/stage2_low_upscaled").shape();
        Tensor small = parity.load("if/stage2_low_image");
        int level = parity.settings().path("if").path("noise_level").intValue();
        parity.check("if/stage2_low_upscaled", Enlarged.to(small, size.length(2), size.length(3)));
        try (ColourPack pack = open("tiny-if-stage2")) {
            PixelModel model = PixelModel.of(pack);
            PixelModel.Low low = model.low(small, size, level, parity.load("if/stage2_low_noise"));
            parity.check("if/stage2_low_noised", low.picture());
            NoiseEstimate estimate = model.estimate(context, guidance, Optional.of(low), new CancelSignal());
            checkSteps("if/stage2_custom", model, estimate, times("if/stage2_custom_timesteps"), 3);
            assertThatThrownBy(() -> model.estimate(context, guidance, Optional.empty(), new CancelSignal()))
                    .hasMessage("this model needs a small picture");
        }
    }

    @Test
    void alphasAndSchedulesAreTheReferences() {
        NoiseSchedule noise = PixelSchedule.read(parity.path("tiny-if-stage1/scheduler")).noise();
        float[] alphas = new float[1000];
        IntStream.range(0, 1000).forEach(t -> alphas[t] = noise.alphaBar(t));
        parity.check("if/alphas_cumprod", Tensor.of(Shape.of(1000), alphas));
        assertThat(Arrays.stream(noise.timesteps(27)).boxed().toList()).isEqualTo(times("if/schedule_27"));
        for (String walk : List.of("stage1_custom", "stage1_even", "stage2_custom")) {
            Tensor pairs = parity.load("if/" + walk + "_alphas");
            List<Integer> times = times("if/" + walk + "_timesteps");
            float[] actual = new float[6];
            for (int i = 0; i < 3; i++) {
                actual[2 * i] = noise.alphaBar(times.get(i));
                actual[2 * i + 1] = i + 1 < times.size() ? noise.alphaBar(times.get(i + 1)) : 1;
            }
            parity.check("if/" + walk + "_alphas", Tensor.of(pairs.shape(), actual));
        }
    }

    @Test
    void aListThatEndsAboveZeroEndsWithNoise() {
        NoiseSchedule noise = PixelSchedule.read(parity.path("tiny-if-stage1/scheduler")).noise();
        Ddpm sampler = new Ddpm(Ddpm.Variance.SMALL, new Ddpm.Limit.Clip(1), List.of(500, 20));
        Sampler.Walk walk = sampler.begin(noise, 2);
        Step last = walk.steps().getLast();
        Tensor x = Tensor.filled(Shape.of(1, 1, 2, 2), 0.5f);
        Tensor quiet = walk.step(x, x, last, () -> Tensor.zeros(x.shape())).x();
        Tensor loud = walk.step(x, x, last, () -> Tensor.filled(x.shape(), 1)).x();
        // ᾱ after the last is 1, so β̃ is 0, but its floor of 1e-20 is not.
        assertThat(loud.data()[0] - quiet.data()[0]).isBetween(0f, 1e-9f);
        Ddpm large = new Ddpm(Ddpm.Variance.LARGE, new Ddpm.Limit.Clip(1), List.of(500, 20));
        Sampler.Walk free = large.begin(noise, 2);
        assertThat(free.step(x, x, last, () -> Tensor.filled(x.shape(), 1)).x().data()[0] - quiet.data()[0])
                .isCloseTo((float) Math.sqrt(1 - noise.alphaBar(20)), org.assertj.core.api.Assertions.within(1e-6f));
        assertThatThrownBy(() -> new Ddpm(Ddpm.Variance.SMALL, new Ddpm.Limit.None(), List.of(20, 500))).hasMessageContaining("times must fall");
    }

    @Test
    void theLoopDrivesItLikeAnyOtherSampler() {
        try (ColourPack pack = open("tiny-if-stage1")) {
            PixelModel model = PixelModel.of(pack);
            Sampler.Walk walk = model.schedule().sampler(times("if/stage1_custom_timesteps")).begin(model.schedule().noise(), 3);
            Iterator<Tensor> noise = noise("if/stage1_custom").iterator();
            DenoiseLoop loop = new DenoiseLoop(walk, model.estimate(context, guidance, Optional.empty(), new CancelSignal()), null, noise::next);
            DenoiseLoop.Result result = loop.run(parity.load("if/stage1_custom_start"), 0, Monitor.silent(), (_, _, _) -> {});
            parity.check("if/stage1_custom_step2_x", result.latents());
        }
    }

    private void checkSteps(String name, PixelModel model, NoiseEstimate estimate, List<Integer> times, int count) {
        Sampler.Walk walk = model.schedule().sampler(times).begin(model.schedule().noise(), count);
        Iterator<Tensor> noise = noise(name).iterator();
        Tensor x = parity.load(name + "_start");
        for (Step t : walk.steps().subList(0, 3)) {
            Tensor predicted = estimate.at(x, t);
            String step = name + "_step" + t.index();
            parity.check(step + "_eps", predicted.channels(0, 3));
            parity.check(step + "_variance", predicted.channels(3, 6));
            Tensor fresh = noise.next();
            Sampler.Stepped stepped = walk.step(x, predicted, t, () -> fresh);
            parity.check(step + "_x0", stepped.x0());
            parity.check(step + "_x", stepped.x());
            x = stepped.x();
        }
    }

    private List<Tensor> noise(String name) {
        Tensor all = parity.load(name + "_step_noise"); // [3, 1, 3, h, w]
        Shape one = Shape.of(1, all.shape().length(2), all.shape().length(3), all.shape().length(4));
        return IntStream.range(0, 3).mapToObj(i -> Tensor.of(one, Arrays.copyOfRange(all.data(), i * one.size(), (i + 1) * one.size()))).toList();
    }

    private List<Integer> times(String name) {
        Tensor times = parity.load(name);
        return IntStream.range(0, times.size()).mapToObj(i -> (int) times.data()[i]).toList();
    }

    private ColourPack open(String pack) {
        return ColourPack.open(PackFolder.open(parity.path(pack)), Device.CPU);
    }
}
