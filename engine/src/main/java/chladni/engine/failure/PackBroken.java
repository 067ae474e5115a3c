package chladni.engine.failure;

/// A pack's file is missing, damaged or of a kind that cannot be read; the message names the file and what is wrong in it.
public final class PackBroken extends ChladniFailure {
    private static final long serialVersionUID = 1;

    public PackBroken(String message) {
        super(message, null);
    }

    public PackBroken(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public String code() {
        return "pack-broken";
    }

    @Override
    public int exitCode() {
        return 3;
    }
}
