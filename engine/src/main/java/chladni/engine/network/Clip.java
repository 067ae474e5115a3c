package chladni.engine.network;

import chladni.engine.failure.CancelSignal;
import chladni.engine.failure.PackBroken;
import chladni.engine.graph.Dim;
import chladni.engine.graph.ElementType;
import chladni.engine.graph.Graph;
import chladni.engine.graph.Layers;
import chladni.engine.graph.Picking;
import chladni.engine.graph.Value;
import chladni.engine.graph.Window;
import chladni.engine.onnx.Device;
import chladni.engine.onnx.Feeds;
import chladni.engine.onnx.Session;
import chladni.engine.tensor.Shape;
import chladni.engine.tensor.Tensor;
import chladni.engine.weights.TensorReader;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// transformers' `CLIPModel` (Radford et al. 2021): pictures and texts in one space, where what belongs together lies close.
public final class Clip implements AutoCloseable {
    private final NetworkFolder folder;
    private final ClipConfig config;
    private final Session text;
    private final Session vision;
    private final double logitScale;

    private Clip(NetworkFolder folder, ClipConfig config, Device device) {
        this.folder = folder;
        this.config = config;
        this.logitScale = Math.exp(TensorReader.read(folder.weights().tensor("logit_scale", Shape.of(new int[0]))).data()[0]);
        Part words = Part.root(folder.weights());
        writeText(words, config);
        Part eyes = Part.root(folder.weights());
        writeVision(eyes, config);
        this.text = Session.open(words.model(), device);
        this.vision = Session.open(eyes.model(), device);
    }

    /// Loads a folder with `config.json` and weights.
    ///
    /// @throws PackBroken when its files are damaged, or ask for what is not built
    public static Clip open(NetworkFolder folder, Device device) {
        return new Clip(folder, ClipConfig.read(folder.config()), device);
    }

    /// What the text tower says.
    ///
    /// @param states `[b, l, d]` after the last norm
    /// @param pooled `[b, d]`, the states at the texts' ends
    public record Text(Tensor states, Tensor pooled, Embedding embedding) {}

    /// What the picture tower says.
    ///
    /// @param states `[n, 1 + patches, d]` before the last norm, the class row first
    /// @param pooled `[n, d]`, the class row after it
    public record Vision(Tensor states, Tensor pooled, Embedding embedding) {}

    /// Token rows of one length. What follows a text's end cannot reach it, so padding needs no mask.
    public Text text(List<long[]> ids, CancelSignal cancel) {
        int length = ids.getFirst().length;
        long[] flat = ids.stream().flatMapToLong(Arrays::stream).toArray();
        if (length > positions() || flat.length != ids.size() * length || Arrays.stream(flat).anyMatch(id -> id < 0 || id >= config.text().vocabulary())) {
            throw new IllegalArgumentException("token ids must be rows of one length up to " + positions()
                    + ", each from 0 to " + (config.text().vocabulary() - 1));
        }
        long[] ends = ids.stream().mapToLong(this::end).toArray();
        Feeds feeds = new Feeds().put("ids", Shape.of(ids.size(), length), flat).put("ends", Shape.of(ids.size(), 1), ends);
        Map<String, Tensor> out = text.run(feeds, cancel);
        return new Text(finite(out, "states"), finite(out, "pooled"), Embedding.of(finite(out, "projected")));
    }

    /// The place whose state stands for the text.
    private int end(long[] row) {
        int highest = 0;
        for (int i = 0; i < row.length; i++) {
            if (row[i] == config.text().end() && config.text().end() != ClipConfig.Text.HIGHEST) {
                return i;
            }
            highest = row[i] > row[highest] ? i : highest;
        }
        return highest;
    }

    /// Pictures as [ClipPixels] prepares them: `[n, 3, size, size]`.
    public Vision vision(Tensor pixels, CancelSignal cancel) {
        Map<String, Tensor> out = vision.run(new Feeds().put("pixels", pixels), cancel);
        return new Vision(finite(out, "states"), finite(out, "pooled"), Embedding.of(finite(out, "projected")));
    }

    private Tensor finite(Map<String, Tensor> out, String name) {
        Tensor tensor = Objects.requireNonNull(out.get(name));
        if (!tensor.isFinite()) {
            throw new PackBroken("The CLIP model in " + folder.path() + " gave numbers that are not finite; its weights are damaged.");
        }
        return tensor;
    }

    /// What a cosine is multiplied with to give a logit: exp(`logit_scale`), 100 in the published models.
    public double logitScale() {
        return logitScale;
    }

    /// Longest text in tokens.
    public int positions() {
        return config.text().positions();
    }

    /// Height and width of its pictures in pixels.
    public int size() {
        return config.vision().size();
    }

    @Override
    public void close() {
        text.close();
        vision.close();
    }

    private static void writeText(Part root, ClipConfig config) {
        ClipConfig.Text tower = config.text();
        Graph graph = root.graph();
        Part part = root.at("text_model");
        Value ids = graph.input("ids", ElementType.INT64, Dim.named("b"), Dim.named("l"));
        Value ends = graph.input("ends", ElementType.INT64, Dim.named("b"), Dim.of(1));
        Value words = part.at("embeddings.token_embedding").weight("weight", tower.vocabulary(), tower.width()).rows(ids); // [b, l] → [b, l, d]
        Value places = part.at("embeddings.position_embedding").weight("weight", tower.positions(), tower.width()); // [77, d]
        Value x = words.plus(places.firstRows(ids.shape(1, 2), Dim.named("l")));
        for (int i = 0; i < tower.layers(); i++) {
            x = tower.layer().apply(part.at("encoder.layers", i), x, Layers::causalAttention);
        }
        Value states = part.at("final_layer_norm").layerNorm(x, tower.layer().epsilon());
        Value pooled = Picking.rowOfEach(states, ends); // [b, l, d] → [b, d]
        graph.output("states", states);
        graph.output("pooled", pooled);
        graph.output("projected", root.at("text_projection").linearWithoutBias(pooled, config.projection()));
    }

    private static void writeVision(Part root, ClipConfig config) {
        ClipConfig.Vision tower = config.vision();
        Graph graph = root.graph();
        Part part = root.at("vision_model");
        Dim side = Dim.of(tower.size());
        Value pixels = graph.input("pixels", ElementType.FLOAT, Dim.named("n"), Dim.of(tower.channels()), side, side);
        Value kernel = part.at("embeddings.patch_embedding").weight("weight", tower.width(), tower.channels(), tower.patch(), tower.patch());
        Value none = graph.constant(new float[tower.width()], tower.width());
        Value squares = Layers.conv(pixels, kernel, none, Window.patches(tower.patch())); // → [n, d, size/p, size/p]
        Value rows = squares.reshape(graph.constant(0, tower.width(), -1), squares.dim(0), squares.dim(1), Dim.of(tower.patches()))
                .transpose(0, 2, 1); // → [n, patches, d]
        Value first = part.at("embeddings").weight("class_embedding", tower.width()).unsqueeze(0).unsqueeze(0); // [1, 1, d]
        Value places = part.at("embeddings.position_embedding").weight("weight", tower.patches() + 1, tower.width());
        Value x = part.at("pre_layrnorm").layerNorm(Picking.withFirst(first, rows).plus(places), tower.layer().epsilon());
        for (int i = 0; i < tower.layers(); i++) {
            x = tower.layer().apply(part.at("encoder.layers", i), x, Layers::attention);
        }
        Value pooled = part.at("post_layernorm").layerNorm(Picking.one(x, 1, 0), tower.layer().epsilon()); // [n, 1 + patches, d] → [n, d]
        graph.output("states", x);
        graph.output("pooled", pooled);
        graph.output("projected", root.at("visual_projection").linearWithoutBias(pooled, config.projection()));
    }
}
