package chladni.app.failure;

import chladni.engine.failure.BadInput;
import chladni.engine.failure.Cancelled;
import chladni.engine.failure.ChladniFailure;
import chladni.engine.failure.DeviceUnavailable;
import chladni.engine.failure.OutOfMemory;
import chladni.engine.failure.PackBroken;
import chladni.engine.failure.PackMissing;
import chladni.engine.failure.StorageFailed;

/// Something that went wrong, as the user reads it.
///
/// @param words what happened, in a sentence or two
/// @param remedy what to do about it
/// @param code short and searchable; also in the log
public record Problem(String words, String remedy, String code) {
    private static final int CODE_RANGE = 0x10000;

    /// Every kind of failure, and a bug for anything else.
    public static Problem of(Throwable thrown) {
        return thrown instanceof ChladniFailure failure
                ? new Problem(wordsOf(failure), remedyFor(failure), failure.code())
                : new Problem("Something went wrong inside Chladni. Your finished takes are safe on disk.",
                        "Try again; if it happens again, report the code with the log.", bugCode(thrown));
    }

    private static String wordsOf(ChladniFailure failure) {
        String message = failure.getMessage();
        return message == null ? "This did not work." : message;
    }

    private static String remedyFor(ChladniFailure failure) {
        return switch (failure) {
            case PackMissing _ -> "Put the pack into one of the pack folders, or choose another one.";
            case PackBroken _ -> "Fetch the pack again; the damaged file is named above.";
            case BadInput _ -> "Change it and try again.";
            case DeviceUnavailable _ -> "The processor always works: start Chladni with --device cpu.";
            case OutOfMemory _ -> "Make fewer columns, or close other programs.";
            case StorageFailed _ -> "Free some space or choose a folder that can be written to.";
            case Cancelled _ -> "What was finished is kept.";
        };
    }

    /// The same bug has the same code: type and place, not the message.
    private static String bugCode(Throwable thrown) {
        StackTraceElement[] trace = thrown.getStackTrace();
        String place = trace.length == 0 ? "" : trace[0].getClassName() + "." + trace[0].getMethodName();
        int hash = Math.floorMod((thrown.getClass().getName() + place).hashCode(), CODE_RANGE);
        return "bug-%04x".formatted(hash);
    }
}
