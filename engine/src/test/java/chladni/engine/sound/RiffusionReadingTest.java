package chladni.engine.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chladni.engine.codec.PictureFile;
import chladni.engine.codec.RiffusionExif;
import chladni.engine.media.RiffusionFormat;
import chladni.engine.media.Sound;
import chladni.engine.media.Spectrogram;
import chladni.engine.media.SpectrogramFormat;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// `riffusion-tones.png` was made with NumPy by riffusion's formulas from 0.3 · sin(2π 440 t) + 0.15 · sin(2π 3000 t) at 44.1 kHz
/// (columns 12 to 35, away from the ends), and written by Pillow with riffusion's Exif tags.
class RiffusionReadingTest {
    @Test
    void itsExifTagsAreRead() throws URISyntaxException {
        RiffusionFormat format = RiffusionExif.of(file()).orElseThrow();
        assertThat(format.sampleRate()).isEqualTo(44_100);
        assertThat(format.bands()).isEqualTo(512);
        assertThat(format.power()).isEqualTo(0.25);
        assertThat(format.fMax()).isEqualTo(10_000);
        assertThat(format.most()).isCloseTo(28_168_186, within(1.0));
    }

    @Test
    void itsTonesAreWhereAndAsLoudAsInOurOwnAnalysis() throws URISyntaxException {
        SpectrogramFormat ours = SpectrogramFormat.STARTER;
        Spectrogram read = new RiffusionReading(RiffusionExif.of(file()).orElseThrow(), ours)
                .spectrogram(PictureFile.read(file()).picture());
        assertThat(read.columns()).isEqualTo(24);
        float[] samples = new float[8000];
        for (int i = 0; i < samples.length; i++) {
            double t = i / 16_000.0;
            samples[i] = (float) (0.3 * Math.sin(2 * Math.PI * 440 * t) + 0.15 * Math.sin(2 * Math.PI * 3000 * t));
        }
        Spectrogram analysed = new LogMel(ours).analyse(Sound.mono(16_000, samples), InputLevel.AS_IS);
        Levels levels = new Levels(ours);
        for (double hertz : new double[] {440, 3000}) {
            int row = (int) Math.round(new FrequencyAxis(ours).row(hertz));
            double wanted = levels.decibels(loudest(analysed, row, 25));
            assertThat(levels.decibels(loudest(read, row, 12))).as(hertz + " Hz").isCloseTo(wanted, within(2.0));
        }
        int between = (int) Math.round(new FrequencyAxis(ours).row(1500));
        assertThat(levels.decibels(read.at(between, 12))).as("silence between").isLessThan(-60);
    }

    private static float loudest(Spectrogram spectrogram, int row, int column) {
        return Math.max(spectrogram.at(row, column), Math.max(spectrogram.at(row - 1, column), spectrogram.at(row + 1, column)));
    }

    private static Path file() throws URISyntaxException {
        return Path.of(Objects.requireNonNull(RiffusionReadingTest.class.getResource("/riffusion-tones.png")).toURI());
    }
}
