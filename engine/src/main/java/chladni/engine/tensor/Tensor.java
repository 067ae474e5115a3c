package chladni.engine.tensor;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/// A dense float32 array in row-major order. A tensor is a value: nothing changes its numbers once it has been handed out,
/// so methods that compute return a new one and callers may share it between threads.
public final class Tensor {
    private final Shape shape;
    private final float[] data;

    private Tensor(Shape shape, float[] data) {
        if (shape.size() != data.length) {
            throw new IllegalArgumentException("a tensor of shape " + shape + " holds " + shape.size() + " numbers, not " + data.length);
        }
        this.shape = shape;
        this.data = data;
    }

    /// Takes the array over without copying it; the caller must not write to it afterwards.
    public static Tensor of(Shape shape, float[] data) {
        return new Tensor(shape, data);
    }

    public static Tensor zeros(Shape shape) {
        return new Tensor(shape, new float[shape.size()]);
    }

    public static Tensor filled(Shape shape, float value) {
        float[] data = new float[shape.size()];
        Arrays.fill(data, value);
        return new Tensor(shape, data);
    }

    public static Tensor scalar(float value) {
        return new Tensor(Shape.of(new int[0]), new float[] {value});
    }

    public Shape shape() {
        return shape;
    }

    public int size() {
        return data.length;
    }

    /// The numbers themselves, not a copy: read only.
    public float[] data() {
        return data;
    }

    public float at(int... index) {
        int flat = 0;
        for (int axis = 0; axis < index.length; axis++) {
            flat = flat * shape.length(axis) + index[axis];
        }
        return data[flat];
    }

    /// The same numbers under another shape of equal size.
    public Tensor reshape(int... lengths) {
        return new Tensor(Shape.of(lengths), data);
    }

    public Tensor map(DoubleUnaryOperator f) {
        float[] out = new float[data.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (float) f.applyAsDouble(data[i]);
        }
        return new Tensor(shape, out);
    }

    /// `a · this + b · other`, each product and the sum rounded to float32 as PyTorch does.
    public Tensor scaledPlus(float a, Tensor other, float b) {
        requireSameShape(other);
        float[] out = new float[data.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = a * data[i] + b * other.data[i];
        }
        return new Tensor(shape, out);
    }

    public Tensor plus(Tensor other) {
        return scaledPlus(1f, other, 1f);
    }

    public Tensor minus(Tensor other) {
        return scaledPlus(1f, other, -1f);
    }

    public Tensor times(float factor) {
        float[] out = new float[data.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = data[i] * factor;
        }
        return new Tensor(shape, out);
    }

    public Tensor clamp(float low, float high) {
        float[] out = new float[data.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = Math.clamp(data[i], low, high);
        }
        return new Tensor(shape, out);
    }

    /// Row `index` of the first axis, kept as an axis of length one: `[b, …] → [1, …]`.
    public Tensor row(int index) {
        int rowSize = data.length / shape.length(0);
        return new Tensor(shape.with(0, 1), Arrays.copyOfRange(data, index * rowSize, (index + 1) * rowSize));
    }

    /// Channels `from` to `to` (exclusive): `[n, c, …] → [n, to − from, …]`.
    public Tensor channels(int from, int to) {
        if (from == 0 && to == shape.length(1)) {
            return this;
        }
        Shape cut = shape.with(1, to - from);
        int whole = data.length / shape.length(0);
        int plane = whole / shape.length(1);
        float[] out = new float[cut.size()];
        for (int n = 0; n < shape.length(0); n++) {
            System.arraycopy(data, n * whole + from * plane, out, n * (to - from) * plane, (to - from) * plane);
        }
        return new Tensor(cut, out);
    }

    /// Joins along the second axis: `[n, c, …]` and `[n, d, …] → [n, c + d, …]`.
    public Tensor withChannels(Tensor more) {
        if (!more.shape.with(1, 1).equals(shape.with(1, 1))) {
            throw new IllegalArgumentException("cannot put the channels of " + more.shape + " behind those of " + shape);
        }
        Shape joined = shape.with(1, shape.length(1) + more.shape.length(1));
        int own = data.length / shape.length(0);
        int added = more.data.length / shape.length(0);
        float[] out = new float[joined.size()];
        for (int n = 0; n < shape.length(0); n++) {
            System.arraycopy(data, n * own, out, n * (own + added), own);
            System.arraycopy(more.data, n * added, out, n * (own + added) + own, added);
        }
        return new Tensor(joined, out);
    }

    /// Joins along the first axis: `k × [1, …] → [k, …]`.
    public static Tensor stack(List<Tensor> rows) {
        Tensor first = rows.getFirst();
        int total = 0;
        for (Tensor row : rows) {
            if (!row.shape.with(0, 1).equals(first.shape.with(0, 1))) {
                throw new IllegalArgumentException("cannot stack " + row.shape + " on " + first.shape);
            }
            total += row.shape.length(0);
        }
        float[] out = new float[first.size() / first.shape.length(0) * total];
        int at = 0;
        for (Tensor row : rows) {
            System.arraycopy(row.data, 0, out, at, row.data.length);
            at += row.data.length;
        }
        return new Tensor(first.shape.with(0, total), out);
    }

    public boolean isFinite() {
        for (float value : data) {
            if (!Float.isFinite(value)) {
                return false;
            }
        }
        return true;
    }

    public void requireSameShape(Tensor other) {
        if (!shape.equals(other.shape)) {
            throw new IllegalArgumentException("shapes differ: " + shape + " and " + other.shape);
        }
    }

    /// Equal shape and bit-equal numbers.
    @Override
    public boolean equals(Object other) {
        return other instanceof Tensor tensor && shape.equals(tensor.shape) && Arrays.equals(data, tensor.data);
    }

    @Override
    public int hashCode() {
        return 31 * shape.hashCode() + Arrays.hashCode(data);
    }

    @Override
    public String toString() {
        return "Tensor" + shape;
    }
}
