package chladni.engine.job;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The background engine thread and its queue. One job runs at a time, because the models use every core; the others wait in
/// an order that can be changed. A failing job never stops the lane.
public final class Lane implements AutoCloseable {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<Ticket> waiting = new ArrayList<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Thread thread;
    private @Nullable Ticket current;
    private boolean paused;
    private boolean closed;

    public Lane() {
        thread = Thread.ofPlatform().name("chladni-engine").daemon().start(this::serve);
    }

    /// Puts a job at the end of the queue.
    public Ticket add(Job job) {
        return insert(job, Integer.MAX_VALUE);
    }

    /// Puts a job at the head of the queue, to run after the current one.
    public Ticket addNext(Job job) {
        return insert(job, 0);
    }

    private Ticket insert(Job job, int index) {
        Ticket ticket = new Ticket(job, this::tell);
        locked(() -> {
            if (closed) {
                throw new IllegalStateException("the lane is closed");
            }
            waiting.add(Math.min(index, waiting.size()), ticket);
        });
        return ticket;
    }

    /// Moves a waiting job to another place in the queue (0 = next); does nothing when it no longer waits.
    public void move(Ticket ticket, int index) {
        locked(() -> {
            if (waiting.remove(ticket)) {
                waiting.add(Math.clamp(index, 0, waiting.size()), ticket);
            }
        });
    }

    /// Lets the current job finish but starts no other.
    public void pause() {
        locked(() -> paused = true);
    }

    public void resume() {
        locked(() -> paused = false);
    }

    public boolean isPaused() {
        lock.lock();
        try {
            return paused;
        } finally {
            lock.unlock();
        }
    }

    /// Stops the running job, if any, inside the step it is in.
    public void cancelCurrent() {
        Ticket running = current();
        if (running != null) {
            running.stop();
        }
    }

    /// Empties the queue; the running job goes on.
    public void clear() {
        waiting().forEach(Ticket::stop);
        locked(() -> waiting.removeIf(ticket -> ticket.state() != Ticket.State.WAITING));
    }

    public @Nullable Ticket current() {
        lock.lock();
        try {
            return current;
        } finally {
            lock.unlock();
        }
    }

    /// The queue, next job first.
    public List<Ticket> waiting() {
        lock.lock();
        try {
            return waiting.stream().filter(ticket -> ticket.state() == Ticket.State.WAITING).toList();
        } finally {
            lock.unlock();
        }
    }

    /// Calls `listener`, on any thread, whenever the queue or a job's state changes.
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /// Stops everything and waits for the engine thread to end.
    @Override
    public void close() {
        clear();
        cancelCurrent();
        locked(() -> closed = true);
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve() {
        for (Ticket next = take(); next != null; next = take()) {
            next.run();
            locked(() -> current = null);
        }
    }

    private @Nullable Ticket take() {
        lock.lock();
        try {
            while (!closed && (paused || waiting.isEmpty())) {
                changed.awaitUninterruptibly();
            }
            current = closed ? null : waiting.removeFirst();
            return current;
        } finally {
            lock.unlock();
        }
    }

    private void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        tell();
    }

    private void tell() {
        listeners.forEach(Runnable::run);
    }
}
