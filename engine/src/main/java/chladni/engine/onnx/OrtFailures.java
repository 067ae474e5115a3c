package chladni.engine.onnx;

import ai.onnxruntime.OrtException;
import chladni.engine.failure.OutOfMemory;
import chladni.engine.failure.PackBroken;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Turns ONNX Runtime's exceptions into ours. It has no code for lack of memory, so its words must tell.
final class OrtFailures {
    private static final List<String> MEMORY_WORDS = List.of("failed to allocate", "bad_alloc", "bad allocation", "out of memory", "cannot allocate");

    private static final Pattern SIZE = Pattern.compile("buffer of size (\\d{1,18})");

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
            return new OutOfMemory("There was not enough memory to run the model" + refused(e) + ". Choose fewer columns or a smaller model, or close other "
                    + "programs.", e);
        }
        return new IllegalStateException("ONNX Runtime failed in a run: " + e.getMessage(), e);
    }

    /// How much was asked for, and how much there was.
    private static String refused(OrtException e) {
        Matcher size = SIZE.matcher(String.valueOf(e.getMessage()));
        String asked = size.find() ? String.format(Locale.ROOT, ": %.0f MB more were asked for", Double.parseDouble(size.group(1)) / 1e6) : "";
        return asked + FreeMemory.room().map(room -> String.format(Locale.ROOT, "%s %.0f MB were free%s", asked.isEmpty() ? ":" : ", where",
                room.bytes() / 1e6, room.where())).orElse("");
    }

    private static boolean isMemory(OrtException e) {
        String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        return MEMORY_WORDS.stream().anyMatch(message::contains);
    }
}
