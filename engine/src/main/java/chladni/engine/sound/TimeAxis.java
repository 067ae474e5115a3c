package chladni.engine.sound;

import chladni.engine.media.SpectrogramFormat;

/// The horizontal axis of a spectrogram: columns ↔ seconds. Column 0 begins at 0 s; its middle is half a column later.
public final class TimeAxis {
    private final double secondsPerColumn;

    public TimeAxis(SpectrogramFormat format) {
        secondsPerColumn = format.secondsPerColumn();
    }

    /// When a column begins.
    public double seconds(double column) {
        return column * secondsPerColumn;
    }

    /// Where a moment lies: 2.5 is the middle of column 2.
    public double column(double seconds) {
        return seconds / secondsPerColumn;
    }
}
