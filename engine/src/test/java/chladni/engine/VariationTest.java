package chladni.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import chladni.engine.failure.BadInput;
import chladni.engine.job.Monitor;
import chladni.engine.onnx.Device;
import chladni.engine.pack.PackStore;
import chladni.engine.recipe.Compose;
import chladni.engine.recipe.Recipe;
import chladni.engine.recipe.RecipeJson;
import chladni.engine.recipe.RecipeWriter;
import chladni.engine.recipe.Sampling;
import chladni.engine.recipe.Variation;
import chladni.engine.recipe.Voice;
import chladni.engine.take.Take;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/// Neighbours of a seed, on a toy pack.
class VariationTest {
    private final Compose base = Compose.of(2024, List.of(Voice.of("toy-sound", "a bell").withGuidance(3))).withColumns(128)
            .withSampling(Sampling.DEFAULT.withSteps(3));

    @Test
    void theyLeadFromOneSeedToTheOther() throws URISyntaxException {
        float[] own = levels(base);
        float[] other = levels(base.withSeed(7));
        assertThat(levels(base.varied(new Variation(7, 1)))).isEqualTo(other);
        float[] near = levels(base.varied(new Variation(7, 0.2)));
        float[] far = levels(base.varied(new Variation(7, 0.8)));
        assertThat(distance(near, own)).isPositive().isLessThan(distance(far, own));
        assertThat(distance(far, other)).isPositive().isLessThan(distance(near, other));
    }

    @Test
    void severalAreVariedTowardsOneSeedAfterAnotherAndEachRendersItselfAgain() throws URISyntaxException {
        List<Take> three = run(base.varied(new Variation(7, 0.3)).withTakes(3));
        assertThat(three).extracting(take -> take.recipe().seed()).containsOnly(2024L);
        assertThat(three).extracting(take -> ((Compose) take.recipe()).variations().getLast().seed()).containsExactly(7L, 8L, 9L);
        Take last = three.getLast();
        String json = RecipeWriter.print(new RecipeWriter(UnaryOperator.identity()).write(last.recipe()));
        Recipe read = RecipeJson.parse(json, Path.of("/"));
        assertThat(read).isEqualTo(last.recipe());
        assertThat(run((Compose) read).getFirst().spectrogram().picture().values()).isEqualTo(last.spectrogram().picture().values());
    }

    @Test
    void aVariationIsVariedFurther() throws URISyntaxException {
        Compose once = base.varied(new Variation(7, 0.3));
        float[] first = levels(once);
        float[] near = levels(once.varied(new Variation(99, 0.1)));
        float[] far = levels(once.varied(new Variation(99, 0.9)));
        assertThat(distance(near, first)).isPositive().isLessThan(distance(far, first));
        assertThat(distance(near, first)).isLessThan(distance(near, levels(base)));
    }

    @Test
    void aStrengthThatMeansNothingIsRefused() {
        for (String strength : List.of("0", "-0.1", "1.01")) {
            assertThatExceptionOfType(BadInput.class).isThrownBy(() -> RecipeJson.parse("""
                    {"voices": [{"pack": "p"}], "variations": [{"seed": 7, "strength": %s}]}""".formatted(strength), Path.of("/")))
                    .withMessageContaining("strength");
        }
        assertThatExceptionOfType(BadInput.class).isThrownBy(() -> RecipeJson.parse("""
                {"voices": [{"pack": "p"}], "variations": [{"sed": 7}]}""", Path.of("/"))).withMessageContaining("sed");
    }

    private static float[] levels(Compose recipe) throws URISyntaxException {
        return run(recipe).getFirst().spectrogram().picture().values();
    }

    private static List<Take> run(Compose recipe) throws URISyntaxException {
        Path toys = Path.of(VariationTest.class.getResource("/toy").toURI());
        List<Take> takes = new ArrayList<>();
        try (Engine engine = Engine.open(new PackStore(List.of(toys)), Device.CPU)) {
            engine.run(recipe, Monitor.silent(), takes::add);
        }
        return takes;
    }

    private static double distance(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return Math.sqrt(sum);
    }
}
