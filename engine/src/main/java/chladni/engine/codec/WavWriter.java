package chladni.engine.codec;

import chladni.engine.media.Sound;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// One WAV file in memory: `fmt `, (`fact`), `data`, then what a plain player skips: `smpl`, `LIST`, `chLd`.
final class WavWriter {
    static final String RECIPE_CHUNK = "chLd";

    private static final int CHUNK_HEAD = 8;
    private static final int FORMAT_BYTES = 16;
    private static final int FLOAT_FORMAT_BYTES = 18;
    private static final int SAMPLER_BYTES = 60;
    private static final int UNITY_NOTE = 60;

    private final SoundContents contents;
    private final Sound sound;
    private final WavEncoding encoding;
    private final byte[] comment;
    private final byte[] recipe;

    WavWriter(SoundContents contents, WavEncoding encoding) {
        this.contents = contents;
        this.encoding = encoding;
        sound = contents.sound();
        // Text in INFO ends with a zero byte.
        comment = contents.comment().map(words -> (words + "\0").getBytes(StandardCharsets.UTF_8)).orElse(new byte[0]);
        recipe = contents.recipe().map(json -> json.getBytes(StandardCharsets.UTF_8)).orElse(new byte[0]);
    }

    byte[] bytes() {
        int block = encoding.bytes() * sound.channels().length;
        int data = Math.multiplyExact(block, sound.length());
        ByteBuffer out = ByteBuffer.allocate(size(data)).order(ByteOrder.LITTLE_ENDIAN);
        out.put(ascii("RIFF")).putInt(out.capacity() - CHUNK_HEAD).put(ascii("WAVE"));
        putFormat(out, block);
        out.put(ascii("data")).putInt(data);
        for (int i = 0; i < sound.length(); i++) {
            for (float[] channel : sound.channels()) {
                encoding.write(channel[i], out);
            }
        }
        pad(out);
        contents.loop().ifPresent(loop -> putLoop(out, loop));
        if (comment.length > 0) {
            out.put(ascii("LIST")).putInt(4 + CHUNK_HEAD + even(comment.length)).put(ascii("INFO"));
            putChunk(out, "ICMT", comment);
        }
        if (recipe.length > 0) {
            putChunk(out, RECIPE_CHUNK, recipe);
        }
        return out.array();
    }

    private boolean isFloat() {
        return encoding == WavEncoding.FLOAT_32;
    }

    private int size(int data) {
        int size = 12 + CHUNK_HEAD + (isFloat() ? FLOAT_FORMAT_BYTES + CHUNK_HEAD + 4 : FORMAT_BYTES);
        size += contents.loop().isPresent() ? CHUNK_HEAD + SAMPLER_BYTES : 0;
        size += comment.length > 0 ? CHUNK_HEAD + 4 + CHUNK_HEAD + even(comment.length) : 0;
        size += recipe.length > 0 ? CHUNK_HEAD + even(recipe.length) : 0;
        return Math.addExact(size, CHUNK_HEAD + even(data));
    }

    private void putFormat(ByteBuffer out, int block) {
        out.put(ascii("fmt ")).putInt(isFloat() ? FLOAT_FORMAT_BYTES : FORMAT_BYTES);
        out.putShort((short) encoding.tag()).putShort((short) sound.channels().length);
        out.putInt(sound.sampleRate()).putInt(sound.sampleRate() * block);
        out.putShort((short) block).putShort((short) (8 * encoding.bytes()));
        if (isFloat()) {
            // Everything but PCM has an extension, here empty, and a count of samples.
            out.putShort((short) 0).put(ascii("fact")).putInt(4).putInt(sound.length());
        }
    }

    private void putLoop(ByteBuffer out, Loop loop) {
        out.put(ascii("smpl")).putInt(SAMPLER_BYTES);
        out.putInt(0).putInt(0).putInt(1_000_000_000 / sound.sampleRate()); // maker, product, ns per sample
        out.putInt(UNITY_NOTE).putInt(0).putInt(0).putInt(0).putInt(1).putInt(0); // note, fraction, SMPTE ×2, loops, extra
        out.putInt(0).putInt(0).putInt(loop.start()).putInt(loop.end()).putInt(0).putInt(0); // id, forward, …, for ever
    }

    private static void putChunk(ByteBuffer out, String id, byte[] content) {
        out.put(ascii(id)).putInt(content.length).put(content);
        pad(out);
    }

    private static void pad(ByteBuffer out) {
        if (out.position() % 2 != 0) {
            out.put((byte) 0);
        }
    }

    private static int even(int length) {
        return Math.addExact(length, length % 2);
    }

    private static byte[] ascii(String id) {
        return id.getBytes(StandardCharsets.US_ASCII);
    }
}
