package chladni.app.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where a command writes.
///
/// @param results stdout: what was asked for, and nothing else
/// @param messages stderr: progress, notes, failures
/// @param isTerminal whether a person watches the messages, so that a progress bar may redraw its line
record Output(PrintStream results, PrintStream messages, boolean isTerminal) {
    static Output standard() {
        return new Output(utf8(System.out), utf8(System.err), isStderrTerminal());
    }

    /// Java knows only of stdin and stdout together; on Linux stderr can be asked by itself.
    private static boolean isStderrTerminal() {
        try {
            return Files.readSymbolicLink(Path.of("/proc/self/fd/2")).toString().matches("/dev/(pts/|tty|console).*");
        } catch (IOException | UnsupportedOperationException notLinux) {
            return System.console() != null && System.console().isTerminal();
        }
    }

    private static PrintStream utf8(PrintStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }
}
