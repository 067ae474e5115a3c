package chladni.engine.codec;

import java.nio.ByteBuffer;

/// How samples are stored in the WAV files that we write.
public enum WavEncoding {
    PCM_16(1, 2),
    PCM_24(1, 3),
    /// Nothing is rounded or clipped.
    FLOAT_32(3, 4);

    private final int tag;
    private final int bytes;

    WavEncoding(int tag, int bytes) {
        this.tag = tag;
        this.bytes = bytes;
    }

    /// WAVE_FORMAT_PCM or WAVE_FORMAT_IEEE_FLOAT.
    int tag() {
        return tag;
    }

    int bytes() {
        return bytes;
    }

    /// 1 is the first number that does not fit: 32768 of 16 bits. Reading divides by the same, so what was read is written
    /// again bit for bit.
    public void write(float sample, ByteBuffer out) {
        switch (this) {
            case PCM_16 -> out.putShort((short) rounded(sample, 1 << 15));
            case PCM_24 -> {
                int value = rounded(sample, 1 << 23);
                out.putShort((short) value).put((byte) (value >> 16));
            }
            case FLOAT_32 -> out.putFloat(sample);
        }
    }

    private static int rounded(float sample, int scale) {
        return Math.clamp(Math.round((double) sample * scale), -scale, scale - 1);
    }
}
