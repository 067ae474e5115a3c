package chladni.engine.network;

import chladni.engine.graph.Dim;
import chladni.engine.graph.ElementType;
import chladni.engine.graph.Graph;
import chladni.engine.graph.Picking;
import chladni.engine.graph.Pointwise;
import chladni.engine.graph.Value;
import chladni.engine.graph.Window;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.LongStream;

/// Writes the graph of HTSAT (Chen et al. 2022) as CLAP has it: the features as a square picture, through a Swin transformer.
final class ClapAudioGraph {
    private static final float NORM_EPSILON = 1e-5f; // fixed in the library, whatever the configuration's layer_norm_eps

    private final ClapConfig.Audio config;
    private final Part root;
    private final Part encoder;
    private final int projection;
    private final Map<String, Value> landmarks = new LinkedHashMap<>();

    ClapAudioGraph(ClapConfig config, Part root) {
        this.config = config.audio();
        this.projection = config.projection();
        this.root = root;
        this.encoder = root.at("audio_model.audio_encoder");
    }

    /// Input `features [1, 1, frames, bands]`; outputs `pooled [1, d]` and `projected [1, p]`.
    void write() {
        Graph graph = root.graph();
        Value features = graph.input("features", ElementType.FLOAT, Dim.of(1), Dim.of(1), Dim.named("frames"), Dim.of(config.bands()));
        Value picture = landmark("image_after_norm", picture(normed(features)));
        Part patches = encoder.at("patch_embed");
        Value x = patches.at("proj").conv(picture, config.width(), config.patch(), Window.patches(config.stride())); // → [1, c, grid, grid]
        int places = config.grid(0) * config.grid(0);
        x = SwinBlock.shaped(x, 1, config.width(), places).transpose(0, 2, 1); // → [1, places, c]
        x = landmark("patches", config.patchNorm() ? patches.at("norm").layerNorm(x, NORM_EPSILON) : x);
        for (int stage = 0; stage < config.stages(); stage++) {
            x = landmark("stage" + stage, stage(stage, x));
        }
        Value pooled = Pointwise.mean(encoder.at("norm").layerNorm(x, NORM_EPSILON), 1); // [1, places, c] → [1, c]
        graph.output("pooled", pooled);
        graph.output("projected", projected(root.at("audio_projection"), pooled, projection, config.projected()));
    }

    /// Two layers with an activation between them.
    static Value projected(Part part, Value pooled, int width, Activation activation) {
        return part.at("linear2").linear(activation.of(part.at("linear1").linear(pooled, width)), width);
    }

    /// Values inside the network by name, for tests that look where a difference begins.
    Map<String, Value> landmarks() {
        return landmarks;
    }

    /// Every band by its mean and deviation over the training sounds.
    private Value normed(Value features) {
        Part part = encoder.at("batch_norm");
        int bands = config.bands();
        Value variance = part.weight("running_var", bands);
        Value scale = part.weight("weight", bands).dividedBy(Pointwise.sqrt(variance.plus(root.graph().scalar(NORM_EPSILON))));
        return Pointwise.minus(features, part.weight("running_mean", bands)).times(scale).plus(part.weight("bias", bands));
    }

    /// `[1, 1, frames, bands] → [1, 1, size, size]`: time is cut into pieces, which stand below one another with the low bands on top.
    private Value picture(Value features) {
        int pieces = config.pieces();
        int bands = config.bands();
        Value stretched = Pointwise.cubic(features, config.size() * pieces, bands); // → [1, 1, size·pieces, bands]
        Value parted = SwinBlock.shaped(stretched, pieces, config.size(), bands).transpose(0, 2, 1); // → [pieces, bands, size]
        return SwinBlock.shaped(parted, 1, 1, config.size(), config.size());
    }

    /// `[1, h·w, c] → [1, h/2·w/2, 2c]`; the last stage keeps both.
    private Value stage(int stage, Value x) {
        Part part = encoder.at("layers", stage);
        int grid = config.grid(stage);
        int inner = (int) (config.inner() * config.width(stage));
        Value h = x;
        for (int i = 0; i < config.depths().get(stage); i++) {
            int shift = i % 2 == 0 || grid <= config.window() ? 0 : config.window() / 2;
            SwinBlock block = new SwinBlock(grid, config.window(), shift, config.heads().get(stage), inner, config.activation(), config.epsilon());
            h = landmark("stage" + stage + "_block" + i, block.apply(part.at("blocks", i), h));
        }
        return stage == config.stages() - 1 ? h : merged(part.at("downsample"), h, stage);
    }

    /// Four neighbours become one, in the order top left, bottom left, top right, bottom right.
    private Value merged(Part part, Value x, int stage) {
        int grid = config.grid(stage);
        int width = config.width(stage);
        Value picture = SwinBlock.shaped(x, 1, grid, grid, width);
        Value left = everySecond(picture, 2, 0);
        Value right = everySecond(picture, 2, 1);
        Value joined = everySecond(left, 1, 0).concat(everySecond(left, 1, 1), 3)
                .concat(everySecond(right, 1, 0).concat(everySecond(right, 1, 1), 3), 3); // → [1, h/2, w/2, 4c]
        Value rows = SwinBlock.shaped(joined, 1, grid / 2 * (grid / 2), 4 * width);
        return part.at("reduction").linearWithoutBias(part.at("norm").layerNorm(rows, NORM_EPSILON), 2 * width);
    }

    private static Value everySecond(Value x, int axis, int first) {
        return Picking.along(x, axis, LongStream.range(0, x.dim(axis).length() / 2).map(i -> 2 * i + first).toArray());
    }

    private Value landmark(String name, Value value) {
        landmarks.put(name, value);
        return value;
    }
}
