package chladni.app.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColourScaleTest {
    /// source: matplotlib 3.10, `cm.NAME(place)` in 8 bits
    @ParameterizedTest
    @CsvSource({"MAGMA, 0, 0x000004", "MAGMA, 0.5, 0xB73779", "MAGMA, 1, 0xFCFDBF", "VIRIDIS, 0, 0x440154", "VIRIDIS, 0.5, 0x21918C",
        "VIRIDIS, 1, 0xFDE725", "CIVIDIS, 0, 0x00224E", "CIVIDIS, 0.5, 0x7C7B78", "CIVIDIS, 1, 0xFEE838", "GREY, 0.5, 0x808080", "INVERSE, 0, 0xFFFFFF"})
    void scalesAreThosePeopleKnow(ColourScale scale, double place, String known) {
        int rgb = Integer.decode(known);
        int ours = scale.argb(place);
        for (int shift = 0; shift <= 16; shift += 8) {
            assertThat(ours >> shift & 0xFF).as("channel %d", shift).isCloseTo(rgb >> shift & 0xFF, within(4));
        }
    }

    @ParameterizedTest
    @CsvSource({"-80, 0", "-146, -20", "-100, -60"})
    void theFloorIsTheFirstColourAndTheCeilingTheLast(double floor, double ceiling) {
        ColourMap map = new ColourMap(ColourScale.GREY, 1 + floor / 146.02, 1 + ceiling / 146.02);
        assertThat(map.at((float) (1 + (floor - 1) / 146.02))).isEqualTo(0xFF000000);
        assertThat(map.at((float) (1 + (ceiling + 1) / 146.02))).isEqualTo(0xFFFFFFFF);
        assertThat(map.at((float) (1 + (floor + ceiling) / 2 / 146.02)) & 0xFF).isCloseTo(127, within(1));
    }
}
