package chladni.engine.network;

import chladni.engine.graph.Attention;
import chladni.engine.graph.Dim;
import chladni.engine.graph.ElementType;
import chladni.engine.graph.Graph;
import chladni.engine.graph.Pointwise;
import chladni.engine.graph.Value;
import java.util.LinkedHashMap;
import java.util.Map;

/// Writes the graph of T5's encoder: no places at the input, but a number per head and distance added to every score. The table of those
/// is block 0's and serves all.
final class T5Graph {
    private final T5Config config;
    private final Part root;
    private final Map<String, Value> landmarks = new LinkedHashMap<>();

    T5Graph(T5Config config, Part root) {
        this.config = config;
        this.root = root;
    }

    /// Inputs `ids [b, l]`, `buckets [l·l]` and `mask [b, 1, 1, l]`; output `states [b, l, d]`.
    void write() {
        Graph graph = root.graph();
        Dim b = Dim.named("b");
        Dim l = Dim.named("l");
        Value ids = graph.input("ids", ElementType.INT64, b, l);
        Value buckets = graph.input("buckets", ElementType.INT64, Dim.named("l·l"));
        Value mask = graph.input("mask", ElementType.FLOAT, b, Dim.of(1), Dim.of(1), l);

        Part encoder = root.at("encoder");
        // The word table is published once or twice, under either name.
        Part words = root.has("shared.weight") ? root.at("shared") : encoder.at("embed_tokens");
        Value x = landmark("embedded", words.weight("weight", config.vocabulary(), config.width()).rows(ids)); // [b, l] → [b, l, d]
        Attention attention = Attention.of(config.heads()).unscaled().biased(places(encoder, buckets, ids).plus(mask));
        for (int i = 0; i < config.layers(); i++) {
            x = landmark("block" + i, block(encoder.at("block", i), x, attention));
        }
        graph.output("states", normed(encoder.at("final_layer_norm"), x));
    }

    /// Values inside the network by name, for tests that look where a difference begins.
    Map<String, Value> landmarks() {
        return landmarks;
    }

    /// `[1, heads, l, l]`
    private Value places(Part encoder, Value buckets, Value ids) {
        Part part = encoder.at("block.0.layer.0.SelfAttention.relative_attention_bias");
        Value picked = part.weight("weight", config.buckets(), config.heads()).rows(buckets); // [l·l] → [l·l, heads]
        Value side = ids.shape(1, 2);
        Value square = side.concat(side, 0).concat(root.graph().constant(config.heads()), 0);
        Dim l = ids.dim(1);
        return landmark("position_bias", picked.reshape(square, l, l, Dim.of(config.heads())).transpose(2, 0, 1).unsqueeze(0));
    }

    private Value block(Part part, Value x, Attention attention) {
        Part self = part.at("layer.0.SelfAttention");
        int inner = config.heads() * config.keyWidth();
        Value seen = normed(part.at("layer.0.layer_norm"), x);
        Value attended = attention.apply(self.at("q").linearWithoutBias(seen, inner), self.at("k").linearWithoutBias(seen, inner),
                self.at("v").linearWithoutBias(seen, inner)); // → [b, l, heads·keyWidth]
        Value h = x.plus(self.at("o").linearWithoutBias(attended, config.width()));
        return h.plus(net(part.at("layer.1.DenseReluDense"), normed(part.at("layer.1.layer_norm"), h)));
    }

    private Value net(Part part, Value x) {
        Value active = config.activation().of(part.at(config.gated() ? "wi_0" : "wi").linearWithoutBias(x, config.inner()));
        Value inner = config.gated() ? active.times(part.at("wi_1").linearWithoutBias(x, config.inner())) : active;
        return part.at("wo").linearWithoutBias(inner, config.width());
    }

    private Value normed(Part part, Value x) {
        return Pointwise.rmsNorm(x, part.weight("weight", config.width()), config.epsilon());
    }

    private Value landmark(String name, Value value) {
        landmarks.put(name, value);
        return value;
    }
}
