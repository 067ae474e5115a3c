package chladni.engine.network;

import chladni.engine.graph.Attention;
import chladni.engine.graph.Dim;
import chladni.engine.graph.Graph;
import chladni.engine.graph.Picking;
import chladni.engine.graph.Pointwise;
import chladni.engine.graph.Value;

/// A block of the Swin transformer (Liu et al. 2021): attention within windows of `window × window` places, which every second block
/// shifts by half a window, so that neighbours across a border meet.
///
/// @param grid places along a side of the picture
/// @param shift how far the windows are moved; 0 for none
/// @param inner width inside the two-layer network
record SwinBlock(int grid, int window, int shift, int heads, int inner, Activation activation, float epsilon) {
    /// Added to the scores of places that only rolling has brought together. Not minus infinity: the weights know it.
    private static final float APART = -100;

    /// `x [1, h·w, c] → [1, h·w, c]`
    Value apply(Part part, Value x) {
        int width = x.dim(-1).length();
        Value picture = shaped(part.at("layernorm_before").layerNorm(x, epsilon), 1, grid, grid, width);
        Value rolled = shift == 0 ? picture : Picking.rolled(Picking.rolled(picture, 1, -shift), 2, -shift);
        Value windows = windows(rolled, width); // → [windows, window², c]
        Value attended = attention(part.at("attention"), windows);
        Value back = picture(attended, width); // → [1, h, w, c]
        Value unrolled = shift == 0 ? back : Picking.rolled(Picking.rolled(back, 1, shift), 2, shift);
        Value h = x.plus(shaped(unrolled, 1, grid * grid, width));

        Value active = activation.of(part.at("intermediate.dense").linear(part.at("layernorm_after").layerNorm(h, epsilon), inner));
        return h.plus(part.at("output.dense").linear(active, width));
    }

    private Value windows(Value picture, int width) {
        int n = grid / window;
        Value parted = shaped(picture, n, window, n, window, width).transpose(0, 2, 1, 3, 4); // → [n, n, window, window, c]
        return shaped(parted, n * n, window * window, width);
    }

    private Value picture(Value windows, int width) {
        int n = grid / window;
        Value parted = shaped(windows, n, n, window, window, width).transpose(0, 2, 1, 3, 4);
        return shaped(parted, 1, grid, grid, width);
    }

    private Value attention(Part part, Value windows) {
        int width = windows.dim(-1).length();
        Part self = part.at("self");
        Value bias = places(self);
        Attention attention = Attention.of(heads).biased(shift == 0 ? bias : bias.plus(apart(part.graph())));
        Value attended = attention.apply(projected(self.at("query"), windows), projected(self.at("key"), windows), projected(self.at("value"), windows));
        return part.at("output.dense").linear(attended, width);
    }

    private static Value projected(Part part, Value x) {
        int width = x.dim(-1).length();
        return part.has("bias") ? part.linear(x, width) : part.linearWithoutBias(x, width);
    }

    /// What is added to the scores for how one place lies to the other: `[1, heads, window², window²]`.
    private Value places(Part part) {
        int side = 2 * window - 1;
        int area = window * window;
        long[] index = new long[area * area];
        for (int query = 0; query < area; query++) {
            for (int key = 0; key < area; key++) {
                int dy = query / window - key / window + window - 1;
                int dx = query % window - key % window + window - 1;
                index[query * area + key] = (long) dy * side + dx;
            }
        }
        Value table = part.weight("relative_position_bias_table", side * side, heads);
        Value picked = Picking.along(table, 0, index); // → [window⁴, heads]
        return shaped(picked, 1, area, area, heads).transpose(0, 3, 1, 2);
    }

    /// Which places of a rolled window come from other ends of the picture: `[windows, 1, window², window²]`.
    private Value apart(Graph graph) {
        int n = grid / window;
        int area = window * window;
        float[] regions = new float[n * n * area];
        for (int i = 0; i < regions.length; i++) {
            int y = i / area / n * window + i % area / window;
            int x = i / area % n * window + i % window;
            regions[i] = region(y) * 3 + region(x);
        }
        Value queries = graph.constant(regions, n * n, 1, area, 1);
        Value keys = graph.constant(regions, n * n, 1, 1, area);
        Value differ = Pointwise.sign(Pointwise.minus(queries, keys));
        return differ.times(differ).times(APART);
    }

    private int region(int place) {
        return place < grid - window ? 0 : place < grid - shift ? 1 : 2;
    }

    /// The same numbers under axes of known lengths.
    static Value shaped(Value x, int... lengths) {
        Dim[] dims = new Dim[lengths.length];
        long[] shape = new long[lengths.length];
        for (int i = 0; i < lengths.length; i++) {
            dims[i] = Dim.of(lengths[i]);
            shape[i] = lengths[i];
        }
        return x.reshape(x.graph().constant(shape), dims);
    }
}
