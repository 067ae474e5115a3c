package chladni.app.feature.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadoutTest {
    /// The example of STUDIO section 1; 1240 Hz is 6.3 cents below D♯6 = 1244.51 Hz.
    @Test
    void placesAreToldInTheUnitsOfPeople() {
        assertThat(new Readout(3.42, 1240, -38).text()).isEqualTo("3.42 s · 1.24 kHz · D♯6 −6 c · −38 dB");
        assertThat(new Readout(0, 440, 0).text()).isEqualTo("0.00 s · 440 Hz · A4 +0 c · 0 dB");
        assertThat(new Readout(10.24, 261.63, -146.02).text()).isEqualTo("10.24 s · 262 Hz · C4 +0 c · −146 dB");
        assertThat(new Readout(1, 12, -0.2).text()).as("too low for a note").isEqualTo("1.00 s · 12 Hz · 0 dB");
    }

    @Test
    void thereIsAlwaysANumberWithItsUnit() {
        assertThat(new Readout(0.005, 999.6, -0.6).text()).startsWith("0.01 s · 1.00 kHz · B5").endsWith("−1 dB");
    }
}
