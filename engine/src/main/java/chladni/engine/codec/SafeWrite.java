package chladni.engine.codec;

import chladni.engine.failure.StorageFailed;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;

/// Writes a file whole or not at all: into a temporary file beside it, flushed to the disk, then renamed over it. Whatever
/// goes wrong, the old file stays as it was and the temporary one is removed.
public final class SafeWrite {
    private static final String PREFIX = ".chladni-";
    private static final String SUFFIX = ".part";

    private SafeWrite() {}

    /// Writes the content to a stream; need not close it.
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /// Writes the content to a channel in any order; for encoders that come back to correct their headers.
    @FunctionalInterface
    public interface ChannelContent {
        void writeTo(FileChannel channel) throws IOException;
    }

    /// @throws StorageFailed with the path and the reason (disk full, no permission, no such folder)
    public static void bytes(Path file, byte[] content) {
        stream(file, out -> out.write(content));
    }

    /// @throws StorageFailed with the path and the reason
    public static void stream(Path file, Content content) {
        channel(file, channel -> {
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
            content.writeTo(out);
            out.flush();
        });
    }

    /// @throws StorageFailed with the path and the reason
    public static void channel(Path file, ChannelContent content) {
        Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElseThrow(
                () -> new StorageFailed("Cannot write " + file + ": it is not a file name."));
        Path temporary = folder.resolve(PREFIX + UUID.randomUUID() + SUFFIX);
        try {
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                content.writeTo(channel);
                channel.force(true);
            }
            rename(temporary, file.toAbsolutePath());
        } catch (IOException e) {
            throw new StorageFailed("Cannot write " + file + ": " + reason(e) + ".", e);
        } finally {
            remove(temporary);
        }
    }

    private static void rename(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void remove(Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            // The write has failed already, with a better reason than this one.
            temporary.toFile().deleteOnExit();
        }
    }

    /// What went wrong, for people: "No space left on device".
    public static String reason(IOException e) {
        if (e.getCause() instanceof IOException deeper) {
            return reason(deeper); // encoders wrap what the disk said
        }
        return switch (e) {
            case NoSuchFileException missing -> "the folder does not exist";
            case AccessDeniedException denied -> "permission denied";
            case FileSystemException failed when failed.getReason() != null -> failed.getReason();
            default -> Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName());
        };
    }
}
