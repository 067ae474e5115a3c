package chladni.engine.network;

import chladni.engine.failure.PackBroken;
import chladni.engine.graph.Dim;
import chladni.engine.graph.ElementType;
import chladni.engine.graph.Graph;
import chladni.engine.graph.Layers;
import chladni.engine.graph.Layers.Norm;
import chladni.engine.graph.Stored;
import chladni.engine.graph.Value;
import chladni.engine.graph.Window;
import chladni.engine.graph.Winograd;
import chladni.engine.onnx.Model;
import chladni.engine.tensor.Shape;
import chladni.engine.weights.StoredTensor;
import chladni.engine.weights.Weights;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A part of a network while its graph is written, as PyTorch's modules are: it finds its weights under its own name, checks
/// their shapes against what the configuration asks for, and applies them.
record Part(Graph graph, Weights weights, Path folder) {
    static Part root(Weights weights) {
        return new Part(new Graph(), weights, weights.folder());
    }

    /// The finished graph, ready to be opened. Whatever they are stored as, weights are computed with as float32.
    Model model() {
        return new Model(graph.bytes(), folder, graph.storedNumbers() * Float.BYTES);
    }

    Part at(String name) {
        return new Part(graph, weights.at(name), folder);
    }

    Part at(String list, int index) {
        return at(list + "." + index);
    }

    boolean has(String name) {
        return weights.has(name);
    }

    /// A weight as float32 whatever it is stored as; ONNX Runtime widens halves once, while it loads.
    Value weight(String name, int... lengths) {
        return reference(weights.tensor(name, shape(lengths)), 0, lengths);
    }

    /// Rows `from` to `to` (exclusive) of a matrix or vector of `lengths`: a byte range like any other.
    Value rows(String name, int from, int to, int... lengths) {
        int[] cut = lengths.clone();
        cut[0] = to - from;
        return reference(weights.tensor(name, shape(lengths)), from, cut);
    }

    /// A configuration may ask for any sizes; ones that no array can have are no weights'.
    private static Shape shape(int... lengths) {
        try {
            return Shape.of(lengths);
        } catch (IllegalArgumentException e) {
            throw new PackBroken("The configuration asks for weights of the impossible shape " + Arrays.toString(lengths) + ".", e);
        }
    }

    private Value reference(StoredTensor tensor, int firstRow, int... lengths) {
        Shape shape = Shape.of(lengths);
        long row = lengths.length == 0 ? 1 : shape.size() / Math.max(1, lengths[0]);
        int bytes = tensor.type().bytes();
        String location = folder.relativize(tensor.file()).toString().replace('\\', '/');
        Stored stored = new Stored(location, tensor.offset() + firstRow * row * bytes, (long) shape.size() * bytes, elementType(tensor), lengths);
        return graph.stored(stored).cast(ElementType.FLOAT);
    }

    private static ElementType elementType(StoredTensor tensor) {
        return switch (tensor.type()) {
            case F64 -> ElementType.DOUBLE;
            case F32 -> ElementType.FLOAT;
            case F16 -> ElementType.FLOAT16;
            case BF16 -> ElementType.BFLOAT16;
            case I64, I32, I16, I8, U8, BOOL -> throw new PackBroken("Tensor " + tensor.name() + " in " + tensor.file() + " is not a floating-point one.");
        };
    }

    // ---- layers: this part's `weight` and `bias` applied ----

    /// `[n, c, h, w] → [n, channels, h', w']` with a square kernel.
    Value conv(Value x, int channels, int kernel, Window window) {
        return Layers.conv(x, weight("weight", channels, x.dim(1).length(), kernel, kernel), weight("bias", channels), window);
    }

    /// A 3×3 convolution that keeps the size, `[n, c, h, w] → [n, channels, h, w]`, computed as `how` says; the bias is left to the caller.
    Value convWithoutBias(Value x, int channels, Winograd how) {
        int from = x.dim(1).length();
        StoredTensor kernels = weights.tensor("weight", shape(channels, from, 3, 3));
        return how.conv(x, reference(kernels, 0, channels * from, 9), channels);
    }

    /// The bias for each channel of a picture, `[channels, 1, 1]`.
    Value channelBias(int channels) {
        return reference(weights.tensor("bias", shape(channels)), 0, channels, 1, 1);
    }

    /// The same convolution with its bias; directly when `how` is null, or does not pay.
    Value conv3(Value x, int channels, @Nullable Winograd how) {
        return how == null || !how.pays(x.dim(1), channels)
                ? conv(x, channels, 3, Window.keeping(3))
                : convWithoutBias(x, channels, how).plus(channelBias(channels));
    }

    /// `[…, d] → […, width]`
    Value linear(Value x, int width) {
        return linearWithoutBias(x, width).plus(weight("bias", width));
    }

    /// Outputs `from` to `to` (exclusive) of a linear layer with `width` of them.
    Value linearRows(Value x, int from, int to, int width) {
        return Layers.linear(x, rows("weight", from, to, width, x.dim(-1).length())).plus(rows("bias", from, to, width));
    }

    /// The bias, where there is one, is left to whoever adds the result to something.
    Value linearWithoutBias(Value x, int width) {
        return Layers.linear(x, matrix(width, x.dim(-1).length()));
    }

    /// A matrix, also where it is published as a 1×1 convolution: its bytes are the same.
    private Value matrix(int rows, int columns) {
        StoredTensor tensor = weights.tensor("weight");
        Shape shape = tensor.shape().rank() == 4 ? shape(rows, columns, 1, 1) : shape(rows, columns);
        return reference(weights.tensor("weight", shape), 0, rows, columns);
    }

    Value groupNorm(Value x, Norm norm) {
        int channels = x.dim(1).length();
        return Layers.groupNorm(x, weight("weight", channels), weight("bias", channels), norm);
    }

    Value layerNorm(Value x, float epsilon) {
        return Layers.layerNorm(x, affine(x.dim(-1).length(), epsilon));
    }

    Layers.Affine affine(int width, float epsilon) {
        return new Layers.Affine(weight("weight", width), weight("bias", width), epsilon);
    }

    /// `[n, c, h, w] → [n, h·w, c]`: every place a token.
    Tokens tokens(Value x) {
        Value last = x.transpose(0, 2, 3, 1); // [n, c, h, w] → [n, h, w, c]
        Value rows = last.reshape(graph.constant(0, -1, x.dim(1).length()), x.dim(0), Dim.named(x.dim(2) + "·" + x.dim(3)), x.dim(1)); // → [n, h·w, c]
        return new Tokens(rows, last);
    }

    /// Tokens, and the picture `[n, h, w, c]` that they are the places of.
    record Tokens(Value rows, Value picture) {
        /// `[n, h·w, c'] → [n, c', h, w]`, where c' is c.
        Value back(Value rows) {
            Dim[] dims = picture.dims().toArray(new Dim[0]);
            return rows.reshape(picture.shape(), dims).transpose(0, 3, 1, 2);
        }
    }
}
