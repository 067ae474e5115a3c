package chladni.engine.network;

import chladni.engine.graph.Layers.Norm;
import java.util.List;

/// The configuration of diffusers' `UNet2DConditionModel`, with the library's defaults.
///
/// @param heads NUMBER of attention heads per level, which the file calls `attention_head_dim`
/// @param downBlocks block types from the picture inwards; `upBlocks` from the middle outwards
record UNet2DConfig(int inChannels, int outChannels, List<Integer> channels, List<Integer> layers, List<Integer> transformerLayers, List<Integer> heads,
        List<String> downBlocks, List<String> upBlocks, int contextWidth, Norm norm, boolean flipSinToCos, double freqShift) {
    private static final String CROSS_DOWN = "CrossAttnDownBlock2D";
    private static final String CROSS_UP = "CrossAttnUpBlock2D";

    static UNet2DConfig read(NetworkConfig config) {
        refuseWhatIsNotBuilt(config);
        List<Integer> channels = config.integers("block_out_channels", List.of(320, 640, 1280, 1280));
        int levels = channels.size();
        Norm norm = new Norm(config.integer("norm_num_groups", 32), (float) config.number("norm_eps", 1e-5));
        UNet2DConfig unet = new UNet2DConfig(
                config.integer("in_channels", 4),
                config.integer("out_channels", 4),
                channels,
                config.integers("layers_per_block", levels, 2),
                config.integers("transformer_layers_per_block", levels, 1),
                config.has("num_attention_heads") ? config.integers("num_attention_heads", levels, 8) : config.integers("attention_head_dim", levels, 8),
                config.texts("down_block_types", List.of(CROSS_DOWN, CROSS_DOWN, CROSS_DOWN, "DownBlock2D")),
                config.texts("up_block_types", List.of("UpBlock2D", CROSS_UP, CROSS_UP, CROSS_UP)),
                config.integer("cross_attention_dim", 1280),
                norm,
                config.flag("flip_sin_to_cos", true),
                config.number("freq_shift", 0));
        unet.check(config);
        return unet;
    }

    private static void refuseWhatIsNotBuilt(NetworkConfig config) {
        config.requireOnly("act_fn", "silu");
        config.requireOnly("mid_block_type", "UNetMidBlock2DCrossAttn");
        config.requireOnly("resnet_time_scale_shift", "default");
        config.requireOnly("time_embedding_type", "positional");
        for (String key : List.of("class_embed_type", "addition_embed_type", "encoder_hid_dim", "encoder_hid_dim_type", "time_cond_proj_dim",
                "num_class_embeds", "timestep_post_act", "attention_type")) {
            if (config.has(key) && !config.text(key, "default").equals("default")) {
                throw config.unsupported(key);
            }
        }
        for (String key : List.of("center_input_sample", "dual_cross_attention", "only_cross_attention", "class_embeddings_concat", "resnet_skip_time_act")) {
            if (config.has(key) && config.flag(key, false)) {
                throw config.unsupported(key);
            }
        }
        requireNumber(config, "downsample_padding", 1);
        requireNumber(config, "mid_block_scale_factor", 1);
        requireNumber(config, "conv_in_kernel", 3);
        requireNumber(config, "conv_out_kernel", 3);
        requireNumber(config, "resnet_out_scale_factor", 1);
    }

    private static void requireNumber(NetworkConfig config, String key, double only) {
        if (config.number(key, only) != only) {
            throw config.unsupported(key);
        }
    }

    private void check(NetworkConfig config) {
        if (channels.isEmpty() || downBlocks.size() != levels()) {
            throw config.unsupported("down_block_types");
        }
        if (upBlocks.size() != levels()) {
            throw config.unsupported("up_block_types");
        }
        for (int level = 0; level < levels(); level++) {
            if (!List.of(CROSS_DOWN, "DownBlock2D").contains(downBlocks.get(level))) {
                throw config.unsupported("down_block_types");
            }
            if (!List.of(CROSS_UP, "UpBlock2D").contains(upBlocks.get(level))) {
                throw config.unsupported("up_block_types");
            }
            if (heads.get(level) == 0 || channels.get(level) == 0 || channels.get(level) % heads.get(level) != 0) {
                throw config.unsupported("attention_head_dim");
            }
            if (norm.groups() == 0 || channels.get(level) % norm.groups() != 0) {
                throw config.unsupported("norm_num_groups");
            }
        }
    }

    int levels() {
        return channels.size();
    }

    boolean downAttends(int level) {
        return downBlocks.get(level).equals(CROSS_DOWN);
    }

    /// Up blocks are counted from the middle outwards.
    boolean upAttends(int block) {
        return upBlocks.get(block).equals(CROSS_UP);
    }

    /// Width of the time embedding.
    int timeWidth() {
        return 4 * channels.getFirst();
    }
}
