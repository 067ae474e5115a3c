package chladni.engine.onnx;

import ai.onnxruntime.OrtException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// Runs ONNX Runtime's work on whole graphs. It walks them by recursion, and an ordinary thread's megabyte is not enough: a small UNet
/// already needs about that, and the end of the stack ends the program without a word.
final class DeepStack {
    /// Address space, of which only what is touched becomes memory.
    private static final long BYTES = 64L << 20;

    private DeepStack() {}

    interface Work<R> {
        R run() throws OrtException;
    }

    /// Waits for the work to end, whatever happens: it uses what the caller will free.
    static <R> R run(Work<R> work) throws OrtException {
        FutureTask<R> task = new FutureTask<>(work::run);
        Thread.ofPlatform().name("chladni-deep-stack").daemon().stackSize(BYTES).start(task);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException later) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException failed) {
            throw unwrapped(failed.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static OrtException unwrapped(Throwable cause) {
        return switch (cause) {
            case OrtException own -> own;
            case RuntimeException bug -> throw bug;
            case Error fatal -> throw fatal;
            default -> throw new IllegalStateException(cause);
        };
    }
}
