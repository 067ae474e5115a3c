package chladni.engine.network;

import chladni.engine.graph.Layers;
import chladni.engine.graph.Layers.Norm;
import chladni.engine.graph.Value;

/// Attention of DeepFloyd IF's networks (diffusers' `AttnAddedKVProcessor`): the places of a picture see the text and, unless told not
/// to, one another, in one softmax.
///
/// @param text `[n, l, d]` as wide as the keys want it
/// @param normed whether each layer norms the text first
record PixelAttention(Value text, boolean normed, int groups) {
    /// Fixed in the library, whatever the configuration's number of groups.
    static final int TEXT_GROUPS = 32;
    private static final float EPSILON = 1e-5f;

    /// `x [n, c, h, w] → [n, c, h, w]`
    Value apply(Part part, Value x, int headWidth, boolean textOnly) {
        int width = x.dim(1).length();
        Part.Tokens tokens = part.tokens(part.at("group_norm").groupNorm(x, new Norm(groups, EPSILON))); // → [n, h·w, c]
        Value words = normed ? normedText(part.at("norm_cross")) : text;
        Value query = part.at("to_q").linear(tokens.rows(), width);
        Value key = part.at("add_k_proj").linear(words, width); // [n, l, c]
        Value value = part.at("add_v_proj").linear(words, width);
        if (!textOnly) {
            key = key.concat(part.at("to_k").linear(tokens.rows(), width), 1); // → [n, l + h·w, c]
            value = value.concat(part.at("to_v").linear(tokens.rows(), width), 1);
        }
        Value attended = Layers.attention(query, key, value, width / headWidth);
        return tokens.back(part.at("to_out.0").linear(attended, width)).plus(x);
    }

    /// Over the channels of a group and all places of the text together.
    private Value normedText(Part part) {
        return part.groupNorm(text.transpose(0, 2, 1), new Norm(TEXT_GROUPS, EPSILON)).transpose(0, 2, 1);
    }
}
