package chladni.engine.codec;

/// The part of a sound that repeats.
///
/// @param start first sample, counted from 0
/// @param end last sample that still belongs to it, as in WAV's `smpl` chunk
public record Loop(int start, int end) {
    public Loop {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("a loop cannot run from sample " + start + " to " + end);
        }
    }
}
