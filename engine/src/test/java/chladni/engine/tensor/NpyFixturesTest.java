package chladni.engine.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chladni.engine.Parity;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// Files that NumPy itself wrote: parity/open.
class NpyFixturesTest {
    private final Parity parity = Parity.open();

    @Test
    void filesOfEveryTypeInTheSetAreRead() {
        assertThat(parity.load("mel/audio").shape()).isEqualTo(Shape.of(48_000));
        assertThat(parity.load("tokens").shape()).isEqualTo(Shape.of(6, 77));
        assertThat(parity.load("tokens").at(0, 0)).isEqualTo(49_406);
        assertThat(parity.load("noise/first16_half_rounded_seed0").shape()).isEqualTo(Shape.of(16));
    }

    @Test
    void theCheckNamesTheWorstPlace() {
        Tensor expected = parity.load("mel/filter_sums");
        parity.check("mel/filter_sums", expected);
        float[] wrong = Arrays.copyOf(expected.data(), expected.size());
        wrong[17] += 1;
        assertThatThrownBy(() -> parity.check("mel/filter_sums", Tensor.of(expected.shape(), wrong)))
                .isInstanceOf(AssertionError.class).hasMessageContaining("worst at flat index 17");
        wrong[17] = Float.NaN;
        assertThatThrownBy(() -> parity.check("mel/filter_sums", Tensor.of(expected.shape(), wrong)))
                .isInstanceOf(AssertionError.class);
    }
}
