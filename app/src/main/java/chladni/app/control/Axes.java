package chladni.app.control;

import chladni.engine.media.SpectrogramFormat;
import chladni.engine.sound.FrequencyAxis;
import chladni.engine.sound.Levels;

/// What the cells of a spectrogram mean: column edges ↔ seconds, row edges ↔ Hz, levels ↔ dB. Places are real numbers counted
/// in cells from the upper left corner, so cell (c, r) spans c … c + 1 and r … r + 1. Heights `y` are in rows as they are drawn;
/// on the mel scale those are the bands, on the other scales the same height is divided otherwise.
public record Axes(SpectrogramFormat format, int columns, FrequencyScale scale) {
    /// Before there is anything to show.
    public static final Axes EMPTY = new Axes(SpectrogramFormat.STARTER, 512);
    /// A logarithmic axis cannot begin at 0 Hz.
    private static final double LEAST_HERTZ = 40;

    public Axes(SpectrogramFormat format, int columns) {
        this(format, columns, FrequencyScale.MEL);
    }

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
        double share = y / rows();
        return switch (scale) {
            case MEL -> new FrequencyAxis(format).hertz(y - 0.5);
            case LOG -> top() * Math.pow(bottom() / top(), share);
            case LINEAR -> top() + (bottom() - top()) * share;
        };
    }

    public double yOf(double hertz) {
        return switch (scale) {
            case MEL -> new FrequencyAxis(format).row(hertz) + 0.5;
            case LOG -> rows() * Math.log(Math.max(hertz, 1e-3) / top()) / Math.log(bottom() / top());
            case LINEAR -> rows() * (hertz - top()) / (bottom() - top());
        };
    }

    /// The band at a height, counted from the highest.
    public double bandAt(double y) {
        return scale == FrequencyScale.MEL ? y : new FrequencyAxis(format).row(hertzAt(y)) + 0.5;
    }

    /// Where a band is drawn.
    public double yOfBand(double band) {
        return scale == FrequencyScale.MEL ? band : yOf(new FrequencyAxis(format).hertz(band - 0.5));
    }

    public double decibels(double level) {
        return new Levels(format).decibels(level);
    }

    private double top() {
        return new FrequencyAxis(format).hertz(-0.5);
    }

    private double bottom() {
        double lowest = new FrequencyAxis(format).hertz(rows() - 0.5);
        return scale == FrequencyScale.LOG ? Math.max(LEAST_HERTZ, lowest) : lowest;
    }
}
