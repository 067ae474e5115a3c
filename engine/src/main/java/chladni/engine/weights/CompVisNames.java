package chladni.engine.weights;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The names that Stable Diffusion 1.x's original single-file checkpoints (CompVis, runwayml) give to weights, and what
/// diffusers calls them. The original numbers all blocks through; with two layers a block, every third one changes the level.
final class CompVisNames {
    private static final int PER_LEVEL = 3; // two layers and a change of size
    private static final int VAE_LEVELS = 4;

    private static final List<Rule> UNET = List.of(
            rule("time_embed\\.0\\.", m -> "time_embedding.linear_1."),
            rule("time_embed\\.2\\.", m -> "time_embedding.linear_2."),
            rule("input_blocks\\.0\\.0\\.", m -> "conv_in."),
            rule("out\\.0\\.", m -> "conv_norm_out."),
            rule("out\\.2\\.", m -> "conv_out."),
            rule("middle_block\\.1\\.", m -> "mid_block.attentions.0."),
            rule("middle_block\\.(0|2)\\.", m -> "mid_block.resnets." + number(m, 1) / 2 + "."),
            rule("input_blocks\\.(\\d{1,3})\\.0\\.op\\.", m -> "down_blocks." + (number(m, 1) - 1) / PER_LEVEL + ".downsamplers.0.conv."),
            rule("input_blocks\\.(\\d{1,3})\\.0\\.", m -> "down_blocks." + place(number(m, 1) - 1, "resnets")),
            rule("input_blocks\\.(\\d{1,3})\\.1\\.", m -> "down_blocks." + place(number(m, 1) - 1, "attentions")),
            rule("output_blocks\\.(\\d{1,3})\\.[12]\\.conv\\.", m -> "up_blocks." + number(m, 1) / PER_LEVEL + ".upsamplers.0.conv."),
            rule("output_blocks\\.(\\d{1,3})\\.0\\.", m -> "up_blocks." + place(number(m, 1), "resnets")),
            rule("output_blocks\\.(\\d{1,3})\\.1\\.", m -> "up_blocks." + place(number(m, 1), "attentions")));

    /// Inside the UNet's resnet blocks.
    private static final List<Rule> UNET_RESNET = List.of(
            rule("in_layers\\.0\\.", m -> "norm1."),
            rule("in_layers\\.2\\.", m -> "conv1."),
            rule("emb_layers\\.1\\.", m -> "time_emb_proj."),
            rule("out_layers\\.0\\.", m -> "norm2."),
            rule("out_layers\\.3\\.", m -> "conv2."),
            rule("skip_connection\\.", m -> "conv_shortcut."));

    private static final List<Rule> VAE = List.of(
            rule("(encoder|decoder)\\.norm_out\\.", m -> m.group(1) + ".conv_norm_out."),
            rule("(encoder|decoder)\\.mid\\.block_([12])\\.", m -> m.group(1) + ".mid_block.resnets." + (number(m, 2) - 1) + "."),
            rule("(encoder|decoder)\\.mid\\.attn_1\\.norm\\.", m -> m.group(1) + ".mid_block.attentions.0.group_norm."),
            rule("(encoder|decoder)\\.mid\\.attn_1\\.([qkv])\\.", m -> m.group(1) + ".mid_block.attentions.0.to_" + m.group(2) + "."),
            rule("(encoder|decoder)\\.mid\\.attn_1\\.proj_out\\.", m -> m.group(1) + ".mid_block.attentions.0.to_out.0."),
            rule("encoder\\.down\\.(\\d{1,3})\\.block\\.(\\d{1,3})\\.", m -> "encoder.down_blocks." + m.group(1) + ".resnets." + m.group(2) + "."),
            rule("encoder\\.down\\.(\\d{1,3})\\.downsample\\.", m -> "encoder.down_blocks." + m.group(1) + ".downsamplers.0."),
            // The original counts the decoder's levels from the picture, diffusers from the latents.
            rule("decoder\\.up\\.(\\d)\\.block\\.(\\d{1,3})\\.", m -> "decoder.up_blocks." + (VAE_LEVELS - 1 - number(m, 1)) + ".resnets." + m.group(2) + "."),
            rule("decoder\\.up\\.(\\d)\\.upsample\\.", m -> "decoder.up_blocks." + (VAE_LEVELS - 1 - number(m, 1)) + ".upsamplers.0."));

    private static final List<Rule> VAE_RESNET = List.of(rule("nin_shortcut\\.", m -> "conv_shortcut."));

    private CompVisNames() {}

    /// The network a weight belongs to and its name there; empty for what no network needs, such as training's averages.
    static Optional<Named> named(String original) {
        String name = original.startsWith("state_dict.") ? original.substring("state_dict.".length()) : original;
        for (Network network : Network.values()) {
            if (name.startsWith(network.prefix)) {
                return Optional.of(new Named(network, network.rename(name.substring(network.prefix.length()))));
            }
        }
        return Optional.empty();
    }

    record Named(Network network, String name) {}

    enum Network {
        UNET("model.diffusion_model.") {
            @Override
            String rename(String name) {
                String renamed = renamed(CompVisNames.UNET, name);
                int inside = renamed.indexOf("resnets.");
                return inside < 0 ? renamed : renamedAfter(UNET_RESNET, renamed, inside);
            }
        },
        VAE("first_stage_model.") {
            @Override
            String rename(String name) {
                String renamed = renamed(CompVisNames.VAE, name);
                int inside = renamed.indexOf("resnets.");
                return inside < 0 ? renamed : renamedAfter(VAE_RESNET, renamed, inside);
            }
        },
        TEXT("cond_stage_model.transformer.") {
            @Override
            String rename(String name) {
                return name;
            }
        };

        private final String prefix;

        Network(String prefix) {
            this.prefix = prefix;
        }

        abstract String rename(String name);
    }

    private static String renamed(List<Rule> rules, String name) {
        for (Rule rule : rules) {
            String renamed = rule.apply(name);
            if (renamed != null) {
                return renamed;
            }
        }
        return name;
    }

    /// Renames what follows `resnets.N.` at `inside`.
    private static String renamedAfter(List<Rule> rules, String name, int inside) {
        int start = name.indexOf('.', inside + "resnets.".length()) + 1;
        return name.substring(0, start) + renamed(rules, name.substring(start));
    }

    private static String place(int block, String kind) {
        return block / PER_LEVEL + "." + kind + "." + block % PER_LEVEL + ".";
    }

    private static int number(MatchResult match, int group) {
        return Integer.parseInt(match.group(group));
    }

    private static Rule rule(String beginning, Renaming renaming) {
        return new Rule(Pattern.compile(beginning), renaming);
    }

    @FunctionalInterface
    private interface Renaming {
        String of(MatchResult match);
    }

    /// Replaces a name's beginning.
    private record Rule(Pattern beginning, Renaming renaming) {
        @Nullable String apply(String name) {
            Matcher matcher = beginning.matcher(name);
            return matcher.lookingAt() ? renaming.of(matcher) + name.substring(matcher.end()) : null;
        }
    }
}
