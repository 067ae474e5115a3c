package chladni.engine.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;

/// A value that flows through a graph, with its element type and axes. Operations that keep a value's meaning (arithmetic,
/// activations, changes of layout) are methods here; those with weights are in [Layers].
public record Value(Graph graph, String name, ElementType type, List<Dim> dims) {
    public Dim dim(int axis) {
        return dims.get(axis < 0 ? axis + dims.size() : axis);
    }

    public int rank() {
        return dims.size();
    }

    // ---- arithmetic, elementwise with NumPy's broadcasting ----

    public Value plus(Value other) {
        return graph.add(Node.of("Add", this, other), type, broadcast(other));
    }

    public Value times(Value other) {
        return graph.add(Node.of("Mul", this, other), type, broadcast(other));
    }

    public Value dividedBy(Value other) {
        return graph.add(Node.of("Div", this, other), type, broadcast(other));
    }

    /// Euclidean lengths over all axes but the first: `[a, b, c] → [a, 1, 1]`.
    public Value lengths() {
        long[] axes = LongStream.range(1, rank()).toArray();
        List<Dim> kept = new ArrayList<>(Collections.nCopies(rank(), Dim.of(1)));
        kept.set(0, dim(0));
        return graph.add(Node.of("ReduceL2", this, graph.constant(axes)).with("keepdims", 1L), type, kept);
    }

    /// Mean over all places: `[n, c, h, w] → [n, c]`.
    public Value meanOverPlaces() {
        Value mean = graph.add(Node.of("GlobalAveragePool", this), type, List.of(dim(0), dim(1), Dim.of(1), Dim.of(1)));
        return mean.reshape(graph.constant(0, dim(1).length()), dim(0), dim(1));
    }

    public Value times(float factor) {
        return times(graph.scalar(factor));
    }

    // ---- activations ----

    /// `x · sigmoid(x)`
    public Value silu() {
        return quickGelu(1f);
    }

    /// `x · sigmoid(alpha · x)`: CLIP's with 1.702
    public Value quickGelu(float alpha) {
        return graph.add(Node.contrib("QuickGelu", this).with("alpha", alpha), type, dims);
    }

    /// The exact one, with the error function.
    public Value gelu() {
        return graph.add(Node.contrib("Gelu", this), type, dims);
    }

    public Value leakyRelu(float slope) {
        return graph.add(Node.of("LeakyRelu", this).with("alpha", slope), type, dims);
    }

    public Value tanh() {
        return unary("Tanh");
    }

    public Value sin() {
        return unary("Sin");
    }

    public Value cos() {
        return unary("Cos");
    }

    // ---- layout ----

    public Value cast(ElementType to) {
        return to == type ? this : graph.add(Node.of("Cast", this).with("to", (long) to.number()), to, dims);
    }

    /// The same elements under other axes; `shape` is ONNX's (0 keeps an axis, −1 is computed) and `dims` say what it means.
    public Value reshape(Value shape, Dim... dims) {
        return graph.add(Node.of("Reshape", this, shape), type, List.of(dims));
    }

    public Value transpose(int... order) {
        require(order.length == rank(), "a transposition of " + order.length + " axes");
        List<Dim> swapped = Arrays.stream(order).mapToObj(this::dim).toList();
        return graph.add(Node.of("Transpose", this).with("perm", order), type, swapped);
    }

    /// The lengths of all axes: `[rank]` whole numbers.
    public Value shape() {
        return graph.add(Node.of("Shape", this), ElementType.INT64, List.of(Dim.of(rank())));
    }

    /// Axes `from` to `to` (exclusive) of the shape.
    public Value shape(int from, int to) {
        return graph.add(Node.of("Shape", this).with("start", (long) from).with("end", (long) to), ElementType.INT64, List.of(Dim.of(to - from)));
    }

    /// Joined along `axis`; the other axes must agree.
    public Value concat(Value other, int axis) {
        requireSame(other.rank() == rank() && type == other.type, other, "joined");
        List<Dim> joined = new ArrayList<>(dims);
        for (int i = 0; i < rank(); i++) {
            if (i == axis) {
                joined.set(i, dim(i).plus(other.dim(i)));
            } else {
                requireSame(dim(i).equals(other.dim(i)), other, "joined along axis " + axis);
            }
        }
        return graph.add(Node.of("Concat", this, other).with("axis", (long) axis), type, joined);
    }

    /// As many rows of this table as `count [1]` says.
    public Value firstRows(Value count, Dim rows) {
        List<Dim> cut = new ArrayList<>(dims);
        cut.set(0, rows);
        return graph.add(Node.of("Slice", this, graph.constant(0), count, graph.constant(0)), type, cut);
    }

    /// Inserts an axis of length one.
    public Value unsqueeze(int axis) {
        List<Dim> longer = new ArrayList<>(dims);
        longer.add(axis, Dim.of(1));
        return graph.add(Node.of("Unsqueeze", this, graph.constant(axis)), type, longer);
    }

    /// Rows of this table, `[rows, d]`, at whole-number `indices [b, l] → [b, l, d]`.
    public Value rows(Value indices) {
        List<Dim> found = new ArrayList<>(indices.dims);
        found.addAll(dims.subList(1, rank()));
        return graph.add(Node.of("Gather", this, indices).with("axis", 0L), type, found);
    }

    /// Nearest-neighbour enlargement of `[n, c, h, w]` to the height and width of `target`.
    public Value resizeLike(Value target) {
        Value sizes = shape(0, 2).concat(target.shape(2, 4), 0);
        return resize(sizes, target.dim(2), target.dim(3));
    }

    /// Nearest-neighbour doubling of height and width of `[n, c, h, w]`.
    public Value doubled() {
        Node node = Node.of("Resize", this, nothing(), graph.constant(new float[] {1, 1, 2, 2}, 4));
        return graph.add(nearest(node), type, List.of(dim(0), dim(1), dim(2).times(2), dim(3).times(2)));
    }

    /// Squares of `p × p` become channels, in PyTorch's order: `[n, c, H, W] → [n, c·p², H/p, W/p]`.
    public Value pixelUnshuffle(int p) {
        int channels = dim(1).length();
        List<Dim> small = List.of(dim(0), Dim.of(channels * p * p), Dim.named(dim(2) + "/p"), Dim.named(dim(3) + "/p"));
        Value squares = graph.add(Node.of("SpaceToDepth", this).with("blocksize", (long) p), type, small);
        // ONNX puts a square's place before the channel, PyTorch the channel first.
        long[] order = new long[channels * p * p];
        for (int i = 0; i < order.length; i++) {
            order[i] = (long) i % (p * p) * channels + i / (p * p);
        }
        return channels == 1 ? squares : graph.add(Node.of("Gather", squares, graph.constant(order)).with("axis", 1L), type, small);
    }

    /// The way back: `[n, c·p², h, w] → [n, c, h·p, w·p]`.
    public Value pixelShuffle(int p) {
        List<Dim> large = List.of(dim(0), Dim.of(dim(1).length() / (p * p)), dim(2).times(p), dim(3).times(p));
        return graph.add(Node.of("DepthToSpace", this).with("blocksize", (long) p).with("mode", "CRD"), type, large);
    }

    private Value resize(Value sizes, Dim height, Dim width) {
        Node node = Node.of("Resize", this, nothing(), nothing(), sizes);
        return graph.add(nearest(node), type, List.of(dim(0), dim(1), height, width));
    }

    private static Node nearest(Node resize) {
        return resize.with("mode", "nearest").with("nearest_mode", "floor").with("coordinate_transformation_mode", "asymmetric");
    }

    /// An input that is left out.
    Value nothing() {
        return new Value(graph, "", ElementType.FLOAT, List.of());
    }

    private Value unary(String op) {
        return graph.add(Node.of(op, this), type, dims);
    }

    private List<Dim> broadcast(Value other) {
        requireSame(type == other.type, other, "combined");
        List<Dim> longer = rank() >= other.rank() ? dims : other.dims;
        List<Dim> shorter = rank() >= other.rank() ? other.dims : dims;
        List<Dim> result = new ArrayList<>(longer);
        int skipped = longer.size() - shorter.size();
        for (int i = 0; i < shorter.size(); i++) {
            Dim a = longer.get(skipped + i);
            Dim b = shorter.get(i);
            requireSame(a.equals(b) || a.equals(Dim.of(1)) || b.equals(Dim.of(1)), other, "combined");
            result.set(skipped + i, a.equals(Dim.of(1)) ? b : a);
        }
        return result;
    }

    private void requireSame(boolean agree, Value other, String act) {
        require(agree, other + " cannot be " + act + " with it");
    }

    void require(boolean condition, String what) {
        if (!condition) {
            throw new IllegalArgumentException("graph: at " + this + ": " + what);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Value value && graph == value.graph && name.equals(value.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name + " " + type + dims;
    }
}
