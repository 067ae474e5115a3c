package chladni.engine.failure;

/// A result could not be written (disk full, folder read-only); the message names the path. Nothing half-written is left.
public final class StorageFailed extends ChladniFailure {
    private static final long serialVersionUID = 1;

    public StorageFailed(String message) {
        super(message, null);
    }

    public StorageFailed(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public String code() {
        return "storage-failed";
    }

    @Override
    public int exitCode() {
        return 4;
    }
}
