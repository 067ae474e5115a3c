package chladni.engine.diffusion.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import chladni.engine.diffusion.NoiseSchedule;
import chladni.engine.diffusion.Prediction;
import chladni.engine.diffusion.Sampler;
import chladni.engine.diffusion.Step;
import chladni.engine.tensor.Npy;
import chladni.engine.tensor.Shape;
import chladni.engine.tensor.Tensor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Against diffusers' schedulers made from Stable Diffusion 1.5's scheduler file; `assets/recipe/fixtures/samplers.py` wrote the numbers
/// and says where the tolerances come from.
class SamplerFixturesTest {
    private static final Map<String, Sampler> SAMPLERS = Map.of(
            "ddim", new Ddim(0), "pndm", new Pndm(), "euler", new EulerDiscrete(), "euler-ancestral", new EulerAncestral(),
            "dpm++2m", new DpmSolverMultistep(), "unipc", new UniPc(), "lcm", new Lcm());

    /// One of diffusers' walks.
    record Run(JsonNode row) {
        String label() {
            return row.get("label").asString();
        }

        int first() {
            return row.get("first").asInt();
        }

        NoiseSchedule schedule() {
            NoiseSchedule.Settings sd = NoiseSchedule.Settings.STABLE_DIFFUSION;
            NoiseSchedule.Spacing spacing = switch (row.at("/changes/timestep_spacing").asString("")) {
                case "leading" -> NoiseSchedule.Spacing.LEADING;
                case "linspace" -> NoiseSchedule.Spacing.LINSPACE;
                case "trailing" -> NoiseSchedule.Spacing.TRAILING;
                default -> sd.spacing();
            };
            return new NoiseSchedule(new NoiseSchedule.Settings(sd.trainSteps(), sd.betaStart(), sd.betaEnd(), sd.betas(),
                    List.of(), sd.stepsOffset(), sd.finalAlphaOne(), spacing, levels(), prediction(), sd.limits()));
        }

        NoiseSchedule.Levels levels() {
            return row.at("/changes/use_karras_sigmas").asBoolean(false) ? NoiseSchedule.Levels.KARRAS
                    : row.at("/changes/use_exponential_sigmas").asBoolean(false) ? NoiseSchedule.Levels.EXPONENTIAL : NoiseSchedule.Levels.OF_TIMES;
        }

        Prediction prediction() {
            return row.at("/changes/prediction_type").isMissingNode() ? Prediction.EPSILON : Prediction.V;
        }

        Sampler.Walk walk() {
            return SAMPLERS.get(row.get("sampler").asString()).begin(schedule(), row.get("steps").asInt());
        }

        float[] numbers(String name) {
            JsonNode list = row.get(name);
            float[] numbers = new float[list.size()];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = (float) list.get(i).asDouble();
            }
            return numbers;
        }

        @Override
        public String toString() {
            return label();
        }
    }

    static Stream<Run> runs() throws IOException {
        try (InputStream in = Objects.requireNonNull(SamplerFixturesTest.class.getResourceAsStream("/samplers/manifest.json"))) {
            JsonNode rows = JsonMapper.shared().readTree(in).get("rows");
            return IntStream.range(0, rows.size()).mapToObj(i -> new Run(rows.get(i)));
        }
    }

    @ParameterizedTest
    @MethodSource("runs")
    void visitsTheSameTimes(Run run) {
        float[] times = run.numbers("timesteps");
        List<Step> steps = run.walk().steps();
        assertThat(steps).hasSize(times.length);
        for (int i = 0; i < times.length; i++) {
            // between whole times stand logarithms, of which another library rounds the last bit otherwise
            boolean whole = times[i] == Math.rint(times[i]);
            assertThat(steps.get(i).timestep()).as("time %d", i).isCloseTo(times[i], within(whole ? 0 : 2 * Math.ulp(times[i])));
        }
    }

    static Stream<Run> runsWithSigmas() throws IOException {
        return runs().filter(run -> !run.row().get("sigmas").isNull());
    }

    @ParameterizedTest
    @MethodSource("runsWithSigmas")
    void seesTheSameNoiseLevels(Run run) {
        float[] sigmas = run.numbers("sigmas");
        for (Step step : run.walk().steps()) {
            double sigma = sigmas[step.index()];
            // a float32 rounding or two
            assertThat((double) step.alphaBar()).isCloseTo(1 / (1 + sigma * sigma), withPercentage(2e-5));
        }
    }

    @ParameterizedTest
    @MethodSource("runs")
    void noisesKnownLatentsTheSameWay(Run run) {
        List<Tensor> noised = new ArrayList<>();
        run.row().get("noised_at").forEach(index -> noised.add(run.walk().noised(load("known"), load("noise"), index.asInt())));
        Tensor expected = load(run.label() + "-noised");
        for (int i = 0; i < noised.size(); i++) {
            requireClose(run + " noised " + i, noised.get(i), expected.row(i), run.row().get("noised_tolerance").asDouble());
        }
        assertThat(run.walk().noised(load("known"), load("noise"), run.walk().steps().size())).isEqualTo(load("known"));
    }

    @ParameterizedTest
    @MethodSource("runs")
    void everyStepEqualsDiffusers(Run run) {
        Tensor expected = load(run.label());
        Tensor fresh = load("fresh");
        Iterator<Integer> next = IntStream.range(0, fresh.shape().length(0)).iterator();
        Sampler.Walk walk = run.walk();
        Tensor x = run.first() == 0 ? walk.start(load("noise")) : walk.noised(load("known"), load("noise"), run.first());
        requireClose(run + " start", x, expected.row(0), tolerance(run, 0));
        for (Step t : walk.steps().subList(run.first(), walk.steps().size())) {
            Tensor seen = walk.seen(x, t);
            Tensor epsilon = run.prediction().epsilon(network(run.prediction(), seen, t.timestep()), seen, t.alphaBar());
            x = walk.step(x, epsilon, t, () -> fresh.row(next.next()).reshape(1, 4, 4, 8)).x();
            int done = t.index() + 1 - run.first();
            requireClose(run + " after " + done, x, expected.row(done), tolerance(run, done));
        }
    }

    private static double tolerance(Run run, int done) {
        return run.row().get("x_tolerance").get(done).asDouble();
    }

    /// The script's formula.
    private static Tensor network(Prediction prediction, Tensor x, float t) {
        float u = t / 1000;
        float slope = prediction == Prediction.V ? 0.5f - 0.7f * u : 0.6f + 0.4f * u;
        return x.scaledPlus(slope, Tensor.filled(x.shape(), 1), 0.1f * u - 0.05f);
    }

    private static void requireClose(String what, Tensor actual, Tensor expected, double tolerance) {
        assertThat(actual.shape()).as(what).isEqualTo(Shape.of(1, 4, 4, 8));
        double worst = 0;
        for (int i = 0; i < actual.size(); i++) {
            double difference = Math.abs((double) actual.data()[i] - expected.data()[i]);
            worst = difference <= worst ? worst : difference; // NaN wins
        }
        assertThat(worst <= tolerance)
                .as(String.format(Locale.ROOT, "%s: worst difference %.3g, allowed %.3g", what, worst, tolerance)).isTrue();
    }

    private static Tensor load(String name) {
        try (InputStream in = Objects.requireNonNull(SamplerFixturesTest.class.getResourceAsStream("/samplers/" + name + ".npy"), name)) {
            return Npy.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
