package chladni.engine.codec;

import chladni.engine.failure.BadInput;
import java.nio.ByteBuffer;
import java.util.Optional;

/// The `fmt ` chunk.
///
/// @param tag 1 PCM, 3 float, others are compressed; for WAVE_FORMAT_EXTENSIBLE that of its sub-format
/// @param sampleBytes bytes that one sample of one channel takes
record WavFormat(int tag, int channels, int sampleRate, int sampleBytes) {
    static final int SHORTEST = 16;
    static final int LONGEST = 40;

    private static final int PCM = 1;
    private static final int FLOAT = 3;
    private static final int EXTENSIBLE = 0xFFFE;
    private static final int SUB_FORMAT_AT = 24;

    static WavFormat parse(ByteBuffer chunk, String file) {
        int tag = Short.toUnsignedInt(chunk.getShort());
        int channels = Short.toUnsignedInt(chunk.getShort());
        int sampleRate = chunk.getInt();
        chunk.getInt(); // bytes a second follow from the others
        chunk.getShort(); // so does the block
        int bits = Short.toUnsignedInt(chunk.getShort());
        if (tag == EXTENSIBLE && chunk.limit() >= LONGEST) {
            tag = Short.toUnsignedInt(chunk.getShort(SUB_FORMAT_AT));
        }
        if (channels < 1 || channels > SoundLimits.MOST_CHANNELS) {
            throw new BadInput(file + " claims to have " + channels + " channels; 1 to " + SoundLimits.MOST_CHANNELS + " can be read.");
        }
        SoundLimits.checkRate(sampleRate, file);
        return new WavFormat(tag, channels, sampleRate, (bits + 7) / 8);
    }

    int blockBytes() {
        return channels * sampleBytes;
    }

    boolean isCompressed() {
        return tag != PCM && tag != FLOAT;
    }

    /// Empty when samples of this size do not exist.
    Optional<SampleCoding> coding() {
        if (tag == FLOAT) {
            return switch (sampleBytes) {
                case 4 -> Optional.of(SampleCoding.FLOAT_32);
                case 8 -> Optional.of(SampleCoding.FLOAT_64);
                default -> Optional.empty();
            };
        }
        return switch (sampleBytes) {
            case 1 -> Optional.of(SampleCoding.UNSIGNED_8);
            case 2 -> Optional.of(SampleCoding.PCM_16);
            case 3 -> Optional.of(SampleCoding.PCM_24);
            case 4 -> Optional.of(SampleCoding.PCM_32);
            default -> Optional.empty();
        };
    }
}
