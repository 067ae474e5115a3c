package chladni.engine.onnx;

import ai.onnxruntime.OrtException;
import chladni.engine.failure.OutOfMemory;
import chladni.engine.failure.PackBroken;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Turns ONNX Runtime's exceptions into ours. It has no code for lack of memory, so its words must tell.
final class OrtFailures {
    private static final List<String> MEMORY_WORDS = List.of("failed to allocate", "bad_alloc", "bad allocation", "out of memory", "cannot allocate");

    private OrtFailures() {}

    static RuntimeException opening(OrtException e, @Nullable Path weightFolder) {
        String what = weightFolder == null ? "the model" : "the model in " + weightFolder;
        if (isMemory(e)) {
            return new OutOfMemory("There is not enough memory to load " + what + ". Close other programs, or choose a smaller model.", e);
        }
        return new PackBroken("ONNX Runtime cannot load " + what + ": " + e.getMessage(), e);
    }

    static RuntimeException running(OrtException e) {
        if (isMemory(e)) {
            return new OutOfMemory("There was not enough memory to run the model. Choose fewer columns or a smaller model, or close other programs.", e);
        }
        return new IllegalStateException("ONNX Runtime failed in a run: " + e.getMessage(), e);
    }

    private static boolean isMemory(OrtException e) {
        String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        return MEMORY_WORDS.stream().anyMatch(message::contains);
    }
}
