package chladni.app.feature.export;

import chladni.engine.codec.SafeWrite;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// Brings a file to where the user wants it, whole or not at all.
final class Delivery {
    private Delivery() {}

    /// @throws chladni.engine.failure.StorageFailed when it cannot be written; nothing is left behind
    static void copy(Path source, Path target) {
        SafeWrite.stream(target, out -> Files.copy(source, out));
    }

    /// The wish with its extension. What the user did not confirm to overwrite is not overwritten: it gets a number.
    static Path withExtension(Path wish, String extension) {
        String name = String.valueOf(wish.getFileName());
        if (name.toLowerCase(Locale.ROOT).endsWith("." + extension)) {
            return wish;
        }
        return free(wish.resolveSibling(name + "." + extension), extension);
    }

    /// The path itself, or the first numbered one that does not exist: "bell 2.wav".
    static Path free(Path wish, String extension) {
        String name = String.valueOf(wish.getFileName());
        String stem = name.substring(0, name.length() - extension.length() - 1);
        Path path = wish;
        for (int i = 2; Files.exists(path); i++) {
            path = wish.resolveSibling(stem + " " + i + "." + extension);
        }
        return path;
    }
}
