package chladni.engine.onnx;

import chladni.engine.failure.CancelSignal;
import chladni.engine.failure.Cancelled;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Native work on a thread of its own. ONNX Runtime looks at its terminate flag only between two operations, and one operation
/// at the published sizes can take a second; so whoever waits may leave a little after cancelling, and the rest of that one
/// operation is computed for nobody.
final class Abandonable {
    /// Long enough that small networks end by themselves and nothing is left behind; short enough to feel immediate.
    private static final int PATIENCE_MILLIS = 150;
    private static final ExecutorService THREADS = Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("network-", 1).factory());
    private static final Executor AFTER_PATIENCE = CompletableFuture.delayedExecutor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS, THREADS);

    private Abandonable() {}

    /// @throws Cancelled soon after the signal was raised, whether the work is over or not
    static <T> T call(Supplier<T> work, CancelSignal cancel) {
        CompletableFuture<T> answer = CompletableFuture.supplyAsync(work, THREADS).copy();
        Runnable leave = () -> AFTER_PATIENCE.execute(() -> answer.completeExceptionally(new Cancelled()));
        try (CancelSignal.Registration _ = cancel.onRaise(leave)) {
            return answer.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
