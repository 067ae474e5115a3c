package chladni.app.cli;

import chladni.engine.failure.ChladniFailure;
import chladni.engine.failure.OutOfMemory;
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
        output.messages().println("This is a bug in Chladni (" + code + "): " + thrown + ", at " + place(thrown)
                + ". The details are in the log, " + LogPlace.file() + ".");
        return BUG;
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
