package chladni.engine.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Operations with weights, each in the form that ONNX Runtime's CPU kernels run fastest (measured; see docs/benchmarks.md).
public final class Layers {
    private Layers() {}

    /// `x [n, c, …]` with `weight [c', c, k, …] → [n, c', …]`; one, two or more axes after the channels.
    public static Value conv(Value x, Value weight, Value bias, Window window) {
        x.require(weight.dim(1).equals(x.dim(1)), "its channels do not fit the convolution weight " + weight);
        int axes = x.rank() - 2;
        List<Dim> dims = new ArrayList<>(x.dims());
        dims.set(1, weight.dim(0));
        dims.subList(2, x.rank()).replaceAll(window::applied);
        Node node = Node.of("Conv", x, weight, bias)
                .with("kernel_shape", weight.dims().subList(2, x.rank()).stream().mapToInt(Dim::length).toArray())
                .with("strides", repeated(axes, window.stride()))
                .with("dilations", repeated(axes, window.dilation()))
                .with("pads", pads(axes, window));
        return x.graph().add(node, x.type(), dims);
    }

    /// Upsamples `x [n, c, l]` with `weight [c, c', k] → [n, c', l·rate]`; an odd `k − rate` takes one more zero and an output padding of one.
    public static Value convTransposed(Value x, Value weight, Value bias, int rate) {
        x.require(weight.dim(0).equals(x.dim(1)), "its channels do not fit the transposed convolution weight " + weight);
        int kernel = weight.dim(2).length();
        int odd = (kernel - rate) % 2;
        int padding = (kernel - rate) / 2 + odd;
        Node node = Node.of("ConvTranspose", x, weight, bias).with("kernel_shape", new int[] {kernel})
                .with("strides", new int[] {rate}).with("pads", padding, padding).with("output_padding", new int[] {odd});
        return x.graph().add(node, x.type(), List.of(x.dim(0), weight.dim(1), x.dim(2).times(rate)));
    }

    /// `x [… , d]` with `weight [d', d] → [… , d']`: `x · weightᵀ`. The published weights are stored that way round.
    public static Value linear(Value x, Value weight) {
        x.require(weight.rank() == 2 && weight.dim(1).equals(x.dim(-1)), "it does not fit the matrix " + weight);
        List<Dim> dims = new ArrayList<>(x.dims());
        dims.set(x.rank() - 1, weight.dim(0));
        return x.graph().add(Node.contrib("FusedMatMul", x, weight).with("transB", 1L), x.type(), dims);
    }

    /// Group norm of `x [n, c, h, w]`. The instance norm of the joined channels followed by a batch norm that only scales and
    /// shifts is faster than ONNX's GroupNormalization, and than any form with Mul and Add.
    public static Value groupNorm(Value x, Value weight, Value bias, Norm norm) {
        Graph graph = x.graph();
        int channels = x.dim(1).length();
        x.require(channels % norm.groups() == 0, channels + " channels cannot be parted into " + norm.groups() + " groups");
        Value ones = graph.constant(filled(norm.groups(), 1f), norm.groups());
        Value zeros = graph.constant(filled(norm.groups(), 0f), norm.groups());
        Value grouped = x.reshape(graph.constant(0, norm.groups(), -1), x.dim(0), Dim.of(norm.groups()), Dim.named("rest")); // [n, c, h, w] → [n, g, c/g·h·w]
        Value normed = graph.add(Node.of("InstanceNormalization", grouped, ones, zeros).with("epsilon", norm.epsilon()), x.type(), grouped.dims());
        Value back = graph.add(Node.of("Reshape", normed, x.shape()), x.type(), x.dims()); // → [n, c, h, w]
        Value mean = graph.constant(filled(channels, 0f), channels);
        Value variance = graph.constant(filled(channels, 1f), channels);
        return graph.add(Node.of("BatchNormalization", back, weight, bias, mean, variance).with("epsilon", 0f), x.type(), x.dims());
    }

    /// Layer norm over the last axis, as that of `x + x` with four times the epsilon, which is the same number: the kernel that
    /// adds first is four times as fast as the plain one (ONNX Runtime 1.29).
    public static Value layerNorm(Value x, Affine norm) {
        Node node = Node.contrib("SkipLayerNormalization", x, x, norm.weight(), norm.bias()).with("epsilon", 4 * norm.epsilon());
        return x.graph().add(node, x.type(), x.dims());
    }

    /// `x + skip + bias` and the layer norm of that sum, in one pass over `[n, l, d]`.
    public static SkipNormed skipLayerNorm(Value x, Value skip, Value bias, Affine norm) {
        Graph graph = x.graph();
        String sum = graph.freshName("sum");
        String normed = graph.freshName("normed");
        Node node = Node.contrib("SkipLayerNormalization", x, skip, norm.weight(), norm.bias(), bias).with("epsilon", norm.epsilon());
        graph.addSeveral(node, List.of(normed, "", "", sum));
        return new SkipNormed(new Value(graph, sum, x.type(), x.dims()), new Value(graph, normed, x.type(), x.dims()));
    }

    /// Attention of `heads` heads over `query [n, l, d]`, `key` and `value [n, m, d] → [n, l, d]`, scaled by 1/√(d/heads).
    public static Value attention(Value query, Value key, Value value, int heads) {
        return attention(query, key, value, heads, Node.contrib("MultiHeadAttention", query, key, value));
    }

    /// The same, where a place sees only itself and earlier ones.
    public static Value causalAttention(Value query, Value key, Value value, int heads) {
        return attention(query, key, value, heads, Node.contrib("MultiHeadAttention", query, key, value).with("unidirectional", 1L));
    }

    private static Value attention(Value query, Value key, Value value, int heads, Node node) {
        int width = query.dim(-1).length();
        query.require(width % heads == 0, "a width of " + width + " cannot be parted into " + heads + " heads");
        query.require(key.dim(-1).equals(query.dim(-1)), "its width differs from that of the keys " + key);
        query.require(value.dim(-2).equals(key.dim(-2)), "the keys " + key + " and values " + value + " differ in length");
        return query.graph().add(node.with("num_heads", (long) heads), query.type(), query.dims());
    }

    /// A group norm's fixed numbers.
    public record Norm(int groups, float epsilon) {}

    /// A layer norm's weights.
    public record Affine(Value weight, Value bias, float epsilon) {}

    /// A sum, and its layer norm.
    public record SkipNormed(Value sum, Value normed) {}

    private static int[] repeated(int times, int number) {
        int[] numbers = new int[times];
        Arrays.fill(numbers, number);
        return numbers;
    }

    private static int[] pads(int axes, Window window) {
        int[] pads = repeated(2 * axes, window.after());
        Arrays.fill(pads, 0, axes, window.before());
        return pads;
    }

    private static float[] filled(int length, float number) {
        float[] numbers = new float[length];
        Arrays.fill(numbers, number);
        return numbers;
    }
}
