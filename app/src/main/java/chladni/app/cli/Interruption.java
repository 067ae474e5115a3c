package chladni.app.cli;

import chladni.engine.failure.CancelSignal;
import java.util.List;
import java.util.concurrent.TimeUnit;
import sun.misc.Signal;

/// Ctrl-C, and its kin from other programs and closing terminals: raises the command's signal and lets it end by itself, between two
/// operations of a network. A command that does not, or a second Ctrl-C, ends the program at once.
///
/// Signals are caught before the virtual machine sees them. Its own way, shutdown hooks, would let ONNX Runtime's hook free what a
/// network on another thread still uses.
final class Interruption {
    private static final int CANCELLED = 5;
    private static final long PATIENCE_MILLIS = TimeUnit.SECONDS.toMillis(5);
    private static final long LESS_PATIENCE_MILLIS = 300;

    private Interruption() {}

    static void listen(CancelSignal cancel) {
        for (String name : List.of("INT", "TERM", "HUP")) {
            try {
                Signal.handle(new Signal(name), _ -> stop(cancel));
            } catch (IllegalArgumentException unknown) {
                continue; // not every system has every signal, and -Xrs keeps them all
            }
        }
    }

    /// Runs on a thread of its own for every signal that comes.
    private static void stop(CancelSignal cancel) {
        long patience = cancel.isRaised() ? LESS_PATIENCE_MILLIS : PATIENCE_MILLIS;
        cancel.raise();
        try {
            Thread.sleep(patience);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(CANCELLED);
    }
}
