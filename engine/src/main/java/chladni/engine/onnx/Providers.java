package chladni.engine.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// What this build of ONNX Runtime can run on, on this machine.
final class Providers {
    private static final Map<Integer, Optional<String>> ANSWERS = new ConcurrentHashMap<>();
    private static @Nullable OrtEnvironment environment;

    private Providers() {}

    /// The process-wide environment. Its log is quiet: what matters comes back as an exception.
    static synchronized OrtEnvironment environment() {
        OrtEnvironment known = environment;
        if (known == null) {
            known = DeepStack.run(() -> OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, "chladni"));
            environment = known;
        }
        return known;
    }

    static Optional<String> whyNoCuda(int index) {
        return ANSWERS.computeIfAbsent(index, Providers::tryCuda);
    }

    private static Optional<String> tryCuda(int index) {
        environment();
        if (!OrtEnvironment.getAvailableProviders().contains(OrtProvider.CUDA)) {
            return Optional.of("this build runs on the CPU only.");
        }
        try (SessionOptions options = new SessionOptions()) {
            options.addCUDA(index);
            return Optional.empty();
        } catch (OrtException e) {
            return Optional.of("CUDA could not be started (" + e.getMessage() + ").");
        }
    }
}
