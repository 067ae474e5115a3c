package chladni.engine.codec;

import java.nio.ByteBuffer;

/// How samples are stored in the WAV files that we read: little-endian, full scale at the largest number.
enum SampleCoding {
    UNSIGNED_8(1),
    PCM_16(2),
    PCM_24(3),
    PCM_32(4),
    FLOAT_32(4),
    FLOAT_64(8);

    private final int bytes;

    SampleCoding(int bytes) {
        this.bytes = bytes;
    }

    int bytes() {
        return bytes;
    }

    float next(ByteBuffer in) {
        return switch (this) {
            case UNSIGNED_8 -> ((in.get() & 0xFF) - 128) / 128f;
            case PCM_16 -> in.getShort() / 32_768f;
            case PCM_24 -> ((in.getShort() & 0xFFFF) | in.get() << 16) / 8_388_608f;
            case PCM_32 -> (float) (in.getInt() / 2_147_483_648.0);
            case FLOAT_32 -> in.getFloat();
            case FLOAT_64 -> (float) in.getDouble();
        };
    }
}
