package chladni.engine.diffusion;

import chladni.engine.tensor.Tensor;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/// Estimates that are made at the same time.
final class Beside {
    private static final Executor THREADS = task -> Thread.ofVirtual().name("voice").start(task);

    private Beside() {}

    /// All estimates, in order; when some fail, all are waited for and the first one's failure is thrown.
    static List<Tensor> at(List<Mixed.Term> terms, Tensor x, Step t) {
        List<CompletableFuture<Tensor>> answers = terms.stream()
                .map(term -> CompletableFuture.supplyAsync(() -> term.estimate().besideAt(x, t), THREADS)).toList();
        try {
            CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).join();
            return answers.stream().map(CompletableFuture::join).toList();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
