package chladni.engine.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.RunOptions;
import org.jspecify.annotations.Nullable;

/// The switch that ends one run from another thread. The cancel signal may pull it after the run is over; then it must not
/// touch the run options, whose native memory is gone.
final class TerminateSwitch implements AutoCloseable {
    private @Nullable RunOptions options;

    TerminateSwitch(RunOptions options) {
        this.options = options;
    }

    synchronized void pull() {
        if (options != null) {
            try {
                options.setTerminate(true);
            } catch (OrtException e) {
                throw new IllegalStateException("ONNX Runtime refused to stop a run", e);
            }
        }
    }

    @Override
    public synchronized void close() {
        options = null;
    }
}
