package chladni.app.feature.listen;

import chladni.app.mask.Layer;
import chladni.engine.media.Sound;
import chladni.engine.media.SpectrogramFormat;
import chladni.engine.sound.Loudness;
import chladni.engine.sound.SpectralGain;

/// A sound made ready to play, with what the level meter needs.
record Listening(Sound sound) {
    private static final double METER_SECONDS = 0.03;
    private static final double SILENCE = -120;

    /// @param level whether its peak is brought to −1 dBFS
    static Listening of(Sound sound, boolean level) {
        return new Listening(level ? Loudness.forPlayback(sound.mono()) : Loudness.withinFullScale(sound.mono()));
    }

    /// Only what is inside or outside a mask, as loud as it is in the whole.
    Listening part(Heard heard, Layer mask, SpectrogramFormat format) {
        if (format.sampleRate() != sound.sampleRate()) {
            return this; // the mask's columns would be other moments
        }
        float[] factors = new float[mask.rows() * mask.columns()];
        for (int i = 0; i < factors.length; i++) {
            float inside = mask.at(i / mask.columns(), i % mask.columns()) / 255f;
            factors[i] = heard == Heard.INSIDE ? inside : 1 - inside;
        }
        return new Listening(new SpectralGain(format).apply(sound, factors, mask.columns()));
    }

    /// Peak around a moment, in dB of full scale.
    double decibelsAt(double seconds) {
        float[] samples = sound.channels()[0];
        int end = Math.clamp((long) (seconds * sound.sampleRate()), 0, samples.length);
        int start = Math.max(0, end - (int) (METER_SECONDS * sound.sampleRate()));
        float peak = 0;
        for (int i = start; i < end; i++) {
            peak = Math.max(peak, Math.abs(samples[i]));
        }
        return peak == 0 ? SILENCE : Loudness.decibels(peak);
    }
}
