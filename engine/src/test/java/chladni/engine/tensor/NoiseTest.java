package chladni.engine.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import chladni.engine.Parity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Against numbers drawn by PyTorch (`parity/open`, `noise/*`).
class NoiseTest {
    private static final Shape LATENTS = Shape.of(1, 4, 32, 128);
    private final Parity parity = Parity.open();

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2024})
    void singlePrecisionEqualsPyTorch(long seed) {
        parity.check("noise/float_seed" + seed, Noise.single(seed).normal(LATENTS));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2024})
    void halfPrecisionOfPyTorch21IsEqualBitForBit(long seed) {
        Tensor drawn = new Noise(seed, Noise.Precision.HALF_THROUGHOUT).normal(LATENTS);
        assertThat(drawn.data()).isEqualTo(parity.load("noise/half_published_seed" + seed).data());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2024})
    void halfPrecisionOfCurrentPyTorchIsTheSinglePrecisionNumberRounded(long seed) {
        parity.check("noise/half_rounded_seed" + seed, new Noise(seed, Noise.Precision.HALF_ROUNDED).normal(LATENTS));
    }

    @Test
    void anOddCountDrawsItsLastSixteenPlacesAfresh() {
        parity.check("noise/float_odd_count", Noise.single(5).normal(Shape.of(1, 4, 3, 7)));
    }

    @Test
    void aSecondDrawGoesOnWithTheNextWord() {
        Noise noise = Noise.single(1);
        noise.normal(Shape.of(512));
        parity.check("noise/float_second_draw", noise.normal(Shape.of(1, 4, 8, 16)));
    }

    @Test
    void onlyTheLow32BitsOfASeedCount() {
        Tensor low = Noise.single(7).normal(Shape.of(16));
        assertThat(Noise.single(7 + (1L << 32)).normal(Shape.of(16))).isEqualTo(low);
        assertThat(Noise.single(8).normal(Shape.of(16))).isNotEqualTo(low);
    }
}
