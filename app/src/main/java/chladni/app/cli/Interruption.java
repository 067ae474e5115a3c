package chladni.app.cli;

import chladni.engine.failure.CancelSignal;
import java.util.concurrent.TimeUnit;

/// Ctrl-C (and SIGTERM): the signal is raised, the command gets a moment to end between two operations, and the program leaves with
/// the exit code for "cancelled" whatever happens.
final class Interruption {
    private static final int CANCELLED = 5;
    private static final long PATIENCE_SECONDS = 5;

    private final Thread hook;

    private Interruption(Thread hook) {
        this.hook = hook;
    }

    static Interruption listen(CancelSignal cancel, Thread worker) {
        Thread hook = new Thread(() -> {
            cancel.raise();
            try {
                worker.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
            } catch (InterruptedException impatient) {
                Thread.currentThread().interrupt();
            }
            Runtime.getRuntime().halt(CANCELLED);
        }, "chladni-interruption");
        Runtime.getRuntime().addShutdownHook(hook);
        return new Interruption(hook);
    }

    /// The command has ended.
    ///
    /// @return false when the program is already going down: then the hook waits for this thread to end, which must not call
    ///     `System.exit`, for that would wait for the hook
    boolean stop() {
        try {
            return Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException goingDown) {
            return false;
        }
    }
}
