package chladni.engine.failure;

/// Something the user gave (a recipe, a file, a number) cannot be used; the message names it and the values that can.
public final class BadInput extends ChladniFailure {
    private static final long serialVersionUID = 1;

    public BadInput(String message) {
        super(message, null);
    }

    public BadInput(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public String code() {
        return "bad-input";
    }

    @Override
    public int exitCode() {
        return 2;
    }
}
