package chladni.engine.network;

import chladni.engine.graph.Dim;
import chladni.engine.graph.ElementType;
import chladni.engine.graph.Graph;
import chladni.engine.graph.Value;
import chladni.engine.graph.Window;
import chladni.engine.graph.Winograd;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes the graph of `UNet2DConditionModel`: down, middle, up, with a skip from every layer of the way down to one of the
/// way up. One graph serves all batch sizes, heights, widths and context lengths.
final class UNet2DGraph {
    private final UNet2DConfig config;
    private final Part root;
    private final Map<String, Value> landmarks = new LinkedHashMap<>();

    UNet2DGraph(UNet2DConfig config, Part root) {
        this.config = config;
        this.root = root;
    }

    /// Inputs `sample [n, c, h, w]`, `timestep [1]` and `context [n, l, d]`; output `prediction [n, c', h, w]`.
    void write() {
        Graph graph = root.graph();
        Value sample = graph.input("sample", ElementType.FLOAT, Dim.named("n"), Dim.of(config.inChannels()), Dim.named("h"), Dim.named("w"));
        Value timestep = graph.input("timestep", ElementType.FLOAT, Dim.of(1));
        Value context = graph.input("context", ElementType.FLOAT, Dim.named("n"), Dim.named("l"), Dim.of(config.contextWidth()));

        Value time = timeEmbedding(timestep); // [1] → [1, t]
        ResnetBlock resnet = new ResnetBlock(config.norm(), time.silu(), null);

        Deque<Value> skips = new ArrayDeque<>();
        Value x = landmark("conv_in", root.at("conv_in").conv(sample, config.channels().getFirst(), 3, Window.keeping(3)));
        skips.push(x);
        for (int level = 0; level < config.levels(); level++) {
            x = landmark("down" + level, down(level, x, resnet, context, skips));
        }
        x = landmark("mid", middle(x, resnet, context));
        for (int block = 0; block < config.levels(); block++) {
            x = landmark("up" + block, up(block, x, resnet, context, skips));
        }
        x = landmark("conv_norm_out", root.at("conv_norm_out").groupNorm(x, config.norm()));
        graph.output("prediction", root.at("conv_out").conv(x.silu(), config.outChannels(), 3, Window.keeping(3)));
    }

    /// Values inside the network by name, for tests that look where a difference begins.
    Map<String, Value> landmarks() {
        return landmarks;
    }

    private Value timeEmbedding(Value timestep) {
        int half = config.channels().getFirst() / 2;
        Value angles = timestep.unsqueeze(1).times(root.graph().constant(frequencies(half, config.freqShift()), 1, half)); // [1] → [1, half]
        Value embedding = config.flipSinToCos() ? angles.cos().concat(angles.sin(), 1) : angles.sin().concat(angles.cos(), 1); // → [1, 2·half]
        Part part = root.at("time_embedding");
        Value hidden = part.at("linear_1").linear(embedding, config.timeWidth()).silu(); // → [1, t]
        return landmark("time_embedding", part.at("linear_2").linear(hidden, config.timeWidth()));
    }

    /// `10000^(−i / (half − shift))`, each step rounded to float32 as PyTorch does: at t = 999 a last bit is worth 6e-5.
    static float[] frequencies(int half, double shift) {
        float[] frequencies = new float[half];
        for (int i = 0; i < half; i++) {
            float exponent = (float) -Math.log(10000) * i / (float) (half - shift);
            frequencies[i] = (float) Math.exp(exponent);
        }
        return frequencies;
    }

    /// `x [n, c, h, w] → [n, c', h/2, w/2]`; the last level keeps the size.
    private Value down(int level, Value x, ResnetBlock resnet, Value context, Deque<Value> skips) {
        Part part = root.at("down_blocks", level);
        int channels = config.channels().get(level);
        TransformerBlocks attention = new TransformerBlocks(context, config.norm().groups(), config.transformerLayers().get(level));
        Value h = x;
        for (int i = 0; i < config.layers().get(level); i++) {
            h = landmark("down" + level + "_resnet" + i, resnet.computed(computed(level)).apply(part.at("resnets", i), h, channels));
            if (config.downAttends(level)) {
                h = landmark("down" + level + "_attention" + i, attention.apply(part.at("attentions", i), h, config.heads().get(level)));
            }
            skips.push(h);
        }
        if (level < config.levels() - 1) {
            h = part.at("downsamplers.0.conv").conv(h, channels, 3, Window.halving()); // → [n, c', h/2, w/2]
            skips.push(h);
        }
        return h;
    }

    private Value middle(Value x, ResnetBlock resnet, Value context) {
        Part part = root.at("mid_block");
        int last = config.levels() - 1;
        int channels = config.channels().get(last);
        TransformerBlocks attention = new TransformerBlocks(context, config.norm().groups(), config.transformerLayers().get(last));
        Value h = resnet.apply(part.at("resnets", 0), x, channels);
        h = attention.apply(part.at("attentions", 0), h, config.heads().get(last));
        return resnet.apply(part.at("resnets", 1), h, channels);
    }

    /// `x [n, c, h, w] → [n, c', 2h, 2w]`; the last block keeps the size. An odd size comes back as the skip has it.
    private Value up(int block, Value x, ResnetBlock resnet, Value context, Deque<Value> skips) {
        Part part = root.at("up_blocks", block);
        int level = config.levels() - 1 - block;
        int channels = config.channels().get(level);
        TransformerBlocks attention = new TransformerBlocks(context, config.norm().groups(), config.transformerLayers().get(level));
        Value h = x;
        for (int i = 0; i <= config.layers().get(level); i++) {
            h = resnet.computed(computed(level)).apply(part.at("resnets", i), h.concat(skips.pop(), 1), channels); // [n, c + c_skip, h, w] → [n, c', h, w]
            if (config.upAttends(block)) {
                h = attention.apply(part.at("attentions", i), h, config.heads().get(level));
            }
        }
        if (block < config.levels() - 1) {
            h = h.resizeLike(skips.element()); // → [n, c', 2h, 2w]
            h = part.at("upsamplers.0.conv").conv3(h, channels, computed(level - 1));
        }
        return h;
    }

    /// How 3×3 convolutions at a level's size are computed. Tiles save most where pictures are large, and there weights are small, so that it
    /// matters little that the kernels grow to four times (tiles of two: not quite twice) their size. At the inner levels it would matter.
    private static @Nullable Winograd computed(int level) {
        return switch (level) {
            case 0 -> Winograd.TILES_OF_4;
            case 1 -> Winograd.TILES_OF_2;
            default -> null;
        };
    }

    private Value landmark(String name, Value value) {
        landmarks.put(name, value);
        return value;
    }
}
