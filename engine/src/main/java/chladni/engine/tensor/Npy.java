package chladni.engine.tensor;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// NumPy's `.npy` files: magic, version, a Python dictionary as header, then the numbers.
///
/// Reads versions 1 to 3, little-endian, C or Fortran order, of the types in [NpyType]; everything becomes float32, so integers beyond
/// ±2²⁴ and doubles are rounded. Writes version 1, float32.
///
/// source: `numpy.lib.format`, "Format Version 1.0" to "3.0"
public final class Npy {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int ALIGNMENT = 64;
    private static final int LONGEST_HEADER = 1 << 20;
    private static final int LONGEST_ARRAY = Integer.MAX_VALUE - 8;
    private static final Pattern TYPE = Pattern.compile("'descr'\\s*:\\s*'([^']+)'");
    private static final Pattern FORTRAN = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
    private static final Pattern LENGTHS = Pattern.compile("'shape'\\s*:\\s*\\(([^)]*)\\)");

    private Npy() {}

    /// @throws IOException when the file cannot be read or is not such an array; the message says what is wrong
    public static Tensor read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in);
        } catch (EOFException e) {
            throw new IOException(file + " ends too early for the array that it announces", e);
        }
    }

    /// Reads one array and leaves the stream behind its last byte.
    public static Tensor read(InputStream in) throws IOException {
        byte[] start = exactly(in, MAGIC.length + 2);
        if (!Arrays.equals(start, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new IOException("not an .npy array: the first six bytes are not \\x93NUMPY");
        }
        int version = start[MAGIC.length];
        if (version < 1 || version > 3) {
            throw new IOException(".npy version " + version + " is not known; 1 to 3 are");
        }
        String header = new String(exactly(in, headerLength(in, version)),
                version == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
        NpyType type = NpyType.named(find(TYPE, header));
        Shape shape = shape(find(LENGTHS, header));
        float[] numbers = numbers(in, type, shape.size());
        return Tensor.of(shape, find(FORTRAN, header).equals("True") ? rowMajor(shape.toArray(), numbers) : numbers);
    }

    /// The array as a version 1 file, padded like NumPy's own so that the numbers start at a multiple of 64.
    public static byte[] bytes(Tensor tensor) {
        int[] lengths = tensor.shape().toArray();
        String tuple = Arrays.stream(lengths).mapToObj(Integer::toString).collect(Collectors.joining(", "));
        String header = "{'descr': '<f4', 'fortran_order': False, 'shape': (" + tuple + (lengths.length == 1 ? "," : "") + "), }";
        int before = MAGIC.length + 4;
        int padded = (before + header.length() + 1 + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT - before;
        ByteBuffer out = ByteBuffer.allocate(before + padded + tensor.size() * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        out.put(MAGIC).put((byte) 1).put((byte) 0).putShort((short) padded);
        out.put((header + " ".repeat(padded - 1 - header.length()) + "\n").getBytes(StandardCharsets.ISO_8859_1));
        out.asFloatBuffer().put(tensor.data());
        return out.array();
    }

    public static void write(Path file, Tensor tensor) throws IOException {
        Files.write(file, bytes(tensor));
    }

    private static int headerLength(InputStream in, int version) throws IOException {
        ByteBuffer length = ByteBuffer.wrap(exactly(in, version == 1 ? 2 : 4)).order(ByteOrder.LITTLE_ENDIAN);
        int bytes = version == 1 ? Short.toUnsignedInt(length.getShort()) : length.getInt();
        if (bytes < 0 || bytes > LONGEST_HEADER) {
            throw new IOException("an .npy header of " + Integer.toUnsignedString(bytes) + " bytes cannot be right");
        }
        return bytes;
    }

    private static Shape shape(String tuple) throws IOException {
        try {
            return Shape.of(Arrays.stream(tuple.split(",")).map(String::strip).filter(part -> !part.isEmpty())
                    .mapToInt(Integer::parseInt).toArray());
        } catch (IllegalArgumentException e) {
            throw new IOException(".npy shape (" + tuple + ") cannot be read: " + e.getMessage(), e);
        }
    }

    /// The stream reads in pieces, so a lying header costs no more memory than the stream really holds.
    private static float[] numbers(InputStream in, NpyType type, int size) throws IOException {
        long announced = (long) size * type.bytes();
        byte[] raw = in.readNBytes((int) Math.min(announced, LONGEST_ARRAY));
        if (raw.length < announced) {
            throw new EOFException("the array announces " + size + " numbers, the stream holds " + raw.length / type.bytes());
        }
        ByteBuffer buffer = ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN);
        float[] numbers = new float[size];
        for (int i = 0; i < size; i++) {
            numbers[i] = type.next(buffer);
        }
        return numbers;
    }

    /// From first axis fastest (Fortran order) to last axis fastest.
    private static float[] rowMajor(int[] lengths, float[] columnMajor) {
        float[] out = new float[columnMajor.length];
        int[] index = new int[lengths.length];
        for (int flat = 0; flat < out.length; flat++) {
            int from = 0;
            for (int axis = lengths.length - 1; axis >= 0; axis--) {
                from = from * lengths[axis] + index[axis];
            }
            out[flat] = columnMajor[from];
            for (int axis = lengths.length - 1; axis >= 0 && ++index[axis] == lengths[axis]; axis--) {
                index[axis] = 0;
            }
        }
        return out;
    }

    private static byte[] exactly(InputStream in, int count) throws IOException {
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw new EOFException("not an .npy array: it ends within its header");
        }
        return bytes;
    }

    private static String find(Pattern pattern, String header) throws IOException {
        Matcher matcher = pattern.matcher(header);
        if (!matcher.find()) {
            throw new IOException("not an .npy array: its header lacks " + pattern.pattern().split("'")[1]);
        }
        return matcher.group(1);
    }
}
