package chladni.engine.media;

/// A log-mel spectrogram as a grey picture: row 0 is the highest band, so low frequencies are at the bottom as on screen.
///
/// @param format what rows, columns and levels mean
/// @param columns length in time, `format.hop()` samples each
/// @param levels `format.mels() · columns` numbers row by row, nominally 0 … 1; not copied, must not be changed afterwards
public record Spectrogram(SpectrogramFormat format, int columns, float[] levels) {
    public Spectrogram {
        if (columns < 1 || levels.length != format.mels() * columns) {
            throw new IllegalArgumentException(
                    "a spectrogram of " + format.mels() + " × " + columns + " does not hold " + levels.length + " levels");
        }
    }

    public int rows() {
        return format.mels();
    }

    public float at(int row, int column) {
        return levels[row * columns + column];
    }

    public double seconds() {
        return columns * format.secondsPerColumn();
    }

    /// The same numbers as a grey picture.
    public Picture picture() {
        return new Picture(1, rows(), columns, levels);
    }
}
