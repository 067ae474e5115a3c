package chladni.engine.sound;

/// The Slaney mel scale: linear below 1 kHz, logarithmic above, 27 steps from 1 kHz to 6.4 kHz.
///
/// source: M. Slaney, Auditory Toolbox, Technical Report 1998-010, `mfcc.m`; as in librosa's `hz_to_mel(htk=False)`
public final class MelScale {
    private static final double HERTZ_PER_MEL = 200.0 / 3;
    private static final double BREAK_HERTZ = 1000;
    private static final double BREAK_MEL = BREAK_HERTZ / HERTZ_PER_MEL;
    private static final double LOG_STEP = Math.log(6.4) / 27;

    private MelScale() {}

    public static double mel(double hertz) {
        return hertz < BREAK_HERTZ ? hertz / HERTZ_PER_MEL : BREAK_MEL + Math.log(hertz / BREAK_HERTZ) / LOG_STEP;
    }

    public static double hertz(double mel) {
        return mel < BREAK_MEL ? mel * HERTZ_PER_MEL : BREAK_HERTZ * Math.exp((mel - BREAK_MEL) * LOG_STEP);
    }
}
