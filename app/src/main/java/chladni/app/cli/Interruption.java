package chladni.app.cli;

import java.util.List;
import sun.misc.Signal;

/// Ctrl-C, and its kin from other programs and closing terminals: raises the command's signal and lets it end by itself, between two
/// operations of a network. What takes longer, such as loading a model, is left in the middle; only the writing of results is waited for.
///
/// Signals are caught before the virtual machine sees them. Its own way, shutdown hooks, would let ONNX Runtime's hook free what a
/// network on another thread still uses.
final class Interruption {
    private static final int CANCELLED = 5;
    private static final long PATIENCE_MILLIS = 250;
    private static final long PATIENCE_WITH_WRITING_MILLIS = 10_000;

    private final CommandFactory commands;
    private volatile int code = CANCELLED;
    private volatile boolean ended;

    private Interruption(CommandFactory commands) {
        this.commands = commands;
    }

    static Interruption listen(CommandFactory commands) {
        Interruption interruption = new Interruption(commands);
        for (String name : List.of("INT", "TERM", "HUP")) {
            try {
                Signal.handle(new Signal(name), _ -> interruption.stop());
            } catch (IllegalArgumentException unknown) {
                continue; // not every system has every signal, and -Xrs keeps them all
            }
        }
        return interruption;
    }

    /// Runs on a thread of its own for every signal that comes.
    private void stop() {
        boolean first = !commands.cancel().isRaised();
        commands.cancel().raise();
        try {
            if (first) {
                Thread.sleep(PATIENCE_MILLIS);
            }
            commands.writing().end(first ? PATIENCE_WITH_WRITING_MILLIS : PATIENCE_MILLIS);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
        if (!ended) {
            commands.output().messages().println("Stopped.");
        }
        Runtime.getRuntime().halt(code);
    }

    /// The command has ended by itself; a signal that comes now changes nothing any more.
    void ended(int code) {
        this.code = code;
        ended = true;
    }
}
