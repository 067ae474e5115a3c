package chladni.engine.sound;

import chladni.engine.media.SpectrogramFormat;

/// The level axis of a spectrogram: level 0 … 1 ↔ mel-band amplitude `logMin` … `logMax` ↔ decibels below the top.
public final class Levels {
    private final double lnMin;
    private final double lnRange;
    private final double decibelRange;
    private final float floor;

    public Levels(SpectrogramFormat format) {
        lnMin = Math.log(format.logMin());
        lnRange = Math.log(format.logMax()) - lnMin;
        decibelRange = format.rangeDecibels();
        floor = (float) format.logMin();
    }

    /// Level of a mel-band amplitude; quieter than black is black, louder than white exceeds 1.
    public float level(float amplitude) {
        return amplitude <= floor ? 0 : (float) ((Math.log(amplitude) - lnMin) / lnRange);
    }

    /// Mel-band amplitude of a level.
    public float amplitude(float level) {
        return (float) Math.exp(level * lnRange + lnMin);
    }

    /// Decibels of a level, 0 dB at white (−146 dB at black in both formats).
    public double decibels(double level) {
        return (level - 1) * decibelRange;
    }

    public double levelOfDecibels(double decibels) {
        return 1 + decibels / decibelRange;
    }
}
