package chladni.engine.onnx;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/// Runs what ONNX Runtime does by recursion, on a thread whose stack is deep enough. Already its start was seen to go twelve thousand calls
/// deep, more than an ordinary thread's megabyte holds; the end of a stack in native code ends the program without a word.
final class DeepStack {
    /// Address space, of which only what is touched becomes memory.
    private static final long BYTES = 64L << 20;

    private DeepStack() {}

    interface Work<R, X extends Exception> {
        R run() throws X;
    }

    /// Waits for the work to end, whatever happens: it uses what the caller will free.
    static <R, X extends Exception> R run(Work<R, X> work) throws X {
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
            throw DeepStack.<X>unwrapped(failed.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @SuppressWarnings("unchecked") // work throws nothing else
    private static <X extends Exception> X unwrapped(@Nullable Throwable cause) {
        return switch (cause) {
            case RuntimeException bug -> throw bug;
            case Error fatal -> throw fatal;
            case null -> throw new IllegalStateException();
            default -> (X) cause;
        };
    }
}
