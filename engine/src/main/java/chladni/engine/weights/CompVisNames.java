package chladni.engine.weights;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The names that the original single-file checkpoints of Stable Diffusion 1.x and 2.x (CompVis, runwayml, Stability) give to
/// weights, and what diffusers calls them. The original numbers all blocks through: with two layers a block, as in all that were
/// published, every third one changes the level.
final class CompVisNames {
    private static final Pattern SMALLER = Pattern.compile("(?:state_dict\\.)?model\\.diffusion_model\\.input_blocks\\.(\\d{1,3})\\.0\\.op\\..*");
    private static final Pattern OUTPUT = Pattern.compile("(?:state_dict\\.)?model\\.diffusion_model\\.output_blocks\\.(\\d{1,3})\\..*");
    private static final Pattern VAE_LEVEL = Pattern.compile("(?:state_dict\\.)?first_stage_model\\.decoder\\.up\\.(\\d{1,3})\\..*");

    /// Blocks that make up a level of the UNet: its layers and a change of size.
    private final int perLevel;
    private final int vaeLevels;
    private final List<Rule> unet;
    private final List<Rule> vae;

    private CompVisNames(int perLevel, int vaeLevels) {
        this.perLevel = perLevel;
        this.vaeLevels = vaeLevels;
        this.unet = unetRules();
        this.vae = vaeRules();
    }

    /// The naming of a checkpoint with these names: how many layers a level has, and an autoencoder levels, only shows in all of them.
    static CompVisNames of(Collection<String> names) {
        // the first block that makes things smaller ends the first level; a UNet of one level has none, and all its output blocks make it up
        int perLevel = numbers(names, SMALLER).min().orElseGet(() -> numbers(names, OUTPUT).max().orElse(2) + 1);
        return new CompVisNames(Math.max(1, perLevel), numbers(names, VAE_LEVEL).max().orElse(3) + 1);
    }

    private static IntStream numbers(Collection<String> names, Pattern pattern) {
        return names.stream().map(pattern::matcher).filter(Matcher::matches).mapToInt(matcher -> number(matcher, 1));
    }

    private List<Rule> unetRules() {
        return List.of(
                rule("time_embed\\.0\\.", m -> "time_embedding.linear_1."),
                rule("time_embed\\.2\\.", m -> "time_embedding.linear_2."),
                rule("input_blocks\\.0\\.0\\.", m -> "conv_in."),
                rule("out\\.0\\.", m -> "conv_norm_out."),
                rule("out\\.2\\.", m -> "conv_out."),
                rule("middle_block\\.1\\.", m -> "mid_block.attentions.0."),
                rule("middle_block\\.(0|2)\\.", m -> "mid_block.resnets." + number(m, 1) / 2 + "."),
                rule("input_blocks\\.(\\d{1,3})\\.0\\.op\\.", m -> "down_blocks." + (number(m, 1) - 1) / perLevel + ".downsamplers.0.conv."),
                rule("input_blocks\\.(\\d{1,3})\\.0\\.", m -> "down_blocks." + place(number(m, 1) - 1, "resnets")),
                rule("input_blocks\\.(\\d{1,3})\\.1\\.", m -> "down_blocks." + place(number(m, 1) - 1, "attentions")),
                rule("output_blocks\\.(\\d{1,3})\\.[12]\\.conv\\.", m -> "up_blocks." + number(m, 1) / perLevel + ".upsamplers.0.conv."),
                rule("output_blocks\\.(\\d{1,3})\\.0\\.", m -> "up_blocks." + place(number(m, 1), "resnets")),
                rule("output_blocks\\.(\\d{1,3})\\.1\\.", m -> "up_blocks." + place(number(m, 1), "attentions")));
    }

    /// Inside the UNet's resnet blocks.
    private static final List<Rule> UNET_RESNET = List.of(
            rule("in_layers\\.0\\.", m -> "norm1."),
            rule("in_layers\\.2\\.", m -> "conv1."),
            rule("emb_layers\\.1\\.", m -> "time_emb_proj."),
            rule("out_layers\\.0\\.", m -> "norm2."),
            rule("out_layers\\.3\\.", m -> "conv2."),
            rule("skip_connection\\.", m -> "conv_shortcut."));

    private List<Rule> vaeRules() {
        return List.of(
                rule("(encoder|decoder)\\.norm_out\\.", m -> m.group(1) + ".conv_norm_out."),
                rule("(encoder|decoder)\\.mid\\.block_([12])\\.", m -> m.group(1) + ".mid_block.resnets." + (number(m, 2) - 1) + "."),
                rule("(encoder|decoder)\\.mid\\.attn_1\\.norm\\.", m -> m.group(1) + ".mid_block.attentions.0.group_norm."),
                rule("(encoder|decoder)\\.mid\\.attn_1\\.([qkv])\\.", m -> m.group(1) + ".mid_block.attentions.0.to_" + m.group(2) + "."),
                rule("(encoder|decoder)\\.mid\\.attn_1\\.proj_out\\.", m -> m.group(1) + ".mid_block.attentions.0.to_out.0."),
                rule("encoder\\.down\\.(\\d{1,3})\\.block\\.(\\d{1,3})\\.", m -> "encoder.down_blocks." + m.group(1) + ".resnets." + m.group(2) + "."),
                rule("encoder\\.down\\.(\\d{1,3})\\.downsample\\.", m -> "encoder.down_blocks." + m.group(1) + ".downsamplers.0."),
                // The original counts the decoder's levels from the picture, diffusers from the latents.
                rule("decoder\\.up\\.(\\d)\\.block\\.(\\d{1,3})\\.", m -> decoderLevel(m) + ".resnets." + m.group(2) + "."),
                rule("decoder\\.up\\.(\\d)\\.upsample\\.", m -> decoderLevel(m) + ".upsamplers.0."));
    }

    private static final List<Rule> VAE_RESNET = List.of(rule("nin_shortcut\\.", m -> "conv_shortcut."));

    /// OpenCLIP's text encoder, in Stable Diffusion 2.x. Its fused `in_proj` is cut where the weights are looked up.
    private static final List<Rule> OPEN_CLIP = List.of(
            rule("positional_embedding$", m -> "text_model.embeddings.position_embedding.weight"),
            rule("token_embedding\\.", m -> "text_model.embeddings.token_embedding."),
            rule("ln_final\\.", m -> "text_model.final_layer_norm."),
            rule("transformer\\.resblocks\\.(\\d{1,3})\\.ln_([12])\\.", m -> layer(m) + "layer_norm" + m.group(2) + "."),
            rule("transformer\\.resblocks\\.(\\d{1,3})\\.mlp\\.c_fc\\.", m -> layer(m) + "mlp.fc1."),
            rule("transformer\\.resblocks\\.(\\d{1,3})\\.mlp\\.c_proj\\.", m -> layer(m) + "mlp.fc2."),
            rule("transformer\\.resblocks\\.(\\d{1,3})\\.attn\\.", m -> layer(m) + "self_attn."));

    /// The network a weight belongs to and its name there; empty for what no network needs, such as training's averages.
    Optional<Named> named(String original) {
        String name = original.startsWith("state_dict.") ? original.substring("state_dict.".length()) : original;
        for (Network network : Network.values()) {
            if (name.startsWith(network.prefix)) {
                return Optional.of(new Named(network, renamed(network, name.substring(network.prefix.length()))));
            }
        }
        return Optional.empty();
    }

    record Named(Network network, String name) {}

    enum Network {
        UNET("model.diffusion_model."),
        VAE("first_stage_model."),
        TEXT("cond_stage_model.transformer."),
        OPEN_CLIP_TEXT("cond_stage_model.model.");

        private final String prefix;

        Network(String prefix) {
            this.prefix = prefix;
        }
    }

    private String renamed(Network network, String name) {
        return switch (network) {
            case UNET -> withinResnets(renamed(unet, name), UNET_RESNET);
            case VAE -> withinResnets(renamed(vae, name), VAE_RESNET);
            // Files from before 2023 lack the outer name.
            case TEXT -> name.startsWith("text_model.") ? name : "text_model." + name;
            case OPEN_CLIP_TEXT -> renamed(OPEN_CLIP, name);
        };
    }

    private static String withinResnets(String name, List<Rule> rules) {
        int inside = name.indexOf("resnets.");
        return inside < 0 ? name : renamedAfter(rules, name, inside);
    }

    private static String layer(MatchResult match) {
        return "text_model.encoder.layers." + match.group(1) + ".";
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

    private String decoderLevel(MatchResult match) {
        return "decoder.up_blocks." + (vaeLevels - 1 - number(match, 1));
    }

    private String place(int block, String kind) {
        return block / perLevel + "." + kind + "." + block % perLevel + ".";
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
