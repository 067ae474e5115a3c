package chladni.engine.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chladni.engine.tensor.Npy;
import chladni.engine.tensor.Tensor;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// Against PyTorch (`assets/recipe/fixtures/field.py`).
class FourierFieldTest {
    private static final FourierField.Size SIZE = new FourierField.Size(4, 6, 3, 8, 16, 2);

    private final FourierField field = FourierField.of(SIZE, read("frequencies"));

    private static Tensor read(String name) {
        try {
            return Npy.read(Path.of(Objects.requireNonNull(FourierFieldTest.class.getResource("/field/" + name + ".npy")).toURI()));
        } catch (IOException | URISyntaxException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static void assertClose(float[] ours, float[] theirs, double tolerance) {
        assertThat(ours).hasSameSizeAs(theirs);
        for (int i = 0; i < ours.length; i++) {
            assertThat(ours[i]).as("number %d", i).isCloseTo(theirs[i], within((float) tolerance));
        }
    }

    @Test
    void thePictureIsPyTorchs() {
        Tensor picture = field.at(read("theta").data()).picture();
        assertThat(picture.shape()).isEqualTo(read("picture").shape());
        assertClose(picture.data(), read("picture").data(), 1e-6);
    }

    @Test
    void theGradientIsPyTorchs() {
        FourierField.Pass pass = field.at(read("theta").data());
        assertClose(pass.gradient(pass.picture().minus(read("target"))), read("gradient").data(), 1e-4);
    }

    @Test
    void threeStepsOfAdamWArePyTorchs() {
        AdamW optimiser = new AdamW(0.01, 0.1);
        AdamW.State state = AdamW.State.of(read("theta").data());
        for (int step = 0; step < 3; step++) {
            FourierField.Pass pass = field.at(state.theta());
            state = optimiser.step(state, pass.gradient(pass.picture().minus(read("target"))));
        }
        assertThat(state.steps()).isEqualTo(3);
        assertClose(state.theta(), read("theta-3").data(), 2e-6);
    }

    @Test
    void aFreshNetworkHasAsManyNumbersAsTheFixturesAndFitsAPicture() {
        assertThat(field.parameters()).isEqualTo(read("theta").size());
        AdamW optimiser = new AdamW(0.01, 0);
        AdamW.State state = AdamW.State.of(field.fresh(5));
        Tensor target = read("target");
        for (int step = 0; step < 400; step++) {
            FourierField.Pass pass = field.at(state.theta());
            state = optimiser.step(state, pass.gradient(pass.picture().minus(target)));
        }
        assertClose(field.at(state.theta()).picture().data(), target.data(), 0.1);
    }
}
