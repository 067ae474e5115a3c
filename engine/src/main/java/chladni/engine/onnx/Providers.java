package chladni.engine.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// What this build of ONNX Runtime can run on, on this machine.
final class Providers {
    private record Place(Accelerator accelerator, int index) {}

    private static final Map<Place, Optional<String>> ANSWERS = new ConcurrentHashMap<>();
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

    /// Why an accelerator cannot be used here, as a sentence; empty when it can.
    static Optional<String> whyNot(Accelerator accelerator, int index) {
        return ANSWERS.computeIfAbsent(new Place(accelerator, index), Providers::tried);
    }

    private static Optional<String> tried(Place place) {
        environment();
        if (!OrtEnvironment.getAvailableProviders().contains(place.accelerator().provider())) {
            return Optional.of(Missing.inBuild(place.accelerator()));
        }
        try (SessionOptions options = new SessionOptions()) {
            place.accelerator().addTo(options, place.index());
            return Optional.empty();
        } catch (OrtException e) {
            return Optional.of(Missing.atStart(place.accelerator(), String.valueOf(e.getMessage())));
        }
    }
}
