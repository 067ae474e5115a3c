package chladni.engine.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import chladni.engine.failure.BadInput;
import chladni.engine.media.Picture;
import chladni.engine.media.Spectrogram;
import chladni.engine.media.SpectrogramFormat;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PictureFitTest {
    private static final SpectrogramFormat FORMAT = SpectrogramFormat.STARTER;

    @ParameterizedTest
    @EnumSource
    void aPictureOfTheRightSizeIsTakenPixelForPixel(PictureFit rule) {
        Picture exact = ramp(128, 300);
        assertThat(rule.fit(exact, FORMAT, 300).levels()).isEqualTo(exact.values());
    }

    @Test
    void stretchingGivesTheColumnsAskedFor() {
        Spectrogram fitted = PictureFit.STRETCH.fit(ramp(500, 333), FORMAT, 512);
        assertThat(fitted.columns()).isEqualTo(512);
        assertThat(fitted.at(64, 256)).isCloseTo(0.5f, within(0.01f));
    }

    @Test
    void keptProportionsLetTheWidthDecideTheLength() {
        assertThat(PictureFit.KEEP_ASPECT.fit(ramp(64, 100), FORMAT, 512).columns()).isEqualTo(200);
        assertThat(PictureFit.KEEP_ASPECT.fit(ramp(1, 1), FORMAT, 512).columns()).isEqualTo(128);
        assertThat(PictureFit.KEEP_ASPECT.fit(ramp(1000, 1), FORMAT, 512).columns()).isEqualTo(1);
    }

    @Test
    void croppingTakesTheMiddle() {
        float[] values = new float[128 * 300];
        for (int y = 0; y < 128; y++) {
            Arrays.fill(values, y * 300 + 100, y * 300 + 200, 1); // white in the middle third
        }
        Spectrogram fitted = PictureFit.CROP.fit(new Picture(1, 128, 300, values), FORMAT, 100);
        assertThat(fitted.levels()).containsOnly(1f);
        assertThat(PictureFit.CROP.fit(ramp(1, 1), FORMAT, 512).columns()).isEqualTo(512);
    }

    @Test
    void greyIsTheMeanOfTheChannels() {
        float[] values = new float[3 * 128];
        Arrays.fill(values, 0, 128, 0.9f);
        Arrays.fill(values, 128, 256, 0.3f);
        Spectrogram fitted = PictureFit.STRETCH.fit(new Picture(3, 128, 1, values), FORMAT, 1);
        assertThat(fitted.at(0, 0)).isCloseTo(0.4f, within(1e-6f));
    }

    /// A checkerboard of single pixels has no detail left at a quarter of its size: nothing but its mean.
    @Test
    void shrinkingIsAntialiased() {
        float[] board = new float[512 * 512];
        for (int i = 0; i < board.length; i++) {
            board[i] = (i + i / 512) % 2;
        }
        float[] fitted = PictureScale.to(new Picture(1, 512, 512, board), 128, 128).values();
        for (float value : fitted) {
            assertThat(value).isCloseTo(0.5f, within(0.02f));
        }
    }

    @Test
    void edgesDoNotOvershoot() {
        float[] edge = {0, 0, 0, 1, 1, 1};
        for (float value : PictureScale.to(new Picture(1, 1, 6, edge), 1, 60).values()) {
            assertThat(value).isBetween(0f, 1f);
        }
    }

    @Test
    void whatWouldSoundForHoursIsRefusedInSeconds() {
        assertThatThrownBy(() -> PictureFit.KEEP_ASPECT.fit(ramp(1, 10_000), FORMAT, 512))
                .isInstanceOf(BadInput.class).hasMessageContaining("12800 s").hasMessageContaining("300 s");
        assertThatThrownBy(() -> PictureFit.STRETCH.fit(ramp(1, 1), FORMAT, 0)).isInstanceOf(BadInput.class);
    }

    /// From black on the left to white on the right.
    private static Picture ramp(int height, int width) {
        float[] values = new float[height * width];
        for (int i = 0; i < values.length; i++) {
            values[i] = (i % width + 0.5f) / width;
        }
        return new Picture(1, height, width, values);
    }
}
