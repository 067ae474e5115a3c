package chladni.app.control;

import chladni.engine.media.SpectrogramFormat;
import chladni.engine.sound.FrequencyAxis;
import chladni.engine.sound.Levels;

/// What the cells of a spectrogram mean: column edges ↔ seconds, row edges ↔ Hz, levels ↔ dB. Places are real numbers counted
/// in cells from the upper left corner, so cell (c, r) spans c … c + 1 and r … r + 1.
public record Axes(SpectrogramFormat format, int columns) {
    /// Before there is anything to show.
    public static final Axes EMPTY = new Axes(SpectrogramFormat.STARTER, 512);

    public int rows() {
        return format.mels();
    }

    public double seconds() {
        return columns * format.secondsPerColumn();
    }

    public double secondsAt(double x) {
        return x * format.secondsPerColumn();
    }

    public double xOf(double seconds) {
        return seconds / format.secondsPerColumn();
    }

    public double hertzAt(double y) {
        return new FrequencyAxis(format).hertz(y - 0.5);
    }

    public double yOf(double hertz) {
        return new FrequencyAxis(format).row(hertz) + 0.5;
    }

    public double decibels(double level) {
        return new Levels(format).decibels(level);
    }
}
