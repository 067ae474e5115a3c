package chladni.engine.sound;

import chladni.engine.failure.BadInput;
import chladni.engine.media.Picture;
import chladni.engine.media.SpectrogramFormat;
import java.util.Locale;

/// How a picture is taken before it becomes sound: turned to its negative, its middle greys shifted, its height laid over a part of the
/// bands.
///
/// @param invert black for white
/// @param gamma grey → grey^γ: above 1 darker middle greys, below 1 lighter ones
/// @param low lowest frequency of the picture's lower edge in Hz; 0: the lowest band
/// @param high highest frequency of its upper edge in Hz; 0: the highest band
public record PictureTone(boolean invert, double gamma, double low, double high) {
    /// The picture as it is, over all bands.
    public static final PictureTone PLAIN = new PictureTone(false, 1, 0, 0);

    /// @param first row of the picture's upper edge
    /// @param end row below its lower edge
    public record Rows(int first, int end) {
        public boolean holds(int row) {
            return first <= row && row < end;
        }
    }

    /// The bands that the picture covers.
    ///
    /// @throws BadInput when there is none between the two frequencies
    public Rows rows(SpectrogramFormat format) {
        FrequencyAxis axis = new FrequencyAxis(format);
        int first = high == 0 ? 0 : (int) Math.clamp(Math.ceil(axis.row(high) - 1e-6), 0, format.mels());
        int end = low == 0 ? format.mels() : (int) Math.clamp(Math.floor(axis.row(low) + 1e-6) + 1, 0, format.mels());
        if (first >= end) {
            throw new BadInput(String.format(Locale.ROOT,
                    "No band lies between %.0f Hz and %.0f Hz: \"low\" and \"high\" must leave room for the picture, within 0 and %.0f Hz.",
                    low, high == 0 ? format.fMax() : high, format.fMax()));
        }
        return new Rows(first, end);
    }

    /// The picture in grey on a spectrogram's size, toned and laid over its rows; `outside` stands in all others.
    ///
    /// @param grey `[1, mels, w]`
    public Picture over(Picture grey, SpectrogramFormat format, float outside) {
        Rows rows = rows(format);
        Picture laid = PictureScale.to(grey, rows.end - rows.first, grey.width());
        float[] values = new float[grey.values().length];
        for (int i = 0; i < values.length; i++) {
            int row = i / grey.width();
            values[i] = rows.holds(row) ? toned(laid.at(0, row - rows.first, i % grey.width())) : outside;
        }
        return new Picture(1, grey.height(), grey.width(), values);
    }

    private float toned(float grey) {
        float turned = invert ? 1 - grey : grey;
        return gamma == 1 ? turned : (float) Math.pow(Math.clamp(turned, 0f, 1f), gamma);
    }
}
