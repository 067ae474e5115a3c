package chladni.engine.graph;

import java.util.ArrayList;
import java.util.List;

/// Arithmetic beyond what every network needs: further activations, means and norms without weights.
public final class Pointwise {
    private Pointwise() {}

    public static Value relu(Value x) {
        return same("Relu", x);
    }

    public static Value sigmoid(Value x) {
        return same("Sigmoid", x);
    }

    /// The approximation by a hyperbolic tangent that Google's models were trained with.
    public static Value tanhGelu(Value x) {
        return x.graph().add(Node.of("Gelu", x).with("approximate", "tanh"), x.type(), x.dims());
    }

    public static Value sqrt(Value x) {
        return same("Sqrt", x);
    }

    /// −1, 0 or 1
    public static Value sign(Value x) {
        return same("Sign", x);
    }

    public static Value minus(Value x, Value other) {
        Value negative = other.times(-1f);
        return x.plus(negative);
    }

    /// The mean along one axis, which goes: `mean(x [n, l, d], 1) → [n, d]`.
    public static Value mean(Value x, int axis) {
        List<Dim> dims = new ArrayList<>(x.dims());
        dims.remove(axis);
        return x.graph().add(Node.of("ReduceMean", x, x.graph().constant(axis)).with("keepdims", 0L), x.type(), dims);
    }

    /// `x / √(mean x² + epsilon) · weight` along the last axis (Zhang & Sennrich 2019); no mean is taken away.
    public static Value rmsNorm(Value x, Value weight, float epsilon) {
        return x.graph().add(Node.of("SimplifiedLayerNormalization", x, weight).with("axis", -1L).with("epsilon", epsilon), x.type(), x.dims());
    }

    /// The mean of every 2 × 2 places: `[n, c, h, w] → [n, c, h/2, w/2]`, an odd last row or column left out.
    public static Value averagePooled(Value x) {
        Node node = Node.of("AveragePool", x).with("kernel_shape", 2, 2).with("strides", 2, 2);
        return x.graph().add(node, x.type(), List.of(x.dim(0), x.dim(1), half(x.dim(2)), half(x.dim(3))));
    }

    /// Cubic interpolation of `[n, c, h, w]` to `height × width`, corners aligned, a = −0.75, borders repeated: PyTorch's.
    public static Value cubic(Value x, int height, int width) {
        Value sizes = x.graph().constant(x.dim(0).length(), x.dim(1).length(), height, width);
        Node node = Node.of("Resize", x, x.nothing(), x.nothing(), sizes).with("mode", "cubic").with("cubic_coeff_a", -0.75f)
                .with("coordinate_transformation_mode", "align_corners");
        return x.graph().add(node, x.type(), List.of(x.dim(0), x.dim(1), Dim.of(height), Dim.of(width)));
    }

    private static Dim half(Dim dim) {
        return dim.isKnown() ? Dim.of(dim.length() / 2) : Dim.named(dim + "/2");
    }

    private static Value same(String op, Value x) {
        return x.graph().add(Node.of(op, x), x.type(), x.dims());
    }
}
