package chladni.engine.network;

import chladni.engine.graph.Layers.Norm;
import java.util.List;
import java.util.stream.Stream;

/// The configuration of diffusers' `UNet2DConditionModel` as DeepFloyd IF uses it, with the library's defaults.
///
/// @param layers resnets per level on the way down; one more on the way up
/// @param headWidths WIDTH of an attention head per level, which the file calls `attention_head_dim`, and here means it; on the way up they
///     are counted from the middle outwards, in the same order, as in the library
/// @param textOnly per level, from the picture inwards, and last the middle: whether places see the text only and not one another
/// @param attends the levels with attention, from the picture inwards
/// @param textWidth of the text encoder's states; 0 where they are as wide as the keys want
/// @param keyWidth of the text as the attention layers want it
/// @param pooled heads of the attention that makes one vector of the text; 0 for no such vector
/// @param noiseLevel whether the network is told how noisy a small picture is that it enlarges
record PixelUNetConfig(int inChannels, int outChannels, int size, List<Integer> channels, List<Integer> layers, List<Integer> headWidths,
        List<Boolean> textOnly, List<Boolean> attends, List<Boolean> attendsUp, int textWidth, int keyWidth, int pooled, boolean noiseLevel,
        boolean normedText, Block block, Time time) {
    static final String DOWN = "ResnetDownsampleBlock2D";
    static final String CROSS_DOWN = "SimpleCrossAttnDownBlock2D";
    static final String UP = "ResnetUpsampleBlock2D";
    static final String CROSS_UP = "SimpleCrossAttnUpBlock2D";

    /// What all resnets share.
    ///
    /// @param scaled whether the time vector scales and shifts, or only shifts
    /// @param timeActive whether the activation is applied to the time vector in every resnet
    /// @param divisor of a resnet's sum
    /// @param middleDivisor the same in the middle
    record Block(Norm norm, Activation activation, boolean scaled, boolean timeActive, float divisor, float middleDivisor) {}

    /// How times become vectors.
    ///
    /// @param after activation after the second layer of the time net, `last` after everything is added up; none where empty
    record Time(boolean flipSinToCos, double freqShift, List<Activation> after, List<Activation> last) {}

    static PixelUNetConfig read(NetworkConfig file) {
        refuseWhatIsNotBuilt(file);
        List<Integer> channels = file.integers("block_out_channels", List.of(320, 640, 1280, 1280));
        int levels = channels.size();
        List<String> down = file.texts("down_block_types", List.of());
        List<String> up = file.texts("up_block_types", List.of());
        requireBlocks(file, "down_block_types", down, List.of(DOWN, CROSS_DOWN), levels);
        requireBlocks(file, "up_block_types", up, List.of(UP, CROSS_UP), levels);
        int keyWidth = file.integer("cross_attention_dim", 1280);
        boolean pooled = file.has("addition_embed_type");
        PixelUNetConfig config = new PixelUNetConfig(
                file.integer("in_channels", 4), file.integer("out_channels", 4), file.integer("sample_size", 64), channels,
                file.integers("layers_per_block", levels, 2), file.integers("attention_head_dim", levels, 8), textOnly(file, levels),
                down.stream().map(CROSS_DOWN::equals).toList(), up.stream().map(CROSS_UP::equals).toList(),
                file.integer("encoder_hid_dim", 0), keyWidth, pooled ? file.integer("addition_embed_type_num_heads", 64) : 0,
                file.has("class_embed_type"), file.has("cross_attention_norm"), block(file), time(file));
        config.check(file);
        return config;
    }

    private static Block block(NetworkConfig file) {
        Norm norm = new Norm(file.integer("norm_num_groups", 32), (float) file.number("norm_eps", 1e-5));
        boolean scaled = switch (file.text("resnet_time_scale_shift", "default")) {
            case "scale_shift" -> true;
            case "default" -> false;
            default -> throw file.unsupported("resnet_time_scale_shift");
        };
        return new Block(norm, Activation.read(file, "act_fn", "silu"), scaled, !file.flag("resnet_skip_time_act", false),
                (float) file.number("resnet_out_scale_factor", 1), (float) file.number("mid_block_scale_factor", 1));
    }

    private static Time time(NetworkConfig file) {
        return new Time(file.flag("flip_sin_to_cos", true), file.number("freq_shift", 0),
                optional(file, "timestep_post_act"), optional(file, "time_embedding_act_fn"));
    }

    private static List<Activation> optional(NetworkConfig file, String key) {
        return file.has(key) ? List.of(Activation.read(file, key, "silu")) : List.of();
    }

    /// One flag for all levels and the middle, or a list, which says nothing of the middle.
    private static List<Boolean> textOnly(NetworkConfig file, int levels) {
        List<Boolean> perLevel = file.flags("only_cross_attention", levels);
        boolean one = !file.isList("only_cross_attention") && !perLevel.isEmpty() && perLevel.getFirst();
        boolean middle = file.flag("mid_block_only_cross_attention", one);
        return Stream.concat(perLevel.stream(), Stream.of(middle)).toList();
    }

    private static void requireBlocks(NetworkConfig file, String key, List<String> types, List<String> known, int levels) {
        if (types.size() != levels || levels == 0 || !known.containsAll(types)) {
            throw file.unsupported(key);
        }
    }

    private static void refuseWhatIsNotBuilt(NetworkConfig file) {
        file.requireOnly("mid_block_type", "UNetMidBlock2DSimpleCrossAttn");
        file.requireOnly("time_embedding_type", "positional");
        file.requireOnly("class_embed_type", "timestep");
        file.requireOnly("addition_embed_type", "text");
        file.requireOnly("encoder_hid_dim_type", "text_proj");
        file.requireOnly("cross_attention_norm", "group_norm");
        file.requireOnly("attention_type", "default");
        for (String key : List.of("time_cond_proj_dim", "num_class_embeds", "num_attention_heads", "time_embedding_dim")) {
            if (file.has(key)) {
                throw file.unsupported(key);
            }
        }
        for (String key : List.of("center_input_sample", "dual_cross_attention", "class_embeddings_concat")) {
            if (file.flag(key, false)) {
                throw file.unsupported(key);
            }
        }
        for (String key : List.of("conv_in_kernel", "conv_out_kernel")) {
            if (file.integer(key, 3) != 3) {
                throw file.unsupported(key);
            }
        }
    }

    private void check(NetworkConfig file) {
        for (int level = 0; level < levels(); level++) {
            if (block.norm.groups() == 0 || channels.get(level) == 0 || channels.get(level) % block.norm.groups() != 0) {
                throw file.unsupported("norm_num_groups");
            }
            boolean last = level == levels() - 1;
            requireHeads(file, level, level, attends.get(level) || last);
            requireHeads(file, level, levels() - 1 - level, attendsUp.get(levels() - 1 - level));
        }
        if (pooled > 0 && stateWidth() % pooled != 0 || file.has("addition_embed_type") && pooled == 0) {
            throw file.unsupported("addition_embed_type_num_heads");
        }
        if (normedText && keyWidth % PixelAttention.TEXT_GROUPS != 0) {
            throw file.unsupported("cross_attention_dim");
        }
        if (block.divisor == 0 || block.middleDivisor == 0) {
            throw file.unsupported("resnet_out_scale_factor");
        }
    }

    private void requireHeads(NetworkConfig file, int level, int width, boolean needed) {
        if (needed && (headWidths.get(width) == 0 || channels.get(level) % headWidths.get(width) != 0)) {
            throw file.unsupported("attention_head_dim");
        }
    }

    int levels() {
        return channels.size();
    }

    /// Width of the states that the network is given.
    int stateWidth() {
        return textWidth > 0 ? textWidth : keyWidth;
    }

    boolean middleTextOnly() {
        return textOnly.getLast();
    }

    /// Width of the time vector.
    int timeWidth() {
        return 4 * channels.getFirst();
    }
}
