package chladni.engine.failure;

/// A pack that the recipe names is not installed; the message names it and says where packs are looked for.
public final class PackMissing extends ChladniFailure {
    private static final long serialVersionUID = 1;

    public PackMissing(String message) {
        super(message, null);
    }

    public PackMissing(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public String code() {
        return "pack-missing";
    }

    @Override
    public int exitCode() {
        return 3;
    }
}
