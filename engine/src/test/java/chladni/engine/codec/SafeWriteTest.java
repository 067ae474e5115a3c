package chladni.engine.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chladni.engine.failure.Cancelled;
import chladni.engine.failure.StorageFailed;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafeWriteTest {
    @TempDir
    Path folder;

    @Test
    void aFileIsWrittenAndReplacedWhole() throws IOException {
        Path file = folder.resolve("a.txt");
        SafeWrite.bytes(file, new byte[] {1, 2});
        SafeWrite.bytes(file, new byte[] {3});
        assertThat(file).hasBinaryContent(new byte[] {3});
        assertThat(names()).containsExactly("a.txt");
    }

    @Test
    void whenWritingFailsTheOldFileStaysAndNothingElseIsLeft() throws IOException {
        Path file = folder.resolve("a.txt");
        SafeWrite.bytes(file, new byte[] {1});
        assertThatThrownBy(() -> SafeWrite.stream(file, out -> {
            out.write(new byte[100_000]);
            throw new FileSystemException(file.toString(), null, "No space left on device");
        })).isInstanceOf(StorageFailed.class).hasMessage("Cannot write " + file + ": No space left on device.");
        assertThatThrownBy(() -> SafeWrite.stream(file, out -> {
            throw new Cancelled();
        })).isInstanceOf(Cancelled.class);
        assertThat(file).hasBinaryContent(new byte[] {1});
        assertThat(names()).containsExactly("a.txt");
    }

    @Test
    void aMissingFolderAndAnOccupiedNameAreNamed() throws IOException {
        Path missing = folder.resolve("no/such/a.txt");
        assertThatThrownBy(() -> SafeWrite.bytes(missing, new byte[1]))
                .isInstanceOf(StorageFailed.class).hasMessageContaining(missing.toString()).hasMessageContaining("folder does not exist");
        Path occupied = Files.createDirectory(folder.resolve("occupied"));
        Files.createFile(occupied.resolve("x"));
        assertThatThrownBy(() -> SafeWrite.bytes(occupied, new byte[1])).isInstanceOf(StorageFailed.class);
        assertThat(names()).containsExactly("occupied");
    }

    private String[] names() throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).toArray(String[]::new);
        }
    }
}
