package chladni.engine.codec;

import chladni.engine.failure.BadInput;
import chladni.engine.media.Sound;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads one WAV file chunk by chunk. Memory is only taken for bytes that the file really has, whatever its chunks claim.
final class WavReader implements Closeable {
    private static final int FIRST_CHUNK = 12;
    private static final int MOST_CHUNKS = 10_000;
    private static final int LONGEST_TEXT = 4 << 20;
    private static final int BLOCKS_AT_ONCE = 4096;
    /// What programs write that do not know the length yet, and never come back to correct it.
    private static final long STREAMED = 0xFFFF_FFFFL;
    private static final int LOOP_COUNT_AT = 28;
    private static final int LOOP_START_AT = 44;

    private final String name;
    private final FileChannel channel;
    private final long size;
    private @Nullable WavFormat format;
    private long dataAt = -1;
    private long dataBytes;
    private Optional<String> comment = Optional.empty();
    private Optional<String> recipe = Optional.empty();
    private Optional<Loop> loop = Optional.empty();

    WavReader(Path file) throws IOException {
        name = file.toString();
        channel = FileChannel.open(file);
        size = channel.size();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /// Empty when the samples are compressed, or the file is of the 64-bit variant.
    Optional<SoundContents> read() throws IOException {
        if (!text(bytes(0, 4), 4).equals("RIFF")) {
            return Optional.empty();
        }
        long at = FIRST_CHUNK;
        for (int chunk = 0; at + 8 <= size; chunk++) {
            if (chunk == MOST_CHUNKS) {
                throw new BadInput(name + " is broken: it has more than " + MOST_CHUNKS + " chunks.");
            }
            ByteBuffer head = bytes(at, 8);
            String id = text(head, 4);
            long length = Integer.toUnsignedLong(head.getInt(4));
            at += 8;
            chunk(id, at, length);
            at += length + length % 2;
        }
        return contents();
    }

    private void chunk(String id, long at, long length) throws IOException {
        long present = Math.min(length, size - at);
        switch (id) {
            case "fmt " -> {
                require(present >= WavFormat.SHORTEST, at + WavFormat.SHORTEST);
                format = WavFormat.parse(bytes(at, (int) Math.min(present, WavFormat.LONGEST)), name);
            }
            case "data" -> {
                require(present == length || length == STREAMED, at + length);
                dataAt = at;
                dataBytes = present;
            }
            case "LIST" -> info(bytes(at, (int) Math.min(present, LONGEST_TEXT)));
            case "smpl" -> sampler(bytes(at, (int) Math.min(present, LOOP_START_AT + 8)));
            case WavWriter.RECIPE_CHUNK -> {
                if (present == length && length <= LONGEST_TEXT) {
                    recipe = Optional.of(text(bytes(at, (int) length), (int) length));
                }
            }
            default -> { } // of no use here
        }
    }

    private void info(ByteBuffer list) {
        if (list.limit() < 4 || !text(list, 4).equals("INFO")) {
            return;
        }
        list.position(4);
        while (list.remaining() >= 8) {
            String id = text(list, 4);
            list.position(list.position() + 4);
            int length = list.getInt();
            if (length < 0 || length > list.remaining()) {
                return;
            }
            if (id.equals("ICMT")) {
                comment = Optional.of(text(list, length).replaceAll("\0+$", ""));
            }
            list.position(Math.min(list.limit(), list.position() + length + length % 2));
        }
    }

    private void sampler(ByteBuffer chunk) {
        if (chunk.limit() >= LOOP_START_AT + 8 && chunk.getInt(LOOP_COUNT_AT) > 0) {
            int start = chunk.getInt(LOOP_START_AT);
            int end = chunk.getInt(LOOP_START_AT + 4);
            if (start >= 0 && end >= start) {
                loop = Optional.of(new Loop(start, end));
            }
        }
    }

    private Optional<SoundContents> contents() throws IOException {
        WavFormat found = format;
        if (found == null) {
            throw new BadInput(name + " is a WAV file without a format; it ends at byte " + size + ".");
        }
        if (found.isCompressed()) {
            return Optional.empty();
        }
        SampleCoding coding = found.coding().orElseThrow(() -> new BadInput(
                name + " claims samples of " + 8 * found.sampleBytes() + " bits, which do not exist; it is broken."));
        if (dataAt < 0) {
            throw new BadInput(name + " is a WAV file without sound data; it ends at byte " + size + ".");
        }
        return Optional.of(new SoundContents(samples(found, coding), comment, recipe, loop));
    }

    private Sound samples(WavFormat format, SampleCoding coding) throws IOException {
        int block = format.blockBytes();
        long frames = dataBytes / block;
        SoundLimits.checkLength(frames, format.channels(), format.sampleRate(), name);
        float[][] channels = new float[format.channels()][(int) frames];
        for (int frame = 0; frame < frames; frame += BLOCKS_AT_ONCE) {
            int count = (int) Math.min(BLOCKS_AT_ONCE, frames - frame);
            ByteBuffer bytes = bytes(dataAt + (long) frame * block, count * block);
            for (int i = 0; i < count; i++) {
                for (float[] samples : channels) {
                    samples[frame + i] = coding.next(bytes);
                }
            }
        }
        return new Sound(format.sampleRate(), channels);
    }

    private void require(boolean present, long needed) {
        if (!present) {
            throw new BadInput(name + " is cut short: it ends at byte " + size + ", its contents should reach byte " + needed + ".");
        }
    }

    /// The bytes at a place, fewer when the file shrinks meanwhile.
    private ByteBuffer bytes(long at, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, at + buffer.position()) < 0) {
                throw new BadInput(name + " is cut short: it ends at byte " + (at + buffer.position()) + ".");
            }
        }
        return buffer.flip();
    }

    /// From the buffer's position, which stays.
    private static String text(ByteBuffer bytes, int length) {
        return new String(bytes.array(), bytes.position(), length, StandardCharsets.UTF_8);
    }
}
