package chladni.engine.pack;

import chladni.engine.failure.CancelSignal;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// Closes a stream whose reader waits: when the work is cancelled, or when nothing has come for too long. Reading then fails.
final class StallGuard implements AutoCloseable {
    private final InputStream stream;
    private final long stallNanos;
    private final ScheduledExecutorService clock;
    private final CancelSignal.Registration registration;
    private volatile long lastSign = System.nanoTime();

    StallGuard(InputStream stream, Duration stall, CancelSignal cancel) {
        this.stream = stream;
        stallNanos = stall.toNanos();
        clock = new ScheduledThreadPoolExecutor(1, task -> Thread.ofPlatform().daemon().name("download watch").unstarted(task));
        long period = Math.max(1, stallNanos / 4);
        clock.scheduleWithFixedDelay(this::look, period, period, TimeUnit.NANOSECONDS);
        registration = cancel.onRaise(this::hangUp);
    }

    void alive() {
        lastSign = System.nanoTime();
    }

    private void look() {
        if (System.nanoTime() - lastSign > stallNanos) {
            hangUp();
        }
    }

    private void hangUp() {
        try {
            stream.close();
        } catch (IOException alreadyBroken) {
            clock.shutdown(); // the reader finds out by itself
        }
    }

    @Override
    public void close() {
        registration.close();
        clock.shutdownNow();
    }
}
