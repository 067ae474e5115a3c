package chladni.app.feature.listen;

import java.util.function.LongSupplier;

/// A loudspeaker's clock without its steps. Devices count in periods of up to some 20 ms, so a playhead that only asks them is up to that
/// late; between two reports the time that has passed goes on, but never beyond what was written.
final class SteadyClock implements AudioOut {
    private static final double MOST_AHEAD_SECONDS = 0.05;
    private static final double NANOS = 1e9;

    private final AudioOut out;
    private final LongSupplier nanos;
    private final double framesPerNano;
    private long reported;
    private long reportedAt;
    private long written;
    private long told;
    /// Whether the device has moved since it was stopped last: before that its sound may still be on its way.
    private boolean moving;

    SteadyClock(AudioOut out, int sampleRate, LongSupplier nanos) {
        this.out = out;
        this.nanos = nanos;
        framesPerNano = sampleRate / NANOS;
        reported = out.framesPlayed();
        told = reported;
        written = reported;
    }

    @Override
    public int room() {
        look();
        return out.room();
    }

    @Override
    public void write(byte[] pcm) {
        out.write(pcm);
        written += pcm.length / 2;
    }

    @Override
    public long framesPlayed() {
        look();
        double passed = moving ? Math.min((nanos.getAsLong() - reportedAt) * framesPerNano, MOST_AHEAD_SECONDS * NANOS * framesPerNano) : 0;
        told = Math.max(told, Math.min(reported + (long) passed, Math.max(written, reported)));
        return told;
    }

    private void look() {
        long now = out.framesPlayed();
        if (now != reported) {
            reported = now;
            reportedAt = nanos.getAsLong();
            moving = true;
        }
    }

    /// What was written and not heard is counted as it is by the device, and from there on again.
    @Override
    public void drop() {
        out.drop();
        reported = out.framesPlayed();
        told = reported;
        written = reported;
        moving = false;
    }

    @Override
    public String silentBecause() {
        return out.silentBecause();
    }

    @Override
    public void close() {
        out.close();
    }
}
