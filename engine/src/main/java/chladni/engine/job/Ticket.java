package chladni.engine.job;

import chladni.engine.failure.CancelSignal;
import chladni.engine.failure.Cancelled;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// One job's place in the lane, from waiting to its end. The engine thread writes here, anyone may read at any time: a window
/// samples it once a frame instead of being called for every step.
public final class Ticket implements Monitor {
    /// The legal order is WAITING → RUNNING → one of the rest, or WAITING → CANCELLED.
    public enum State { WAITING, RUNNING, DONE, CANCELLED, FAILED }

    private final Job job;
    private final Runnable onChange;
    private final CancelSignal cancel = new CancelSignal();
    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
    private final List<String> notes = new CopyOnWriteArrayList<>();
    private final CompletableFuture<State> end = new CompletableFuture<>();
    private volatile @Nullable Progress progress;
    private volatile @Nullable Preview preview;
    private volatile @Nullable Throwable failure;
    private volatile boolean stopHere;
    private volatile long startedNanos;
    private volatile long endedNanos;

    Ticket(Job job, Runnable onChange) {
        this.job = job;
        this.onChange = onChange;
    }

    public String title() {
        return job.title();
    }

    public State state() {
        return state.get();
    }

    public @Nullable Progress latestProgress() {
        return progress;
    }

    /// The newest estimate of the result; older ones are dropped, so holding none back costs nothing.
    public @Nullable Preview latestPreview() {
        return preview;
    }

    public List<String> notes() {
        return List.copyOf(notes);
    }

    /// Why the job failed: a `ChladniFailure`, or a bug; null otherwise.
    public @Nullable Throwable failure() {
        return failure;
    }

    /// Seconds on the engine thread so far, 0 while waiting.
    public double secondsRunning() {
        return switch (state()) {
            case WAITING -> 0;
            case RUNNING -> (System.nanoTime() - startedNanos) / 1e9;
            default -> startedNanos == 0 ? 0 : (endedNanos - startedNanos) / 1e9;
        };
    }

    /// Completes with the final state, never exceptionally.
    public CompletableFuture<State> end() {
        return end.copy();
    }

    /// Stops the job wherever it is: at once when it waits, within a network call when it runs.
    public void stop() {
        cancel.raise();
        if (state.compareAndSet(State.WAITING, State.CANCELLED)) {
            settled(State.CANCELLED);
        }
    }

    /// Asks a running job to end after the step it is in and keep what is there.
    public void finishHere() {
        stopHere = true;
    }

    /// Runs the job on the calling thread unless it was stopped while it waited.
    void run() {
        if (!state.compareAndSet(State.WAITING, State.RUNNING)) {
            return;
        }
        startedNanos = System.nanoTime();
        onChange.run();
        State last = outcome();
        endedNanos = System.nanoTime();
        state.set(last);
        settled(last);
    }

    @SuppressWarnings("CatchingUnchecked") // the runner is the one place where everything a job can throw must end
    private State outcome() {
        try {
            cancel.throwIfRaised();
            job.run(this);
            return State.DONE;
        } catch (Cancelled cancelled) {
            return State.CANCELLED;
        } catch (Throwable thrown) {
            failure = thrown;
            return State.FAILED;
        }
    }

    private void settled(State last) {
        onChange.run();
        end.complete(last);
    }

    @Override
    public CancelSignal cancel() {
        return cancel;
    }

    @Override
    public boolean stopHere() {
        return stopHere;
    }

    @Override
    public boolean wantsPreview(int step, int steps) {
        return true;
    }

    @Override
    public void progress(Progress progress) {
        this.progress = progress;
    }

    @Override
    public void preview(Preview preview) {
        this.preview = preview;
    }

    @Override
    public void note(String sentence) {
        notes.add(sentence);
    }
}
