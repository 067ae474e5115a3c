package chladni.engine.sound;

import chladni.engine.failure.BadInput;
import chladni.engine.media.Picture;
import chladni.engine.media.Spectrogram;
import chladni.engine.media.SpectrogramFormat;
import java.util.Locale;

/// How a picture of any size and colour becomes a spectrogram. Always: grey is the mean of red, green and blue; the picture's
/// height becomes all bands, its lower edge the lowest; scaling is antialiased; a picture that has the right size already is
/// taken pixel for pixel. The rule says what becomes of its width.
public enum PictureFit {
    /// The whole picture, stretched or squeezed to the columns asked for.
    STRETCH,
    /// The whole picture in its own proportions: its width decides the length, whatever number of columns is asked for.
    KEEP_ASPECT,
    /// The picture in its own proportions, scaled until it fills bands and columns; what sticks out on both sides is cut off.
    CROP;

    /// The longest spectrogram that a picture or sound may become: 5 minutes in both formats.
    public static final int MOST_COLUMNS = 30_000;

    /// @throws BadInput when the spectrogram would be longer than [#MOST_COLUMNS]
    public Spectrogram fit(Picture picture, SpectrogramFormat format, int columns) {
        Picture grey = picture.grey();
        int rows = format.mels();
        Picture fitted = switch (this) {
            case STRETCH -> PictureScale.to(grey, rows, bounded(columns, format));
            case KEEP_ASPECT -> PictureScale.to(grey, rows, bounded(columnsFor(picture, rows), format));
            case CROP -> cropped(grey, rows, bounded(columns, format));
        };
        return new Spectrogram(format, fitted.width(), fitted.values());
    }

    private static long columnsFor(Picture picture, int rows) {
        return Math.max(1, Math.round((double) picture.width() * rows / picture.height()));
    }

    private static int bounded(long columns, SpectrogramFormat format) {
        if (columns < 1 || columns > MOST_COLUMNS) {
            throw new BadInput(String.format(Locale.ROOT,
                    "As a sound this picture would be %.0f s long, from 0.01 s to %.0f s is possible; crop or stretch it.",
                    columns * format.secondsPerColumn(), MOST_COLUMNS * format.secondsPerColumn()));
        }
        return (int) columns;
    }

    private static Picture cropped(Picture grey, int rows, int columns) {
        double scale = Math.max((double) rows / grey.height(), (double) columns / grey.width());
        int height = Math.min(grey.height(), Math.max(1, (int) Math.round(rows / scale)));
        int width = Math.min(grey.width(), Math.max(1, (int) Math.round(columns / scale)));
        int top = (grey.height() - height) / 2;
        int left = (grey.width() - width) / 2;
        float[] cut = new float[height * width];
        for (int y = 0; y < height; y++) {
            int from = (top + y) * grey.width() + left;
            System.arraycopy(grey.values(), from, cut, y * width, width);
        }
        return PictureScale.to(new Picture(1, height, width, cut), rows, columns);
    }
}
