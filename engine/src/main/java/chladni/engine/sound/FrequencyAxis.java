package chladni.engine.sound;

import chladni.engine.media.SpectrogramFormat;

/// The vertical axis of a spectrogram: rows ↔ Hz. Row r is the band whose filter peaks at `hertz(r)`; row 0 is the highest.
/// Rows are real numbers here, so half way between two bands is half a row (a pixel's middle is its row, its upper edge
/// row − ½).
public final class FrequencyAxis {
    private final int rows;
    private final double lowMel;
    private final double melsPerRow;

    public FrequencyAxis(SpectrogramFormat format) {
        rows = format.mels();
        lowMel = MelScale.mel(format.fMin());
        melsPerRow = (MelScale.mel(format.fMax()) - lowMel) / (rows + 1);
    }

    public double hertz(double row) {
        return MelScale.hertz(lowMel + (rows - row) * melsPerRow);
    }

    public double row(double hertz) {
        return rows - (MelScale.mel(hertz) - lowMel) / melsPerRow;
    }
}
