package chladni.engine.network;

import chladni.engine.graph.Layers;
import chladni.engine.graph.Layers.Norm;
import chladni.engine.graph.Layers.SkipNormed;
import chladni.engine.graph.Value;

/// diffusers' `Transformer2DModel`: the places of a picture attend to one another and to a context.
///
/// @param context `[n, l, d]`, what the picture is conditioned on
/// @param layers transformer blocks in a row
record TransformerBlocks(Value context, int groups, int layers) {
    private static final float GROUP_EPSILON = 1e-6f; // fixed in the library, whatever the configuration's norm_eps
    private static final float LAYER_EPSILON = 1e-5f;

    /// `x [n, c, h, w] → [n, c, h, w]`
    Value apply(Part part, Value x, int heads) {
        int width = x.dim(1).length();
        Part.Tokens tokens = part.tokens(part.at("norm").groupNorm(x, new Norm(groups, GROUP_EPSILON))); // → [n, h·w, c]
        // A 1×1 convolution before the reordering or a linear layer after it: the same numbers.
        Value h = part.at("proj_in").linear(tokens.rows(), width);
        for (int i = 0; i < layers; i++) {
            h = block(part.at("transformer_blocks", i), h, heads);
        }
        h = part.at("proj_out").linear(h, width);
        return tokens.back(h).plus(x); // [n, h·w, c] → [n, c, h, w]
    }

    /// `BasicTransformerBlock`: self-attention, cross-attention and feed-forward, each after a norm and added to `h [n, h·w, c]`.
    private Value block(Part part, Value h, int heads) {
        int width = h.dim(-1).length();
        Value normed = part.at("norm1").layerNorm(h, LAYER_EPSILON);
        Value attended = attention(part.at("attn1"), normed, normed, heads);
        SkipNormed second = Layers.skipLayerNorm(attended, h, part.at("attn1.to_out.0").weight("bias", width), part.at("norm2").affine(width, LAYER_EPSILON));
        attended = attention(part.at("attn2"), second.normed(), context, heads);
        SkipNormed third = Layers.skipLayerNorm(attended, second.sum(), part.at("attn2.to_out.0").weight("bias", width),
                part.at("norm3").affine(width, LAYER_EPSILON));
        return feedForward(part.at("ff.net"), third.normed()).plus(third.sum());
    }

    /// Without the output's bias, which the norm after it adds.
    private static Value attention(Part part, Value x, Value from, int heads) {
        int width = x.dim(-1).length();
        Value query = part.at("to_q").linearWithoutBias(x, width); // [n, h·w, c]
        Value key = part.at("to_k").linearWithoutBias(from, width); // [n, m, c]
        Value value = part.at("to_v").linearWithoutBias(from, width); // [n, m, c]
        return part.at("to_out.0").linearWithoutBias(Layers.attention(query, key, value, heads), width);
    }

    /// GEGLU: `W₂ (a · gelu(b))` where a and b are the halves of `W₁ x`. The halves are computed apart, which saves cutting them.
    private static Value feedForward(Part part, Value x) {
        int width = x.dim(-1).length();
        int inner = 4 * width;
        Part in = part.at("0.proj");
        Value a = Layers.linear(x, in.rows("weight", 0, inner, 2 * inner, width)).plus(in.rows("bias", 0, inner, 2 * inner)); // [n, h·w, 4c]
        Value b = Layers.linear(x, in.rows("weight", inner, 2 * inner, 2 * inner, width)).plus(in.rows("bias", inner, 2 * inner, 2 * inner));
        return part.at("2").linear(a.times(b.gelu()), width); // → [n, h·w, c]
    }
}
