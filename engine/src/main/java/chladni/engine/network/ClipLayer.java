package chladni.engine.network;

import chladni.engine.graph.Value;

/// CLIP's transformer layer, the same in both towers: self-attention and a two-layer network, each after a norm and added.
///
/// @param inner width inside the two-layer network
record ClipLayer(int inner, int heads, Activation activation, float epsilon) {
    /// Who may see whom.
    @FunctionalInterface
    interface Attending {
        Value of(Value query, Value key, Value value, int heads);
    }

    /// `x [b, l, d] → [b, l, d]`
    Value apply(Part part, Value x, Attending attending) {
        int width = x.dim(-1).length();
        Part attention = part.at("self_attn");
        Value normed = part.at("layer_norm1").layerNorm(x, epsilon);
        Value query = attention.at("q_proj").linear(normed, width);
        Value key = attention.at("k_proj").linear(normed, width);
        Value value = attention.at("v_proj").linear(normed, width);
        Value h = x.plus(attention.at("out_proj").linear(attending.of(query, key, value, heads), width));

        normed = part.at("layer_norm2").layerNorm(h, epsilon);
        Value active = activation.of(part.at("mlp.fc1").linear(normed, inner)); // → [b, l, inner]
        return h.plus(part.at("mlp.fc2").linear(active, width));
    }
}
