package chladni.app.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// Where a command writes.
///
/// @param results stdout: what was asked for, and nothing else
/// @param messages stderr: progress, notes, failures
/// @param isTerminal whether a person watches the messages, so that a progress bar may redraw its line
record Output(PrintStream results, PrintStream messages, boolean isTerminal) {
    static Output standard() {
        boolean terminal = System.console() != null && System.console().isTerminal();
        return new Output(utf8(System.out), utf8(System.err), terminal);
    }

    private static PrintStream utf8(PrintStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }
}
