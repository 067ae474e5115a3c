package chladni.engine.tensor;

import java.util.Arrays;
import java.util.stream.Collectors;

/// The lengths of a tensor's axes, outermost first: `[n, c, h, w]` for pictures and latents, `[b, l, d]` for text states.
public final class Shape {
    private final int[] lengths;

    private Shape(int[] lengths) {
        this.lengths = lengths;
    }

    /// @throws IllegalArgumentException when a length is negative or the size does not fit an array
    public static Shape of(int... lengths) {
        long size = 1;
        for (int length : lengths) {
            if (length < 0) {
                throw new IllegalArgumentException("a shape's lengths must not be negative: " + Arrays.toString(lengths));
            }
            size *= length;
            if (size > Integer.MAX_VALUE) {
                throw new IllegalArgumentException("a shape of " + Arrays.toString(lengths) + " is too large for one array");
            }
        }
        return new Shape(lengths.clone());
    }

    public static Shape of(long[] lengths) {
        return of(Arrays.stream(lengths).mapToInt(Math::toIntExact).toArray());
    }

    public int rank() {
        return lengths.length;
    }

    /// The length of an axis; negative axes count from the end, as in NumPy.
    public int length(int axis) {
        return lengths[axis < 0 ? axis + lengths.length : axis];
    }

    /// Number of elements; 1 for a scalar.
    public int size() {
        int size = 1;
        for (int length : lengths) {
            size *= length;
        }
        return size;
    }

    public Shape with(int axis, int length) {
        int[] changed = lengths.clone();
        changed[axis < 0 ? axis + lengths.length : axis] = length;
        return of(changed);
    }

    public int[] toArray() {
        return lengths.clone();
    }

    public long[] toLongArray() {
        return Arrays.stream(lengths).asLongStream().toArray();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Shape shape && Arrays.equals(lengths, shape.lengths);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(lengths);
    }

    /// As in the papers: `[1, 4, 32, 128]`.
    @Override
    public String toString() {
        return Arrays.stream(lengths).mapToObj(Integer::toString).collect(Collectors.joining(", ", "[", "]"));
    }
}
