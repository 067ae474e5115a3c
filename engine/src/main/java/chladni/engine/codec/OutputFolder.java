package chladni.engine.codec;

import chladni.engine.failure.BadInput;
import chladni.engine.failure.StorageFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// A folder that results go to, made and tried before any work is done for it.
public final class OutputFolder {
    private OutputFolder() {}

    /// A prepared folder, and which folders had to be made for it, innermost first.
    public record Made(Path folder, List<Path> made) {
        /// Takes back what was made, as far as it is still empty: a failure should leave nothing behind.
        public void removeIfEmpty() {
            for (Path path : made) {
                try {
                    Files.deleteIfExists(path);
                } catch (IOException filled) {
                    return; // there are results in it
                }
            }
        }
    }

    /// As [#prepared], remembering what was made.
    public static Made made(Path folder) {
        List<Path> missing = Stream.iterate(folder.toAbsolutePath().normalize(), path -> path != null && !Files.exists(path), Path::getParent).toList();
        return new Made(prepared(folder), missing);
    }

    /// Makes the folder where it is missing, and tells at once when nothing can be written there.
    ///
    /// @return the folder
    /// @throws BadInput when a file is in its place or above it
    /// @throws StorageFailed when it is read-only, or the disk is full
    public static Path prepared(Path folder) {
        refuseFiles(folder);
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, ".chladni-", ".part"));
            return folder;
        } catch (IOException failed) {
            throw new StorageFailed("Nothing can be written to " + folder + ": " + SafeWrite.reason(failed) + ". Choose another folder.", failed);
        }
    }

    private static void refuseFiles(Path folder) {
        for (Path path = folder.toAbsolutePath().normalize(); path != null; path = path.getParent()) {
            if (Files.isDirectory(path)) {
                return;
            }
            if (Files.exists(path)) {
                throw new BadInput(path + " is a file, so there can be no folder " + folder + ". Choose another.");
            }
        }
    }
}
