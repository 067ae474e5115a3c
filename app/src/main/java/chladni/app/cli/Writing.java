package chladni.app.cli;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// The moments in which results are written, and the program must not end.
final class Writing {
    private final ReentrantLock lock = new ReentrantLock();

    /// Writes undisturbed.
    <R> R whole(Supplier<R> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /// Waits for what is being written, and lets nothing more be begun.
    ///
    /// @return whether nothing is being written; false when a disk does not answer in time
    boolean end(long patienceMillis) throws InterruptedException {
        return lock.tryLock(patienceMillis, TimeUnit.MILLISECONDS);
    }
}
