package chladni.app.feature.listen;

/// A loudspeaker that is not there: keeps time like a real one, so that the playhead moves.
final class SilentOut implements AudioOut {
    private static final double BUFFER_SECONDS = 0.12;
    private static final double NANOS = 1e9;

    private final int sampleRate;
    private final String reason;
    private long played;
    private long queued;
    private long sinceNanos = System.nanoTime();

    SilentOut(int sampleRate, String reason) {
        this.sampleRate = sampleRate;
        this.reason = reason;
    }

    @Override
    public synchronized int room() {
        framesPlayed();
        return (int) Math.max(0, sampleRate * BUFFER_SECONDS - queued);
    }

    @Override
    public synchronized void write(byte[] pcm) {
        framesPlayed();
        if (queued == 0) {
            sinceNanos = System.nanoTime();
        }
        queued += pcm.length / 2;
    }

    @Override
    public synchronized long framesPlayed() {
        long passed = (long) ((System.nanoTime() - sinceNanos) * sampleRate / NANOS);
        long heard = Math.min(passed, queued);
        played += heard;
        queued -= heard;
        sinceNanos += (long) (heard * NANOS / sampleRate);
        return played;
    }

    @Override
    public synchronized void drop() {
        framesPlayed();
        queued = 0;
    }

    @Override
    public String silentBecause() {
        return reason;
    }

    @Override
    public void close() {
        drop();
    }
}
