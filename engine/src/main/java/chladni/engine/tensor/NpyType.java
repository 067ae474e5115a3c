package chladni.engine.tensor;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.stream.Collectors;

/// The number types that [Npy] reads, by their NumPy type string.
enum NpyType {
    FLOAT16("<f2", 2),
    FLOAT32("<f4", 4),
    FLOAT64("<f8", 8),
    INT32("<i4", 4),
    INT64("<i8", 8),
    UINT8("|u1", 1),
    BOOL("|b1", 1);

    private final String code;
    private final int bytes;

    NpyType(String code, int bytes) {
        this.code = code;
        this.bytes = bytes;
    }

    static NpyType named(String code) throws IOException {
        for (NpyType type : values()) {
            if (type.code.equals(code)) {
                return type;
            }
        }
        throw new IOException(".npy type " + code + " cannot be read; these can: "
                + Arrays.stream(values()).map(type -> type.code).collect(Collectors.joining(" ")));
    }

    int bytes() {
        return bytes;
    }

    float next(ByteBuffer in) {
        return switch (this) {
            case FLOAT16 -> Float.float16ToFloat(in.getShort());
            case FLOAT32 -> in.getFloat();
            case FLOAT64 -> (float) in.getDouble();
            case INT32 -> in.getInt();
            case INT64 -> in.getLong();
            case UINT8 -> in.get() & 0xFF;
            case BOOL -> in.get() == 0 ? 0 : 1;
        };
    }
}
