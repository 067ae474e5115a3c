package chladni.engine.failure;

/// The user stopped the work. Not an error: whatever was finished before is kept.
public final class Cancelled extends ChladniFailure {
    private static final long serialVersionUID = 1;

    public Cancelled() {
        super("Stopped.", null);
    }

    @Override
    public String code() {
        return "cancelled";
    }

    @Override
    public int exitCode() {
        return 5;
    }
}
