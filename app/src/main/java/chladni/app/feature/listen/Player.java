package chladni.app.feature.listen;

import chladni.engine.media.Sound;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// Plays one sound at a time on a thread of its own. The place that is heard comes from the audio clock; a new sound goes on
/// from the same place, so that two takes can be compared. No method waits for the device.
final class Player implements AutoCloseable {
    private static final double CHUNK_SECONDS = 0.02;
    private static final double GRAIN_SECONDS = 0.09;
    private static final double FADE_SECONDS = 0.008;
    private static final long NAP_MILLIS = 4;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final IntFunction<AudioOut> outs;
    private @Nullable AudioOut out;
    private int outRate;
    private float[] samples = {};
    private int rate = 16_000;
    private boolean wanted;
    private boolean looping;
    /// Samples that are played again and again; all of them where `loopEnd` is not beyond `loopStart`.
    private long loopStart;
    private long loopEnd;
    /// Where a short listen ends; 0: it is none.
    private long grainEnd;
    private boolean closed;
    /// The sample that is heard when the clock shows `anchorFrames`; not wrapped.
    private long anchorSample;
    private long anchorFrames;
    /// The next sample to hand over; not wrapped.
    private long next;

    /// @param outs opens an output for a sample rate
    Player(IntFunction<AudioOut> outs) {
        this.outs = outs;
        Thread.ofPlatform().name("chladni-player").daemon().start(this::serve);
    }

    /// The same take, better known: goes on without a gap, after what the device has already.
    ///
    /// @param sound mono, at the level it is to be played at
    void load(Sound sound) {
        locked(() -> {
            double place = positionNow();
            boolean stays = sound.sampleRate() == rate && place < sound.seconds();
            unwind();
            samples = sound.channels()[0];
            rate = sound.sampleRate();
            if (!stays) {
                moveTo(Math.min(place, seconds()));
            }
        });
    }

    /// Another take: heard at once at the same place, since its picture is seen at once.
    void flip(Sound sound) {
        locked(() -> {
            double place = positionNow();
            samples = sound.channels()[0];
            rate = sound.sampleRate();
            moveTo(Math.min(place, seconds()));
        });
    }

    /// Counts from the round of the loop that is heard now, so that a sound of another length goes on at the same place.
    private void unwind() {
        long raw = rawPosition();
        long rounds = looping ? raw - wrapped(raw) : 0;
        anchorSample -= rounds;
        next -= rounds;
    }

    void play() {
        locked(() -> {
            grainEnd = 0;
            moveTo(positionNow() >= seconds() - CHUNK_SECONDS ? 0 : positionNow());
            wanted = true;
        });
    }

    void pause() {
        locked(() -> {
            grainEnd = 0;
            moveTo(positionNow());
            wanted = false;
        });
    }

    /// Plays a moment only, for the ear to find its place; goes on playing when it plays already.
    void scrub(double seconds) {
        locked(() -> {
            moveTo(Math.clamp(seconds, 0, seconds()));
            if (!wanted || grainEnd > 0) {
                wanted = true;
                grainEnd = anchorSample + Math.round(GRAIN_SECONDS * rate);
            }
        });
    }

    void seek(double seconds) {
        locked(() -> moveTo(Math.clamp(seconds, 0, seconds())));
    }

    /// @param from seconds
    /// @param to seconds; not beyond `from`: everything is played again and again
    void loop(boolean on, double from, double to) {
        locked(() -> {
            double now = positionNow();
            looping = on;
            loopStart = Math.round(Math.max(0, from) * rate);
            loopEnd = Math.round(to * rate);
            moveTo(on && now >= end() / (double) rate ? loopStart / (double) rate : now);
        });
    }

    boolean isPlaying() {
        lock.lock();
        try {
            return wanted && grainEnd == 0;
        } finally {
            lock.unlock();
        }
    }

    /// Seconds into the sound that are heard now.
    double position() {
        lock.lock();
        try {
            return positionNow();
        } finally {
            lock.unlock();
        }
    }

    /// Why nothing is heard; empty when sound comes out or nothing has been played yet.
    String silentBecause() {
        lock.lock();
        try {
            return out == null ? "" : out.silentBecause();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        locked(() -> closed = true);
    }

    private void serve() {
        byte[] chunk = new byte[0];
        for (int frequency = awaitWish(); frequency > 0; frequency = awaitWish()) {
            if (out == null || outRate != frequency) {
                swapOut(frequency); // outside the lock: opening a device may take a while
            }
            int bytes = (int) (frequency * CHUNK_SECONDS) * 2;
            chunk = chunk.length == bytes ? chunk : new byte[bytes];
            feed(chunk);
        }
        swapOut(0);
    }

    /// @return the sample rate to play at; 0 at the end
    private int awaitWish() {
        lock.lock();
        try {
            while (!closed && !wanted) {
                changed.awaitUninterruptibly();
            }
            return closed ? 0 : rate;
        } finally {
            lock.unlock();
        }
    }

    private void swapOut(int frequency) {
        AudioOut opened = frequency == 0 ? null : outs.apply(frequency);
        locked(() -> {
            if (out != null) {
                moveTo(positionNow());
                out.close();
            }
            out = opened;
            outRate = frequency;
            anchorFrames = opened == null ? 0 : opened.framesPlayed();
        });
    }

    private void feed(byte[] chunk) {
        lock.lock();
        try {
            AudioOut now = out;
            if (now == null || !wanted || outRate != rate) {
                return;
            }
            if (now.room() * 2 < chunk.length) {
                boolean ignored = changed.await(NAP_MILLIS, TimeUnit.MILLISECONDS);
            } else {
                fill(chunk);
                now.write(chunk);
            }
            stopAtEnd();
        } catch (InterruptedException interrupted) {
            closed = true;
        } finally {
            lock.unlock();
        }
    }

    private void fill(byte[] chunk) {
        for (int i = 0; i < chunk.length; i += 2, next++) {
            long at = wrapped(next);
            float sample = at < samples.length ? samples[(int) at] * grainFade() : 0;
            int value = Math.clamp(Math.round(sample * Short.MAX_VALUE), Short.MIN_VALUE, Short.MAX_VALUE);
            chunk[i] = (byte) value;
            chunk[i + 1] = (byte) (value >> Byte.SIZE);
        }
    }

    /// A short listen begins and ends softly.
    private float grainFade() {
        if (grainEnd == 0) {
            return 1;
        }
        double ramp = FADE_SECONDS * rate;
        return (float) Math.clamp(Math.min((next - anchorSample) / ramp, (grainEnd - next) / ramp), 0, 1);
    }

    /// Past the end of the loop its start follows without a gap.
    private long wrapped(long sample) {
        long end = end();
        if (!looping || sample < end || end <= start()) {
            return sample;
        }
        return start() + (sample - end) % (end - start());
    }

    private long start() {
        return loopEnd > loopStart ? Math.min(loopStart, samples.length) : 0;
    }

    private long end() {
        return loopEnd > loopStart ? Math.min(loopEnd, samples.length) : samples.length;
    }

    private void stopAtEnd() {
        if (grainEnd > 0 && rawPosition() >= grainEnd) {
            grainEnd = 0;
            moveTo((double) anchorSample / rate);
            wanted = false;
        }
        if (!looping && rawPosition() >= samples.length) {
            moveTo(seconds());
            wanted = false;
        }
    }

    private long rawPosition() {
        return out == null ? anchorSample : anchorSample + out.framesPlayed() - anchorFrames;
    }

    private double positionNow() {
        long raw = rawPosition();
        long sample = looping ? wrapped(raw) : Math.min(raw, samples.length);
        return (double) sample / (outRate == 0 ? rate : outRate);
    }

    private double seconds() {
        return (double) samples.length / rate;
    }

    private void moveTo(double seconds) {
        if (out != null) {
            out.drop();
            anchorFrames = out.framesPlayed();
        }
        anchorSample = Math.round(seconds * rate);
        next = anchorSample;
    }

    private void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
