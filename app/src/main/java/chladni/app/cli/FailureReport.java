package chladni.app.cli;

import chladni.app.LogPlace;
import chladni.engine.failure.ChladniFailure;
import chladni.engine.failure.OutOfMemory;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Turns whatever ended a command into a sentence and an exit code.
final class FailureReport {
    private static final int BUG = 70;
    private static final Logger LOG = LoggerFactory.getLogger(FailureReport.class);

    private FailureReport() {}

    static int report(Throwable thrown, Output output) {
        if (thrown instanceof ChladniFailure failure) {
            return known(failure, output);
        }
        if (thrown instanceof OutOfMemoryError error) {
            return known(new OutOfMemory("There is not enough memory for this. Fewer columns or steps of a smaller pack need less; "
                    + "JAVA_TOOL_OPTIONS=-Xmx sets the limit.", error), output);
        }
        String code = "bug-" + Integer.toHexString(thrown.getClass().getName().hashCode() ^ place(thrown).hashCode());
        LOG.error("{}", code, thrown);
        output.messages().println("This is a bug in Chladni (" + code + "): " + thrown + ", at " + place(thrown) + ". " + details(thrown));
        return BUG;
    }

    /// Into the log, or before the user's eyes where there is none.
    private static String details(Throwable thrown) {
        if (Files.isWritable(LogPlace.file())) {
            return "The details are in the log, " + LogPlace.file() + ".";
        }
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        return "The details, as the log " + LogPlace.file() + " cannot be written:" + System.lineSeparator() + trace;
    }

    private static int known(ChladniFailure failure, Output output) {
        output.messages().println(failure.getMessage() + (failure.exitCode() == 5 ? "" : " [" + failure.code() + "]"));
        LOG.info("{}: {}", failure.code(), failure.getMessage(), failure.getCause());
        return failure.exitCode();
    }

    private static String place(Throwable thrown) {
        StackTraceElement[] trace = thrown.getStackTrace();
        return trace.length == 0 ? "an unknown place" : trace[0].toString();
    }
}
