package chladni.engine.sound;

import chladni.engine.media.Picture;
import chladni.engine.media.RiffusionFormat;
import chladni.engine.media.Spectrogram;
import chladni.engine.media.SpectrogramFormat;

/// A picture by riffusion → a spectrogram in our format: its bands' amplitudes are laid out over the frequencies and gathered into
/// our bands, columns in between are blended. A tone comes out as loud as our own analysis of it; what lies above our highest
/// band is lost.
///
/// Riffusion's filters sum to 1 at every frequency, so the sum of its bands is the sum of its bins, Σ A = Σ |X|. For a tone that
/// is (fft / 4) · c · a · 2¹⁵ there and (fft′ / 4) · c · a here, hence the gain fft′ / fft / 2¹⁵.
public final class RiffusionReading {
    private static final double FULL_SCALE_16_BITS = 32_768;
    private static final double HTK_FACTOR = 2595;
    private static final double HTK_HERTZ = 700;
    private static final int PARTS = 4;

    private final RiffusionFormat from;
    private final SpectrogramFormat to;
    private final float[][] gathering;

    public RiffusionReading(RiffusionFormat from, SpectrogramFormat to) {
        this.from = from;
        this.to = to;
        gathering = gathering();
    }

    /// @param picture of any height: its rows are brought to the format's bands
    public Spectrogram spectrogram(Picture picture) {
        Picture grey = PictureScale.to(picture.grey(), from.bands(), picture.width());
        double ratio = from.stepMillis() / (1000 * to.secondsPerColumn());
        int columns = Math.clamp(Math.round(grey.width() * ratio), 1, PictureFit.MOST_COLUMNS);
        Levels levels = new Levels(to);
        float[] out = new float[to.mels() * columns];
        float[] amplitudes = new float[from.bands()];
        for (int column = 0; column < columns; column++) {
            double place = Math.clamp((column + 0.5) / ratio - 0.5, 0, grey.width() - 1);
            for (int band = 0; band < amplitudes.length; band++) {
                amplitudes[band] = amplitude(grey, band, place);
            }
            for (int band = 0; band < to.mels(); band++) {
                float sum = 0;
                for (int i = 0; i < amplitudes.length; i++) {
                    sum += gathering[band][i] * amplitudes[i];
                }
                out[(to.mels() - 1 - band) * columns + column] = Math.min(1, levels.level(sum));
            }
        }
        return new Spectrogram(to, columns, out);
    }

    /// @param band 0 the lowest, in the picture's last row
    private float amplitude(Picture grey, int band, double place) {
        int left = (int) place;
        int right = Math.min(left + 1, grey.width() - 1);
        int row = from.bands() - 1 - band;
        double share = place - left;
        return (float) ((1 - share) * loud(grey.at(0, row, left)) + share * loud(grey.at(0, row, right)));
    }

    private double loud(float grey) {
        return Math.pow(Math.clamp(1 - grey, 0, 1), 1 / from.power()) * from.most();
    }

    /// `[our bands, its bands]`. A band of riffusion's lies between its two edges with the weight of its triangle.
    private float[][] gathering() {
        double[] ours = MelBank.edges(to.mels(), to.fMin(), to.fMax());
        double gain = (double) to.fft() / from.fft() / FULL_SCALE_16_BITS;
        double low = htk(from.fMin());
        double step = (htk(from.fMax()) - low) / (from.bands() + 1);
        float[][] weights = new float[to.mels()][from.bands()];
        for (int theirs = 0; theirs < from.bands(); theirs++) {
            for (int part = -PARTS; part <= PARTS; part++) {
                double offset = part / (PARTS + 1.0);
                double hertz = HTK_HERTZ * (Math.pow(10, (low + (theirs + 1 + offset) * step) / HTK_FACTOR) - 1);
                double share = (1 - Math.abs(offset)) / (PARTS + 1);
                for (int band = 0; band < to.mels(); band++) {
                    double rise = (hertz - ours[band]) / (ours[band + 1] - ours[band]);
                    double fall = (ours[band + 2] - hertz) / (ours[band + 2] - ours[band + 1]);
                    double triangle = Math.max(0, Math.min(rise, fall));
                    weights[band][theirs] += (float) (gain * share * triangle * 2 / (ours[band + 2] - ours[band]));
                }
            }
        }
        return weights;
    }

    private static double htk(double hertz) {
        return HTK_FACTOR * Math.log10(1 + hertz / HTK_HERTZ);
    }
}
