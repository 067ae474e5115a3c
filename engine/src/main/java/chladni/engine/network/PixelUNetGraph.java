package chladni.engine.network;

import chladni.engine.graph.Dim;
import chladni.engine.graph.ElementType;
import chladni.engine.graph.Graph;
import chladni.engine.graph.Layers;
import chladni.engine.graph.Picking;
import chladni.engine.graph.Pointwise;
import chladni.engine.graph.Value;
import chladni.engine.graph.Window;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/// Writes the graph of DeepFloyd IF's networks: down, middle, up, with a skip from every block of the way down to one of the way up.
final class PixelUNetGraph {
    private static final float TEXT_EPSILON = 1e-5f;

    private final PixelUNetConfig config;
    private final Part root;
    private final Map<String, Value> landmarks = new LinkedHashMap<>();
    private final Deque<Value> skips = new ArrayDeque<>();

    PixelUNetGraph(PixelUNetConfig config, Part root) {
        this.config = config;
        this.root = root;
    }

    /// Inputs `sample [n, c, h, w]`, `timestep [1]`, `context [n, l, d]` and, where a small picture is enlarged, `noise_level [1]`;
    /// output `prediction [n, c', h, w]`.
    void write() {
        Graph graph = root.graph();
        Dim n = Dim.named("n");
        Value sample = graph.input("sample", ElementType.FLOAT, n, Dim.of(config.inChannels()), Dim.named("h"), Dim.named("w"));
        Value timestep = graph.input("timestep", ElementType.FLOAT, Dim.of(1));
        Value context = graph.input("context", ElementType.FLOAT, n, Dim.named("l"), Dim.of(config.stateWidth()));

        Value time = time(timestep, context);
        Value text = config.textWidth() > 0 ? root.at("encoder_hid_proj").linear(context, config.keyWidth()) : context; // → [n, l, k]
        PixelAttention attention = new PixelAttention(landmark("projected_text", text), config.normedText(), config.block().norm().groups());
        PixelResnet resnet = new PixelResnet(config.block(), time, config.block().divisor());

        Value x = landmark("conv_in", root.at("conv_in").conv(sample, config.channels().getFirst(), 3, Window.keeping(3)));
        skips.push(x);
        for (int level = 0; level < config.levels(); level++) {
            x = landmark("down" + level, down(level, x, resnet, attention));
        }
        x = landmark("mid", middle(x, new PixelResnet(config.block(), time, config.block().middleDivisor()), attention));
        for (int block = 0; block < config.levels(); block++) {
            x = landmark("up" + block, up(block, x, resnet, attention));
        }
        Value active = config.block().activation().of(root.at("conv_norm_out").groupNorm(x, config.block().norm()));
        graph.output("prediction", root.at("conv_out").conv(active, config.outChannels(), 3, Window.keeping(3)));
    }

    /// Values inside the network by name, for tests that look where a difference begins.
    Map<String, Value> landmarks() {
        return landmarks;
    }

    /// Time, noise level and the text as one vector, added up: `[n, t]` or `[1, t]`.
    private Value time(Value timestep, Value context) {
        Value sum = landmark("time_embedding", embedded(root.at("time_embedding"), timestep));
        for (Activation after : config.time().after()) {
            sum = after.of(sum);
        }
        if (config.noiseLevel()) {
            Value level = root.graph().input("noise_level", ElementType.FLOAT, Dim.of(1));
            sum = sum.plus(landmark("noise_level_embedding", embedded(root.at("class_embedding"), level)));
        }
        if (config.pooled() > 0) {
            sum = sum.plus(landmark("text_embedding", pooled(root.at("add_embedding"), context)));
        }
        for (Activation last : config.time().last()) {
            sum = last.of(sum);
        }
        return sum;
    }

    /// Sines and cosines of a time through two layers: `[1] → [1, t]`.
    private Value embedded(Part part, Value time) {
        int half = config.channels().getFirst() / 2;
        Value frequencies = root.graph().constant(UNet2DGraph.frequencies(half, config.time().freqShift()), 1, half);
        Value angles = time.unsqueeze(1).times(frequencies); // [1] → [1, half]
        Value waves = config.time().flipSinToCos() ? angles.cos().concat(angles.sin(), 1) : angles.sin().concat(angles.cos(), 1);
        Value hidden = config.block().activation().of(part.at("linear_1").linear(waves, config.timeWidth()));
        return part.at("linear_2").linear(hidden, config.timeWidth());
    }

    /// The text as one vector: its mean, with a place of its own, looks at itself and all the others. `[n, l, d] → [n, t]`
    private Value pooled(Part part, Value context) {
        int width = config.stateWidth();
        Value states = part.at("norm1").layerNorm(context, TEXT_EPSILON);
        Part pool = part.at("pool");
        Value first = Pointwise.mean(states, 1).plus(pool.weight("positional_embedding", 1, width)).unsqueeze(1); // [n, 1, d]
        Value all = first.concat(states, 1); // → [n, 1 + l, d]
        Value attended = Layers.attention(pool.at("q_proj").linear(first, width), pool.at("k_proj").linear(all, width),
                pool.at("v_proj").linear(all, width), config.pooled()); // → [n, 1, d]
        Value vector = part.at("proj").linear(Picking.one(attended, 1, 0), config.timeWidth());
        return part.at("norm2").layerNorm(vector, TEXT_EPSILON);
    }

    /// `x [n, c, h, w] → [n, c', h/2, w/2]`; the last level keeps the size.
    private Value down(int level, Value x, PixelResnet resnet, PixelAttention attention) {
        Part part = root.at("down_blocks", level);
        int channels = config.channels().get(level);
        Value h = x;
        for (int i = 0; i < config.layers().get(level); i++) {
            h = resnet.apply(part.at("resnets", i), h, channels);
            if (config.attends().get(level)) {
                h = attention.apply(part.at("attentions", i), h, config.headWidths().get(level), config.textOnly().get(level));
            }
            skips.push(h);
        }
        if (level < config.levels() - 1) {
            h = resnet.apply(part.at("downsamplers.0"), h, channels, Pointwise::averagePooled);
            skips.push(h);
        }
        return h;
    }

    private Value middle(Value x, PixelResnet resnet, PixelAttention attention) {
        Part part = root.at("mid_block");
        int channels = config.channels().getLast();
        Value h = resnet.apply(part.at("resnets", 0), x, channels);
        h = attention.apply(part.at("attentions", 0), h, config.headWidths().getLast(), config.middleTextOnly());
        return resnet.apply(part.at("resnets", 1), h, channels);
    }

    /// `x [n, c, h, w] → [n, c', 2h, 2w]`; the last block keeps the size.
    private Value up(int block, Value x, PixelResnet resnet, PixelAttention attention) {
        Part part = root.at("up_blocks", block);
        int level = config.levels() - 1 - block;
        int channels = config.channels().get(level);
        Value h = x;
        for (int i = 0; i <= config.layers().get(level); i++) {
            h = resnet.apply(part.at("resnets", i), h.concat(skips.pop(), 1), channels);
            if (config.attendsUp().get(block)) {
                // By the block, not by the level: so the library takes its list of head widths on the way up.
                h = attention.apply(part.at("attentions", i), h, config.headWidths().get(block), config.textOnly().get(level));
            }
        }
        // An enlarged level is as large as its skip.
        return block < config.levels() - 1 ? resnet.apply(part.at("upsamplers.0"), h, channels, value -> value.resizeLike(skips.element())) : h;
    }

    private Value landmark(String name, Value value) {
        landmarks.put(name, value);
        return value;
    }
}
