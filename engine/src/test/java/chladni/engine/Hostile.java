package chladni.engine;

import static org.assertj.core.api.Assertions.assertThat;

import chladni.engine.failure.ChladniFailure;
import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

/// Damaged files for fuzzing, and what must hold of whoever reads them: an answer or one of our failures, in reasonable time, without
/// allocating more than the file's length warrants.
public final class Hostile {
    /// Reading JSON and pickles costs a multiple of the file; what must not happen is an allocation that a header merely claims.
    private static final long PER_BYTE = 200;
    private static final long ALWAYS = 4L << 20;
    private static final long CPU_NANOS = 3_000_000_000L;
    private static final String[] NUMBERS = {"-1", "0", "1", "3", "2147483647", "2147483648", "9223372036854775807", "99999999999999999999", "1e308",
        "1e99999", "0.5", "NaN", "\"\"", "null", "[]", "{}", "true"};

    private Hostile() {}

    /// `valid` with one to six things wrong with it.
    public static byte[] damaged(byte[] valid, long seed) {
        Random random = new Random(seed);
        byte[] bytes = valid;
        for (int edits = 1 + random.nextInt(6); edits > 0 && bytes.length > 0; edits--) {
            bytes = edited(bytes, random);
        }
        return bytes;
    }

    public static String damaged(String valid, long seed) {
        return new String(damaged(valid.getBytes(StandardCharsets.UTF_8), seed), StandardCharsets.UTF_8);
    }

    private static byte[] edited(byte[] bytes, Random random) {
        int at = random.nextInt(bytes.length);
        int end = Math.min(bytes.length, at + 1 + random.nextInt(12));
        return switch (random.nextInt(8)) {
            case 0 -> withByte(bytes, at, bytes[at] ^ 1 << random.nextInt(8));
            case 1 -> withByte(bytes, at, random.nextInt());
            case 2 -> withByte(bytes, at, new int[] {0, 0x7F, 0x80, 0xFF}[random.nextInt(4)]);
            case 3 -> replaced(bytes, at, end, new byte[0]);
            case 4 -> Arrays.copyOf(bytes, at);
            case 5 -> replaced(bytes, at, at, Arrays.copyOfRange(bytes, random.nextInt(at + 1), end));
            case 6 -> withNumber(bytes, at, NUMBERS[random.nextInt(NUMBERS.length)]);
            default -> replaced(bytes, at, end, random.ints(end - at, 0, 256).collect(ByteArrayOutputStream::new, ByteArrayOutputStream::write,
                    (a, b) -> a.writeBytes(b.toByteArray())).toByteArray());
        };
    }

    private static byte[] withByte(byte[] bytes, int at, int value) {
        byte[] changed = bytes.clone();
        changed[at] = (byte) value;
        return changed;
    }

    /// Replaces the next number in decimal digits.
    private static byte[] withNumber(byte[] bytes, int from, String number) {
        int start = from;
        while (start < bytes.length && !Character.isDigit(bytes[start])) {
            start++;
        }
        int end = start;
        while (end < bytes.length && Character.isDigit(bytes[end])) {
            end++;
        }
        return replaced(bytes, start, end, number.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] replaced(byte[] bytes, int from, int to, byte[] by) {
        byte[] changed = new byte[bytes.length - (to - from) + by.length];
        System.arraycopy(bytes, 0, changed, 0, from);
        System.arraycopy(by, 0, changed, from, by.length);
        System.arraycopy(bytes, to, changed, from + by.length, bytes.length - to);
        return changed;
    }

    /// Runs `reading`, which may fail only as [ChladniFailure]. What costs too much the first time gets a second chance: a class that is
    /// loaded, or compiled, or made to wait for both, costs what no file is to blame for.
    public static void survives(long length, Runnable reading) {
        if (!isCheap(length, reading)) {
            assertThat(isCheap(length, reading)).as("within %d bytes for a file of %d and 3 s of processor time", allowed(length), length).isTrue();
        }
    }

    private static boolean isCheap(long length, Runnable reading) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long bytes = threads.getCurrentThreadAllocatedBytes();
        long nanos = threads.getCurrentThreadCpuTime();
        try {
            reading.run();
        } catch (ChladniFailure refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
        return threads.getCurrentThreadAllocatedBytes() - bytes < allowed(length) && threads.getCurrentThreadCpuTime() - nanos < CPU_NANOS;
    }

    private static long allowed(long length) {
        return ALWAYS + PER_BYTE * length;
    }

    /// A file of this content that lives as long as the tests.
    public static Path file(Path file, byte[] content) {
        try {
            Files.createDirectories(file.getParent());
            return Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A folder for one fuzz test's files.
    public static Path folder(String name) {
        try {
            Path folder = Files.createTempDirectory("chladni-fuzz-" + name);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (var walk = Files.walk(folder)) {
            for (Path path : walk.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
