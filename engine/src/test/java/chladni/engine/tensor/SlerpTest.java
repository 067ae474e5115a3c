package chladni.engine.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlerpTest {
    private static final Tensor A = Noise.single(7).normal(Shape.of(1, 4, 2, 4));
    private static final Tensor B = Noise.single(8).normal(Shape.of(1, 4, 2, 4));

    /// The first six numbers and the length of all, by PyTorch 2 in float64 on `torch.randn` of seeds 7 and 8.
    @ParameterizedTest
    @CsvSource({
        "0.25, -1.2049977 0.8920312 1.6249997 -1.4110599 -0.0128886 0.6776265, 5.5367409",
        "0.5,  -1.4099588 1.255254  2.1084839 -1.2230494 0.1431431  0.9689357, 5.4950485",
        "0.9,  -1.2990588 1.4343738 2.2146982 -0.5645378 0.3397509  1.12401,   5.438269"
    })
    void equalsPyTorch(double t, String numbers, double length) {
        Tensor between = Slerp.between(A, B, t);
        String[] expected = numbers.split(" +");
        for (int i = 0; i < expected.length; i++) {
            assertThat(between.data()[i]).isCloseTo(Float.parseFloat(expected[i]), within(1e-5f));
        }
        assertThat(length(between)).isCloseTo(length, within(1e-5));
    }

    @Test
    void theEndsAreTheTensorsThemselves() {
        assertThat(Slerp.between(A, B, 0)).isSameAs(A);
        assertThat(Slerp.between(A, B, 1)).isSameAs(B);
    }

    @Test
    void whereThereIsNoArcTheWayIsStraight() {
        assertThat(Slerp.between(A, A, 0.3).data()).containsExactly(A.data(), within(1e-6f));
    }

    @Test
    void otherShapesAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Slerp.between(A, Noise.single(1).normal(Shape.of(1, 4, 2, 5)), 0.5));
    }

    private static double length(Tensor tensor) {
        double sum = 0;
        for (float value : tensor.data()) {
            sum += (double) value * value;
        }
        return Math.sqrt(sum);
    }
}
