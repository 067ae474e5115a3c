package chladni.app.cli;

import chladni.engine.failure.CancelSignal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// One run of the command line, inside the test.
///
/// @param code the exit code
/// @param results what went to stdout
/// @param messages what went to stderr
record Trial(int code, String results, String messages) {
    /// Two tiny packs with random weights, `toy-picture` and `toy-sound`.
    static final Path TOYS = Path.of("..", "engine", "src", "test", "resources", "toy").toAbsolutePath().normalize();

    static Trial of(String... arguments) {
        return of(new CancelSignal(), new ByteArrayOutputStream(), arguments);
    }

    static Trial of(CancelSignal cancel, ByteArrayOutputStream results, String... arguments) {
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        int code = Cli.run(arguments, cancel, new Output(printing(results), printing(messages), false));
        return new Trial(code, results.toString(StandardCharsets.UTF_8), messages.toString(StandardCharsets.UTF_8));
    }

    List<String> lines() {
        return results.lines().toList();
    }

    private static PrintStream printing(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
