package chladni.engine.pack;

import chladni.engine.failure.StorageFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Folders that are being filled.
final class Folders {
    /// Filling a disk to its last byte makes everything else on it fail.
    private static final long SPARE_BYTES = 64L << 20;

    private Folders() {}

    /// @throws StorageFailed when the disk under `folder` has no room for `bytes` more
    static void requireRoom(Path folder, long bytes) throws IOException {
        long free = Files.getFileStore(folder).getUsableSpace();
        if (free < bytes + SPARE_BYTES) {
            throw new StorageFailed(String.format(Locale.ROOT, "The disk has too little room for the pack: %.1f GB are needed in %s, %.1f GB are free.",
                    (bytes + SPARE_BYTES) / 1e9, folder, free / 1e9));
        }
    }

    static long bytesIn(Path folder) throws IOException {
        long bytes = 0;
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(file);
            }
        }
        return bytes;
    }

    static void deleteIfThere(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> inside;
        try (Stream<Path> walk = Files.walk(folder)) {
            inside = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : inside) {
            Files.deleteIfExists(path);
        }
    }
}
