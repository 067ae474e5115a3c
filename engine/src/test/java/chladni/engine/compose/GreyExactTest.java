package chladni.engine.compose;

import static org.assertj.core.api.Assertions.assertThat;

import chladni.engine.media.Picture;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.NullMarked;

/// Colours on a grey: whatever the model says, the grey stays.
@NullMarked
class GreyExactTest {
    @Property(tries = 2000)
    void theChannelsSumToThriceTheGrey(@ForAll @IntRange(max = 255) int grey, @ForAll @FloatRange(min = 0, max = 1) float red,
            @ForAll @FloatRange(min = 0, max = 1) float green, @ForAll @FloatRange(min = 0, max = 1) float blue) {
        int[] exact = coloured(grey, red, green, blue);
        assertThat(exact[0] + exact[1] + exact[2]).isEqualTo(3 * grey);
        assertThat(exact).satisfies(values -> assertThat(java.util.Arrays.stream(values).allMatch(value -> value >= 0 && value <= 255)).isTrue());
    }

    @Property(tries = 500)
    void coloursThatFitAreKeptToWithinOneStep(@ForAll @IntRange(min = 100, max = 150) int grey, @ForAll @IntRange(min = -50, max = 50) int r,
            @ForAll @IntRange(min = -50, max = 50) int g) {
        int b = -r - g;
        float middle = 128;
        int[] exact = coloured(grey, (middle + r) / 255, (middle + g) / 255, (middle + b) / 255);
        assertThat(Math.abs(exact[0] - grey - r)).isLessThanOrEqualTo(1);
        assertThat(Math.abs(exact[1] - grey - g)).isLessThanOrEqualTo(1);
        assertThat(Math.abs(exact[2] - grey - b)).isLessThanOrEqualTo(1);
    }

    @Property(tries = 500)
    void theBrighterChannelStaysTheBrighter(@ForAll @IntRange(max = 255) int grey, @ForAll @FloatRange(min = 0, max = 1) float red,
            @ForAll @FloatRange(min = 0, max = 1) float blue) {
        int[] exact = coloured(grey, red, (red + blue) / 2, blue);
        if (red > blue) {
            assertThat(exact[0]).isGreaterThanOrEqualTo(exact[2]);
        }
    }

    private static int[] coloured(int grey, float red, float green, float blue) {
        Picture result = GreyExact.coloured(new Picture(1, 1, 1, new float[] {grey / 255f}), new Picture(3, 1, 1, new float[] {red, green, blue}));
        int[] exact = new int[3];
        for (int c = 0; c < 3; c++) {
            exact[c] = Math.round(result.values()[c] * 255);
        }
        return exact;
    }
}
