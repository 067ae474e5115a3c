package chladni.engine.weights;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import chladni.engine.failure.PackBroken;
import chladni.engine.tensor.Tensor;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Looks at the numbers themselves, through a mapping of the file: for the few weights that must be changed before a graph
/// can use them, and to find numbers that are none.
public final class TensorReader {
    private static final ValueLayout.OfShort SHORT = JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfInt INT = JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfLong LONG = JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfFloat FLOAT = JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfDouble DOUBLE = JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private TensorReader() {}

    /// The numbers as float32.
    public static Tensor read(StoredTensor stored) {
        try (FileChannel channel = FileChannel.open(stored.file(), StandardOpenOption.READ); Arena arena = Arena.ofConfined()) {
            MemorySegment bytes = channel.map(MapMode.READ_ONLY, stored.offset(), stored.length(), arena);
            float[] numbers = new float[stored.shape().size()];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = number(stored.type(), bytes, i);
            }
            return Tensor.of(stored.shape(), numbers);
        } catch (IOException e) {
            throw new PackBroken(stored.file() + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static float number(NumberType type, MemorySegment bytes, int i) {
        return switch (type) {
            case F64 -> (float) bytes.get(DOUBLE, 8L * i);
            case F32 -> bytes.get(FLOAT, 4L * i);
            case F16 -> Float.float16ToFloat(bytes.get(SHORT, 2L * i));
            case BF16 -> Float.intBitsToFloat(bytes.get(SHORT, 2L * i) << 16);
            case I64 -> bytes.get(LONG, 8L * i);
            case I32 -> bytes.get(INT, 4L * i);
            case I16 -> bytes.get(SHORT, 2L * i);
            case I8 -> bytes.get(JAVA_BYTE, i);
            case U8, BOOL -> bytes.get(JAVA_BYTE, i) & 0xFF;
        };
    }

    /// Looks through all floating-point numbers, about a second per 2 GB.
    ///
    /// @throws PackBroken naming the first tensor that holds a NaN or an infinity
    public static void requireFinite(Collection<StoredTensor> tensors) {
        Map<java.nio.file.Path, List<StoredTensor>> byFile = tensors.stream().collect(Collectors.groupingBy(StoredTensor::file));
        byFile.forEach((file, inFile) -> {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ); Arena arena = Arena.ofConfined()) {
                MemorySegment all = channel.map(MapMode.READ_ONLY, 0, channel.size(), arena);
                for (StoredTensor tensor : inFile) {
                    if (!isFinite(tensor.type(), all.asSlice(tensor.offset(), tensor.length()))) {
                        throw new PackBroken("Tensor " + tensor.where() + " holds a NaN or an infinity: the file is damaged, or its training failed.");
                    }
                }
            } catch (IOException e) {
                throw new PackBroken(file + " cannot be read: " + e.getMessage(), e);
            }
        });
    }

    // A number is NaN or infinite when all bits of its exponent are set.
    private static boolean isFinite(NumberType type, MemorySegment bytes) {
        return switch (type) {
            case F64 -> finiteDoubles(bytes);
            case F32 -> finiteFloats(bytes);
            case F16 -> finiteShorts(bytes, 0x7C00);
            case BF16 -> finiteShorts(bytes, 0x7F80);
            case I64, I32, I16, I8, U8, BOOL -> true;
        };
    }

    private static boolean finiteDoubles(MemorySegment bytes) {
        long exponent = 0x7FF0_0000_0000_0000L;
        for (long at = 0; at < bytes.byteSize(); at += 8) {
            if ((bytes.get(LONG, at) & exponent) == exponent) {
                return false;
            }
        }
        return true;
    }

    private static boolean finiteFloats(MemorySegment bytes) {
        int exponent = 0x7F80_0000;
        for (long at = 0; at < bytes.byteSize(); at += 4) {
            if ((bytes.get(INT, at) & exponent) == exponent) {
                return false;
            }
        }
        return true;
    }

    private static boolean finiteShorts(MemorySegment bytes, int exponent) {
        for (long at = 0; at < bytes.byteSize(); at += 2) {
            if ((bytes.get(SHORT, at) & exponent) == exponent) {
                return false;
            }
        }
        return true;
    }
}
