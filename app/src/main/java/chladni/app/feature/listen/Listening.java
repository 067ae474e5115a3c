package chladni.app.feature.listen;

import chladni.engine.media.Sound;
import chladni.engine.sound.Loudness;

/// A sound made ready to play, with what the level meter needs.
record Listening(Sound sound) {
    private static final double METER_SECONDS = 0.03;
    private static final double SILENCE = -120;

    static Listening of(Sound sound) {
        return new Listening(Loudness.forPlayback(sound.mono()));
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
