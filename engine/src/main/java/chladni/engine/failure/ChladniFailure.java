package chladni.engine.failure;

import org.jspecify.annotations.Nullable;

/// Anything that can go wrong and that is not a bug. The message is a sentence or two for the user.
public abstract sealed class ChladniFailure extends RuntimeException
        permits PackMissing, PackBroken, BadInput, DeviceUnavailable, OutOfMemory, StorageFailed, Cancelled {
    private static final long serialVersionUID = 1;

    protected ChladniFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /// A short searchable code, such as `pack-missing`; it stands in messages, the log and the documentation.
    public abstract String code();

    /// Exit code of the command line: 2 bad input, 3 pack missing or broken, 4 device, memory or disk, 5 cancelled.
    public abstract int exitCode();
}
