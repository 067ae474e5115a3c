package chladni.engine.network;

import chladni.engine.graph.Dim;
import chladni.engine.graph.ElementType;
import chladni.engine.graph.Layers;
import chladni.engine.graph.Value;
import chladni.engine.graph.Window;
import chladni.engine.graph.Winograd;

/// Writes the two graphs of `AutoencoderKL`.
final class AutoencoderKlGraph {
    private final AutoencoderKlConfig config;
    private final Part root;
    private final ResnetBlock resnet;

    AutoencoderKlGraph(AutoencoderKlConfig config, Part root) {
        this.config = config;
        this.root = root;
        this.resnet = new ResnetBlock(config.norm(), null, Winograd.TILES_OF_4);
    }

    /// Input `picture [n, c, H, W]`; output `moments [n, 2·z, h, w]`: mean, then logarithm of the variance.
    void encoder() {
        Part encoder = root.at("encoder");
        int patch = config.patch();
        Value picture = root.graph().input("picture", ElementType.FLOAT, Dim.named("n"),
                Dim.of(config.inChannels() / (patch * patch)), Dim.named("H"), Dim.named("W"));
        Value x = patch == 1 ? picture : picture.pixelUnshuffle(patch); // [n, c, H, W] → [n, c·p², H/p, W/p]
        x = encoder.at("conv_in").conv(x, config.channels().getFirst(), 3, Window.keeping(3));
        for (int level = 0; level < config.levels(); level++) {
            int channels = config.channels().get(level);
            Part block = encoder.at("down_blocks", level);
            for (int i = 0; i < config.layers(); i++) {
                x = resnet.apply(block.at("resnets", i), x, channels);
            }
            if (level < config.levels() - 1) {
                x = block.at("downsamplers.0.conv").conv(x, channels, 3, Window.halvingAtEnd()); // → [n, c, h/2, w/2]
            }
        }
        x = middle(encoder.at("mid_block"), x);
        x = encoder.at("conv_norm_out").groupNorm(x, config.norm()).silu();
        x = encoder.at("conv_out").conv(x, 2 * config.latentChannels(), 3, Window.keeping(3)); // → [n, 2·z, h, w]
        if (config.quantConv()) {
            x = root.at("quant_conv").conv(x, 2 * config.latentChannels(), 1, Window.keeping(1));
        }
        root.graph().output("moments", x);
    }

    /// Input `latents [n, z, h, w]`; output `picture [n, c, H, W]`.
    void decoder() {
        Part decoder = root.at("decoder");
        int last = config.levels() - 1;
        Value x = root.graph().input("latents", ElementType.FLOAT, Dim.named("n"), Dim.of(config.latentChannels()), Dim.named("h"), Dim.named("w"));
        if (config.postQuantConv()) {
            x = root.at("post_quant_conv").conv(x, config.latentChannels(), 1, Window.keeping(1));
        }
        x = decoder.at("conv_in").conv(x, config.channels().get(last), 3, Window.keeping(3));
        x = middle(decoder.at("mid_block"), x);
        for (int block = 0; block <= last; block++) {
            int channels = config.channels().get(last - block);
            Part part = decoder.at("up_blocks", block);
            for (int i = 0; i <= config.layers(); i++) {
                x = resnet.apply(part.at("resnets", i), x, channels);
            }
            if (block < last) {
                // At the full size the tiles of this one convolution would take more memory than all the rest.
                x = part.at("upsamplers.0.conv").conv3(x.doubled(), channels, block < last - 1 ? Winograd.TILES_OF_4 : null); // → [n, c, 2h, 2w]
            }
        }
        x = decoder.at("conv_norm_out").groupNorm(x, config.norm()).silu();
        x = decoder.at("conv_out").conv(x, config.outChannels(), 3, Window.keeping(3));
        root.graph().output("picture", config.patch() == 1 ? x : x.pixelShuffle(config.patch())); // [n, c·p², H/p, W/p] → [n, c, H, W]
    }

    private Value middle(Part part, Value x) {
        int channels = x.dim(1).length();
        Value h = resnet.apply(part.at("resnets", 0), x, channels);
        if (config.attention()) {
            h = attention(part.at("attentions", 0), h);
        }
        return resnet.apply(part.at("resnets", 1), h, channels);
    }

    /// One head over all places of `x [n, c, h, w]`. Files from before 2023 call its weights by other names.
    private Value attention(Part part, Value x) {
        int channels = x.dim(1).length();
        boolean old = part.has("query.weight");
        Part.Tokens tokens = part.tokens(part.at("group_norm").groupNorm(x, config.norm())); // → [n, h·w, c]
        Value query = part.at(old ? "query" : "to_q").linear(tokens.rows(), channels);
        Value key = part.at(old ? "key" : "to_k").linear(tokens.rows(), channels);
        Value value = part.at(old ? "value" : "to_v").linear(tokens.rows(), channels);
        Value attended = part.at(old ? "proj_attn" : "to_out.0").linear(Layers.attention(query, key, value, 1), channels);
        return tokens.back(attended).plus(x);
    }
}
