package chladni.engine.weights;

import chladni.engine.tensor.Shape;
import java.nio.file.Path;

/// One tensor of a weight file: contiguous row-major little-endian numbers at `[offset, offset + length)` of `file`.
public record StoredTensor(String name, NumberType type, Shape shape, Path file, long offset) {
    /// Length in bytes.
    public long length() {
        return (long) shape.size() * type.bytes();
    }

    /// For messages: `conv_in.weight in unet/model.safetensors`.
    String where() {
        return name + " in " + file;
    }
}
