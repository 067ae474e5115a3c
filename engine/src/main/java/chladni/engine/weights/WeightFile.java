package chladni.engine.weights;

import chladni.engine.failure.PackBroken;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.Map;
import java.util.SequencedMap;

/// The table of tensors of one published weight file. Only the table is read; the numbers stay where they are.
public record WeightFile(Path file, Map<String, StoredTensor> tensors) {
    private static final int ZIP_MAGIC = 0x04034b50; // "PK\3\4", little-endian
    private static final int PICKLE_PROTOCOL_2 = 0x0280;

    WeightFile(Path file, SequencedMap<String, StoredTensor> tensors) {
        this(file, Collections.unmodifiableMap(tensors));
    }

    /// Reads a `.safetensors` file or a PyTorch zip archive, told apart by their first bytes and not by their names.
    ///
    /// @throws PackBroken when the file is missing, truncated, of another kind, or its table contradicts its length
    public static WeightFile open(Path named) {
        Path file = real(named);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            if (channel.size() < 8) {
                throw new PackBroken(file + " is only " + channel.size() + " bytes long: it is not a weight file, or its download stopped early.");
            }
            int magic = read(channel, 0, 4).getInt();
            if (magic == ZIP_MAGIC) {
                return TorchArchive.read(file, channel);
            }
            if ((magic & 0xFFFF) == PICKLE_PROTOCOL_2) {
                throw new PackBroken(file + " is in PyTorch's old format from before version 1.6, which cannot be read in place. "
                        + "Download the model's .safetensors file, or save it anew with a current PyTorch.");
            }
            return Safetensors.read(file, channel);
        } catch (EOFException e) {
            throw new PackBroken(file + " is truncated: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new PackBroken(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    // Links are followed here once: download caches keep their files as links to another folder.
    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException e) {
            throw new PackBroken(file + " is missing or cannot be read.", e);
        }
    }

    /// Exactly `length` bytes at `offset`, little-endian.
    static ByteBuffer read(FileChannel channel, long offset, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, offset + bytes.position()) < 0) {
                throw new EOFException("it ends inside the " + length + " bytes at " + offset + ".");
            }
        }
        return bytes.flip();
    }
}
