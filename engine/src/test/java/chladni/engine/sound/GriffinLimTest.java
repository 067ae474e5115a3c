package chladni.engine.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chladni.engine.Parity;
import chladni.engine.failure.CancelSignal;
import chladni.engine.failure.Cancelled;
import chladni.engine.media.Sound;
import chladni.engine.media.Spectrogram;
import chladni.engine.media.SpectrogramFormat;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Bounds are what this program was measured to reach, less a margin; no published number exists for this round trip.
class GriffinLimTest {
    private static final CancelSignal NEVER = new CancelSignal();

    @ParameterizedTest
    @ValueSource(ints = {128, 256})
    void aSoundsSpectrogramComesBackFromItsResynthesis(int mels) {
        Spectrogram target = new LogMel(format(mels))
                .analyse(Sound.mono(16_000, Parity.open().load("mel/audio").data()), InputLevel.AS_IS);
        assertThat(psnr(target, again(target))).isGreaterThan(29);
    }

    @ParameterizedTest
    @ValueSource(ints = {128, 256})
    void aDrawnPictureComesBackFromItsSoundAtItsOwnLevels(int mels) {
        Spectrogram target = drawing(format(mels), 200);
        assertThat(psnr(target, again(target))).isGreaterThan(30);
    }

    @Test
    void theSamePictureGivesTheSameSound() {
        Spectrogram target = drawing(SpectrogramFormat.STARTER, 60);
        GriffinLim griffinLim = new GriffinLim(SpectrogramFormat.STARTER);
        Sound first = griffinLim.sound(target, NEVER);
        assertThat(griffinLim.sound(target, NEVER).channels()[0]).isEqualTo(first.channels()[0]);
        assertThat(first.length()).isEqualTo(60 * 160);
    }

    @Test
    void oneColumnHasASoundAndBlackIsSilent() {
        float[] black = new float[128];
        Sound silence = new GriffinLim(SpectrogramFormat.STARTER)
                .sound(new Spectrogram(SpectrogramFormat.STARTER, 1, black), NEVER);
        assertThat(silence.length()).isEqualTo(160);
        assertThat(Loudness.peak(silence)).isLessThan(1e-4f);
        float[] white = new float[128];
        Arrays.fill(white, 1);
        Sound loud = new GriffinLim(SpectrogramFormat.STARTER)
                .sound(new Spectrogram(SpectrogramFormat.STARTER, 1, white), NEVER);
        assertThat(Loudness.peak(loud)).isGreaterThan(1).isFinite();
    }

    @Test
    void itStopsWhenTold() {
        CancelSignal cancel = new CancelSignal();
        cancel.raise();
        assertThatThrownBy(() -> new GriffinLim(SpectrogramFormat.STARTER)
                .sound(drawing(SpectrogramFormat.STARTER, 60), cancel)).isInstanceOf(Cancelled.class);
    }

    private static SpectrogramFormat format(int mels) {
        return mels == 128 ? SpectrogramFormat.STARTER : SpectrogramFormat.AUFFUSION;
    }

    /// A glide, a soft hill and a click on a dim ground.
    private static Spectrogram drawing(SpectrogramFormat format, int columns) {
        float[] levels = new float[format.mels() * columns];
        for (int row = 0; row < format.mels(); row++) {
            for (int column = 0; column < columns; column++) {
                double y = (double) row / format.mels();
                double x = (double) column / columns;
                double glide = Math.exp(-Math.pow((y - 0.8 + 0.5 * x) / 0.03, 2));
                double hill = 0.7 * Math.exp(-Math.pow((y - 0.7) / 0.15, 2) - Math.pow((x - 0.6) / 0.15, 2));
                levels[row * columns + column] = (float) (0.2 + 0.6 * Math.max(glide, hill));
            }
        }
        return new Spectrogram(format, columns, levels);
    }

    private static Spectrogram again(Spectrogram target) {
        Sound sound = new GriffinLim(target.format()).sound(target, NEVER);
        return new LogMel(target.format()).analyse(sound, InputLevel.AS_IS);
    }

    /// Peak signal-to-noise ratio in dB of levels 0 … 1.
    private static double psnr(Spectrogram a, Spectrogram b) {
        assertThat(b.columns()).isEqualTo(a.columns());
        double sum = 0;
        for (int i = 0; i < a.levels().length; i++) {
            sum += Math.pow(a.levels()[i] - b.levels()[i], 2);
        }
        return -10 * Math.log10(sum / a.levels().length);
    }
}
