package chladni.engine.failure;

/// There is not enough memory; the message says how much was needed, where known, and what to change.
public final class OutOfMemory extends ChladniFailure {
    private static final long serialVersionUID = 1;

    public OutOfMemory(String message) {
        super(message, null);
    }

    public OutOfMemory(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public String code() {
        return "out-of-memory";
    }

    @Override
    public int exitCode() {
        return 4;
    }
}
