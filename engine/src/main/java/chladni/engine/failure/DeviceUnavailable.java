package chladni.engine.failure;

/// The device asked for cannot run the models; the message says why and what would.
public final class DeviceUnavailable extends ChladniFailure {
    private static final long serialVersionUID = 1;

    public DeviceUnavailable(String message) {
        super(message, null);
    }

    public DeviceUnavailable(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public String code() {
        return "device-unavailable";
    }

    @Override
    public int exitCode() {
        return 4;
    }
}
