package chladni.engine.take;

import chladni.engine.codec.WavEncoding;
import chladni.engine.media.Sound;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Tells whether two takes sound the same, sample for sample.
public final class SoundHash {
    private SoundHash() {}

    /// SHA-256 of the samples in 16 bits, little-endian, channel by channel: the bytes of the data chunk of a take's `sound.wav`.
    public static String of(Sound sound) {
        float[] samples = sound.mono().channels()[0];
        ByteBuffer bytes = ByteBuffer.allocate(2 * samples.length).order(ByteOrder.LITTLE_ENDIAN);
        for (float sample : samples) {
            WavEncoding.PCM_16.write(sample, bytes);
        }
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.array()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
