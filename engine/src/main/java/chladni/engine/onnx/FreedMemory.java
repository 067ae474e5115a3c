package chladni.engine.onnx;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Memory that closed sessions have freed. The C library of Linux keeps gigabytes of it for itself until it is told to give them back
/// (`malloc_trim`); other systems' libraries do so on their own.
public final class FreedMemory {
    private static final Logger LOG = LoggerFactory.getLogger(FreedMemory.class);
    @SuppressWarnings("restricted") // native access is granted to the whole program: ONNX Runtime needs it
    private static final Optional<MethodHandle> TRIM = Linker.nativeLinker().defaultLookup().find("malloc_trim").map(
            function -> Linker.nativeLinker().downcallHandle(function, FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG)));

    private FreedMemory() {}

    /// Gives it back to the system.
    public static void giveBack() {
        TRIM.ifPresent(FreedMemory::trim);
    }

    private static void trim(MethodHandle function) {
        try {
            int something = (int) function.invokeExact(0L);
            LOG.debug("malloc_trim gave back {}", something == 1 ? "memory" : "nothing");
        } catch (Throwable impossible) {
            throw new IllegalStateException("malloc_trim failed", impossible);
        }
    }
}
