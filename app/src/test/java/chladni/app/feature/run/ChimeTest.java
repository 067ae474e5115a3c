package chladni.app.feature.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import org.junit.jupiter.api.Test;

class ChimeTest {
    @Test
    void itIsSoftAndBeginsAndEndsInSilence() {
        ShortBuffer samples = ByteBuffer.wrap(Chime.samples()).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
        int peak = 0;
        for (int i = 0; i < samples.limit(); i++) {
            peak = Math.max(peak, Math.abs(samples.get(i)));
        }
        assertThat(20 * Math.log10(peak / 32_767.0)).as("peak in dBFS").isBetween(-36.0, -15.0);
        assertThat(samples.get(0)).isZero();
        assertThat(Math.abs(samples.get(samples.limit() - 1))).isLessThan((short) 4);
    }
}
