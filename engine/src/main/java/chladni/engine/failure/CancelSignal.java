package chladni.engine.failure;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/// Says once, from any thread, that work is to stop. The worker polls it between steps; code inside a native call registers
/// an action that interrupts the call.
public final class CancelSignal {
    private final AtomicBoolean raised = new AtomicBoolean();
    private final List<Runnable> actions = new CopyOnWriteArrayList<>();

    /// Raises the signal and runs the registered actions; later calls do nothing.
    public void raise() {
        if (raised.compareAndSet(false, true)) {
            actions.forEach(Runnable::run);
        }
    }

    public boolean isRaised() {
        return raised.get();
    }

    /// @throws Cancelled when the signal has been raised
    public void throwIfRaised() {
        if (raised.get()) {
            throw new Cancelled();
        }
    }

    /// Runs `action` when the signal is raised, at once if it has been. Close the registration when the call is over.
    /// An action may run twice if registering races with raising, so it must be idempotent.
    public Registration onRaise(Runnable action) {
        actions.add(action);
        if (raised.get()) {
            action.run();
        }
        return () -> actions.remove(action);
    }

    /// Ends a registration; idempotent.
    @FunctionalInterface
    public interface Registration extends AutoCloseable {
        @Override
        void close();
    }
}
