package chladni.app.cli;

import chladni.engine.codec.SafeWrite;
import chladni.engine.failure.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The folder of an `--out` option.
final class OutFolder {
    private OutFolder() {}

    /// @throws BadInput when it cannot be made
    static Path made(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException failed) {
            throw new BadInput("The folder " + folder + " cannot be made: " + SafeWrite.reason(failed) + ". Choose another.", failed);
        }
    }
}
