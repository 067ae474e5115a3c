package chladni.engine.network;

import chladni.engine.failure.CancelSignal;
import chladni.engine.failure.PackBroken;
import chladni.engine.graph.Dim;
import chladni.engine.graph.ElementType;
import chladni.engine.graph.Graph;
import chladni.engine.graph.Layers;
import chladni.engine.graph.Value;
import chladni.engine.onnx.Device;
import chladni.engine.onnx.Feeds;
import chladni.engine.onnx.Session;
import chladni.engine.tensor.Shape;
import chladni.engine.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// transformers' `CLIPTextModel`: token ids to the states that Stable Diffusion 1.x and 2.x are conditioned on.
public final class ClipText implements AutoCloseable {
    private final NetworkFolder folder;
    private final Config config;
    private final int skipped;
    private final Session session;

    private ClipText(NetworkFolder folder, Config config, int skipped, Session session) {
        this.folder = folder;
        this.config = config;
        this.skipped = skipped;
        this.session = session;
    }

    private record Config(int vocabulary, int width, int inner, int layers, int heads, int positions, Activation activation, float epsilon) {
        static Config read(NetworkConfig file) {
            Config config = new Config(
                    file.integer("vocab_size", 49408),
                    file.integer("hidden_size", 512),
                    file.integer("intermediate_size", 2048),
                    file.integer("num_hidden_layers", 12),
                    file.integer("num_attention_heads", 8),
                    file.integer("max_position_embeddings", 77),
                    Activation.read(file, "hidden_act", "quick_gelu"),
                    (float) file.number("layer_norm_eps", 1e-5));
            if (config.heads == 0 || config.width % config.heads != 0) {
                throw file.unsupported("num_attention_heads");
            }
            return config;
        }
    }

    /// Loads a pack's `text_encoder` folder.
    ///
    /// @throws PackBroken when its files are damaged, or ask for what is not built
    public static ClipText open(NetworkFolder folder, Device device) {
        return open(folder, device, 0);
    }

    /// The same with the last `skip` layers left out (clip skip); the final norm stays.
    public static ClipText open(NetworkFolder folder, Device device, int skip) {
        Config config = Config.read(folder.config());
        if (skip < 0 || skip >= config.layers) {
            throw new IllegalArgumentException("clip skip " + skip + " of " + config.layers + " layers");
        }
        Part root = Part.root(folder.weights());
        write(root, config, config.layers - skip);
        return new ClipText(folder, config, skip, Session.open(root.model(), device));
    }

    /// `ids [b, l] → [b, l, d]`: the last hidden states after the final norm. No padding mask: padded places take part, as published.
    public Tensor encode(List<long[]> ids, CancelSignal cancel) {
        int length = ids.getFirst().length;
        long[] flat = ids.stream().flatMapToLong(Arrays::stream).toArray();
        if (length > config.positions || flat.length != ids.size() * length || Arrays.stream(flat).anyMatch(id -> id < 0 || id >= config.vocabulary)) {
            throw new IllegalArgumentException("token ids must be rows of one length up to " + config.positions
                    + ", each from 0 to " + (config.vocabulary - 1));
        }
        Feeds feeds = new Feeds().put("ids", Shape.of(ids.size(), length), flat);
        Tensor states = Objects.requireNonNull(session.run(feeds, cancel).get("states"));
        if (!states.isFinite()) {
            throw new PackBroken("The text encoder in " + folder.path() + " gave numbers that are not finite; its weights are damaged.");
        }
        return states;
    }

    /// Width of the states.
    public int width() {
        return config.width;
    }

    /// Layers of the whole network.
    public int layers() {
        return config.layers;
    }

    /// How many of them are left out.
    public int skipped() {
        return skipped;
    }

    /// Longest text in tokens.
    public int positions() {
        return config.positions;
    }

    /// Token ids are below this.
    public int vocabulary() {
        return config.vocabulary;
    }

    @Override
    public void close() {
        session.close();
    }

    private static void write(Part root, Config config, int layers) {
        Graph graph = root.graph();
        Part part = root.has("text_model.final_layer_norm.weight") ? root.at("text_model") : root; // transformers 5 leaves the prefix out
        Value ids = graph.input("ids", ElementType.INT64, Dim.named("b"), Dim.named("l"));
        Part embeddings = part.at("embeddings");
        Value words = embeddings.at("token_embedding").weight("weight", config.vocabulary, config.width).rows(ids); // [b, l] → [b, l, d]
        Value places = embeddings.at("position_embedding").weight("weight", config.positions, config.width); // [77, d]
        Value x = words.plus(places.firstRows(ids.shape(1, 2), Dim.named("l"))); // [b, l, d] + [l, d]
        ClipLayer layer = new ClipLayer(config.inner, config.heads, config.activation, config.epsilon);
        for (int i = 0; i < layers; i++) {
            x = layer.apply(part.at("encoder.layers", i), x, Layers::causalAttention);
        }
        graph.output("states", part.at("final_layer_norm").layerNorm(x, config.epsilon));
    }
}
