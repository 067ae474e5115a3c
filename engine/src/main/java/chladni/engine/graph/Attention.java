package chladni.engine.graph;

import org.jspecify.annotations.Nullable;

/// Attention with what some networks add to it: `softmax(scale · q kᵀ + bias) v`, heads side by side along the width.
///
/// @param heads their number, a divisor of the width
/// @param scale of the scores; 0 stands for 1/√(width of a head)
/// @param bias added to the scores, `[n or 1, heads or 1, l, m]`
public record Attention(int heads, float scale, @Nullable Value bias) {
    public static Attention of(int heads) {
        return new Attention(heads, 0, null);
    }

    public Attention biased(Value scores) {
        return new Attention(heads, scale, scores);
    }

    /// Scores as they are, not divided by the root of a head's width.
    public Attention unscaled() {
        return new Attention(heads, 1, bias);
    }

    /// `query [n, l, d]`, `key` and `value [n, m, d] → [n, l, d]`
    public Value apply(Value query, Value key, Value value) {
        int width = query.dim(-1).length();
        query.require(width % heads == 0, "a width of " + width + " cannot be parted into " + heads + " heads");
        query.require(key.dim(-1).equals(query.dim(-1)), "its width differs from that of the keys " + key);
        query.require(value.dim(-2).equals(key.dim(-2)), "the keys " + key + " and values " + value + " differ in length");
        Node node = bias == null ? Node.contrib("MultiHeadAttention", query, key, value)
                : Node.contrib("MultiHeadAttention", query, key, value, query.nothing(), query.nothing(), bias);
        return query.graph().add((scale == 0 ? node : node.with("scale", scale)).with("num_heads", (long) heads), query.type(), query.dims());
    }
}
