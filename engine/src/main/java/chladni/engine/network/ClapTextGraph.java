package chladni.engine.network;

import chladni.engine.graph.Dim;
import chladni.engine.graph.ElementType;
import chladni.engine.graph.Graph;
import chladni.engine.graph.Layers;
import chladni.engine.graph.Picking;
import chladni.engine.graph.Value;

/// Writes the graph of RoBERTa (Liu et al. 2019) as CLAP has it. One text at a time and without padding, so that no mask is needed.
final class ClapTextGraph {
    private final ClapConfig.Text config;
    private final Part root;
    private final int projection;

    ClapTextGraph(ClapConfig config, Part root) {
        this.config = config.text();
        this.projection = config.projection();
        this.root = root;
    }

    /// Inputs `ids [1, l]` and `places [1, l]`; outputs `states [1, l, d]`, `pooled [1, d]` and `projected [1, p]`.
    void write() {
        Graph graph = root.graph();
        Part part = root.at("text_model");
        Value ids = graph.input("ids", ElementType.INT64, Dim.of(1), Dim.named("l"));
        Value places = graph.input("places", ElementType.INT64, Dim.of(1), Dim.named("l"));
        Part embeddings = part.at("embeddings");
        int width = config.width();
        Value words = embeddings.at("word_embeddings").weight("weight", config.vocabulary(), width).rows(ids); // [1, l] → [1, l, d]
        Value type = Picking.one(embeddings.at("token_type_embeddings").weight("weight", config.types(), width), 0, 0); // [d]
        Value placed = embeddings.at("position_embeddings").weight("weight", config.positions(), width).rows(places);
        Value x = embeddings.at("LayerNorm").layerNorm(words.plus(type).plus(placed), config.epsilon());
        for (int i = 0; i < config.layers(); i++) {
            x = layer(part.at("encoder.layer", i), x);
        }
        Value pooled = part.at("pooler.dense").linear(Picking.one(x, 1, 0), width).tanh(); // [1, l, d] → [1, d]
        graph.output("states", x);
        graph.output("pooled", pooled);
        graph.output("projected", ClapAudioGraph.projected(root.at("text_projection"), pooled, projection, config.projected()));
    }

    /// Self-attention and a two-layer network, each added and then normed.
    private Value layer(Part part, Value x) {
        int width = config.width();
        Part self = part.at("attention.self");
        Value attended = Layers.attention(self.at("query").linear(x, width), self.at("key").linear(x, width), self.at("value").linear(x, width),
                config.heads());
        Value sum = x.plus(part.at("attention.output.dense").linear(attended, width));
        Value h = part.at("attention.output.LayerNorm").layerNorm(sum, config.epsilon());
        Value active = config.activation().of(part.at("intermediate.dense").linear(h, config.inner()));
        return part.at("output.LayerNorm").layerNorm(h.plus(part.at("output.dense").linear(active, width)), config.epsilon());
    }
}
