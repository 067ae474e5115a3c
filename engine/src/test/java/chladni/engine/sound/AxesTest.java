package chladni.engine.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import chladni.engine.media.SpectrogramFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AxesTest {
    private static final SpectrogramFormat FORMAT = SpectrogramFormat.STARTER;

    /// Slaney's own landmarks: 66.67 Hz a mel below 1 kHz (mel 15), 6.4 kHz 27 logarithmic steps above (mel 42).
    @Test
    void theMelScaleIsSlaneys() {
        assertThat(MelScale.mel(200)).isCloseTo(3, within(1e-12));
        assertThat(MelScale.mel(1000)).isCloseTo(15, within(1e-12));
        assertThat(MelScale.mel(6400)).isCloseTo(42, within(1e-12));
        assertThat(MelScale.hertz(42)).isCloseTo(6400, within(1e-9));
        assertThat(MelScale.hertz(MelScale.mel(440))).isCloseTo(440, within(1e-9));
    }

    @Test
    void rowsRunFromHighToLowAndBack() {
        FrequencyAxis axis = new FrequencyAxis(FORMAT);
        assertThat(axis.hertz(128)).isCloseTo(0, within(1e-9));
        assertThat(axis.hertz(-1)).isCloseTo(8000, within(1e-6));
        assertThat(axis.hertz(0)).isLessThan(8000).isGreaterThan(axis.hertz(1));
        for (double row = -0.5; row < 128; row += 3.7) {
            assertThat(axis.row(axis.hertz(row))).isCloseTo(row, within(1e-9));
        }
    }

    @Test
    void rowsAreThePeaksOfTheFilters() {
        double[] edges = MelBank.edges(128, 0, 8000);
        FrequencyAxis axis = new FrequencyAxis(FORMAT);
        assertThat(axis.hertz(127)).isCloseTo(edges[1], within(1e-9));
        assertThat(axis.hertz(0)).isCloseTo(edges[128], within(1e-9));
    }

    @Test
    void columnsAreTenMilliseconds() {
        TimeAxis axis = new TimeAxis(FORMAT);
        assertThat(axis.seconds(512)).isCloseTo(5.12, within(1e-12));
        assertThat(axis.column(3.42)).isCloseTo(342, within(1e-9));
    }

    /// 20 log10(200 / 1e-5) = 146.02 dB from black to white.
    @Test
    void levelsAreDecibelsBelowWhite() {
        Levels levels = new Levels(FORMAT);
        assertThat(levels.decibels(1)).isZero();
        assertThat(levels.decibels(0)).isCloseTo(-146.02, within(0.01));
        assertThat(levels.levelOfDecibels(-38)).isCloseTo(1 - 38 / 146.02, within(1e-4));
        assertThat(levels.amplitude(0)).isCloseTo(1e-5f, within(1e-10f));
        assertThat(levels.amplitude(1)).isCloseTo(200f, within(1e-3f));
        assertThat(levels.level(levels.amplitude(0.37f))).isCloseTo(0.37f, within(1e-6f));
        assertThat(levels.level(0)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"440, A4 +0 c", "261.6256, C4 +0 c", "1240, D♯6 −6 c", "27.5, A0 +0 c", "8000, B8 +21 c", "8.1758, C-1 +0 c"})
    void notesHaveTheirNames(double hertz, String label) {
        assertThat(Note.of(hertz).label()).isEqualTo(label);
        assertThat(Note.of(hertz).hertz()).isCloseTo(hertz, within(1e-9 * hertz));
    }

    @Test
    void zeroHertzHasNoNote() {
        assertThatThrownBy(() -> Note.of(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
