package chladni.engine.weights;

import java.util.Optional;

/// How one number is stored in a weight file.
public enum NumberType {
    F64(8, "double"),
    F32(4, "float"),
    F16(2, "half"),
    BF16(2, "bfloat16"),
    I64(8, "long"),
    I32(4, "int"),
    I16(2, "short"),
    I8(1, "char"),
    U8(1, "byte"),
    BOOL(1, "bool");

    private final int bytes;
    private final String torchName;

    NumberType(int bytes, String torchName) {
        this.bytes = bytes;
        this.torchName = torchName;
    }

    /// Bytes per number.
    public int bytes() {
        return bytes;
    }

    public boolean isFloating() {
        return this == F64 || this == F32 || this == F16 || this == BF16;
    }

    /// PyTorch's name, as in `torch.HalfStorage`, in lower case.
    String torchName() {
        return torchName;
    }

    /// The type a safetensors header calls `name`; empty for kinds (such as 8-bit floats) that no supported model uses.
    static Optional<NumberType> ofSafetensors(String name) {
        for (NumberType type : values()) {
            if (type.name().equals(name)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
