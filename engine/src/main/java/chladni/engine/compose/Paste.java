package chladni.engine.compose;

import chladni.engine.media.Picture;

/// Lays what was made anew over what was there. Where the mask is black the old values stay bit for bit.
final class Paste {
    private Paste() {}

    /// old + m · (made − old); both spread to three channels when either has them.
    ///
    /// @param mask grey, same size, 1 = made anew
    static Picture over(Picture old, Picture made, Picture mask) {
        int channels = Math.max(old.channels(), made.channels());
        int plane = made.height() * made.width();
        float[] values = new float[channels * plane];
        for (int i = 0; i < values.length; i++) {
            float m = mask.values()[i % plane];
            float before = old.values()[i % old.values().length];
            float after = made.values()[i % made.values().length];
            values[i] = m == 0 ? before : m == 1 ? after : before + m * (after - before);
        }
        return new Picture(channels, made.height(), made.width(), values);
    }
}
