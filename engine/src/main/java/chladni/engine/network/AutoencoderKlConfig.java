package chladni.engine.network;

import chladni.engine.graph.Layers.Norm;
import java.util.Collections;
import java.util.List;

/// The configuration of diffusers' `AutoencoderKL`, with the library's defaults, and `patch_size`, which is ours.
///
/// @param patch side of the squares that are laid out as channels before the encoder and put back after the decoder; 1 = none
record AutoencoderKlConfig(int inChannels, int outChannels, int latentChannels, List<Integer> channels, int layers, Norm norm,
        boolean attention, boolean quantConv, boolean postQuantConv, int patch, Scaling scaling) {
    /// `z_model = (z − mean) / deviation · factor`, per latent channel.
    record Scaling(double factor, List<Double> mean, List<Double> deviation) {}

    static AutoencoderKlConfig read(NetworkConfig config) {
        config.requireOnly("act_fn", "silu");
        requireAll(config, "down_block_types", "DownEncoderBlock2D");
        requireAll(config, "up_block_types", "UpDecoderBlock2D");
        if (config.has("shift_factor") && config.number("shift_factor", 0) != 0) {
            throw config.unsupported("shift_factor");
        }
        int latentChannels = config.integer("latent_channels", 4);
        int patch = config.integer("patch_size", 1);
        AutoencoderKlConfig vae = new AutoencoderKlConfig(
                config.integer("in_channels", 3),
                config.integer("out_channels", 3),
                latentChannels,
                config.integers("block_out_channels", List.of(64)),
                config.integer("layers_per_block", 1),
                new Norm(config.integer("norm_num_groups", 32), 1e-6f), // the library's epsilon, not in the file
                config.flag("mid_block_add_attention", true),
                config.flag("use_quant_conv", true),
                config.flag("use_post_quant_conv", true),
                patch,
                new Scaling(config.number("scaling_factor", 0.18215), perChannel(config, "latents_mean", latentChannels, 0),
                        perChannel(config, "latents_std", latentChannels, 1)));
        vae.check(config);
        return vae;
    }

    private static void requireAll(NetworkConfig config, String key, String only) {
        if (!config.texts(key, List.of()).stream().allMatch(only::equals)) {
            throw config.unsupported(key);
        }
    }

    private static List<Double> perChannel(NetworkConfig config, String key, int count, double byDefault) {
        List<Double> numbers = config.has(key) ? config.numbers(key) : Collections.nCopies(count, byDefault);
        if (numbers.size() != count) {
            throw config.unsupported(key);
        }
        return numbers;
    }

    private void check(NetworkConfig config) {
        if (patch < 1 || inChannels % (patch * patch) != 0 || outChannels % (patch * patch) != 0) {
            throw config.unsupported("patch_size");
        }
        if (channels.isEmpty()) {
            throw config.unsupported("block_out_channels");
        }
        for (int width : channels) {
            if (norm.groups() == 0 || width == 0 || width % norm.groups() != 0) {
                throw config.unsupported("norm_num_groups");
            }
        }
    }

    int levels() {
        return channels.size();
    }

    /// Pixels per latent along each side.
    int factor() {
        return patch << (levels() - 1);
    }
}
