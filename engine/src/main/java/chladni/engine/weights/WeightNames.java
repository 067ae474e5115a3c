package chladni.engine.weights;

import chladni.engine.failure.PackBroken;
import chladni.engine.tensor.Shape;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Translates the names of single-file Stable Diffusion 1.x checkpoints (the original CompVis modules) into those of the diffusers
/// folders, which the networks use. The tensors stay where they are; only an attention layer of the autoencoder changes from a 1 × 1
/// convolution `[c, c, 1, 1]` to a linear layer `[c, c]` of the same bytes.
///
/// source: the module lists of CompVis' `ldm/modules/diffusionmodules/{openaimodel,model}.py` against those of diffusers'
/// `UNet2DConditionModel` and `AutoencoderKL`; checked against diffusers' own conversion (`assets/recipe/fixtures/single_file.py`)
final class WeightNames {
    private static final String UNET = "model.diffusion_model.";
    private static final String VAE = "first_stage_model.";
    private static final String TEXT = "cond_stage_model.transformer.";
    private static final String OPEN_CLIP = "cond_stage_model.model.";

    private static final Map<String, String> UNET_TOP = Map.of(
            "time_embed.0", "time_embedding.linear_1", "time_embed.2", "time_embedding.linear_2",
            "input_blocks.0.0", "conv_in", "out.0", "conv_norm_out", "out.2", "conv_out",
            "middle_block.0", "mid_block.resnets.0", "middle_block.1", "mid_block.attentions.0", "middle_block.2", "mid_block.resnets.1");
    private static final Map<String, String> RESNET = Map.of(
            "in_layers.0", "norm1", "in_layers.2", "conv1", "emb_layers.1", "time_emb_proj", "out_layers.0", "norm2",
            "out_layers.3", "conv2", "skip_connection", "conv_shortcut");
    private static final Map<String, String> VAE_MIDDLE = Map.of(
            "mid.block_1", "mid_block.resnets.0", "mid.attn_1", "mid_block.attentions.0", "mid.block_2", "mid_block.resnets.1",
            "norm_out", "conv_norm_out");
    private static final Map<String, String> VAE_ATTENTION =
            Map.of("norm", "group_norm", "q", "to_q", "k", "to_k", "v", "to_v", "proj_out", "to_out.0");

    private static final Pattern UNET_BLOCK = Pattern.compile("(input|output)_blocks\\.(\\d{1,3})\\.(\\d)\\.(.+)");
    private static final Pattern VAE_BLOCK = Pattern.compile("(encoder|decoder)\\.(?:down|up)\\.(\\d{1,2})\\.(.+)");

    private final Map<String, StoredTensor> original;
    private final Path file;

    private WeightNames(Map<String, StoredTensor> original, Path file) {
        this.original = original;
        this.file = file;
    }

    /// Whether these are the original names.
    static boolean areOriginal(Map<String, StoredTensor> tensors) {
        return tensors.keySet().stream().anyMatch(name -> name.startsWith(UNET) || name.startsWith(VAE));
    }

    /// The tensors of one part under diffusers' names.
    ///
    /// @param part `unet`, `vae` or `text_encoder`, as a pack's folders are called
    /// @throws PackBroken when the file is of another kind than Stable Diffusion 1.x
    static Map<String, StoredTensor> diffusers(WeightFile single, String part) {
        WeightNames names = new WeightNames(single.tensors(), single.file());
        return switch (part) {
            case "unet" -> names.translated(UNET, names::unet);
            case "vae" -> names.translated(VAE, names::vae);
            case "text_encoder" -> names.text();
            default -> throw new PackBroken(single.file() + " is a single-file checkpoint, which has no part named " + part + ".");
        };
    }

    @FunctionalInterface
    private interface Rule {
        /// Empty for what diffusers does not have.
        Optional<String> name(String original);
    }

    private Map<String, StoredTensor> translated(String prefix, Rule rule) {
        Map<String, StoredTensor> renamed = new LinkedHashMap<>();
        original.forEach((name, tensor) -> {
            if (name.startsWith(prefix)) {
                rule.name(name.substring(prefix.length())).ifPresent(to -> renamed.put(to, fitted(to, tensor)));
            }
        });
        if (renamed.isEmpty()) {
            throw new PackBroken(file + " holds no tensors under " + prefix + ", so this part is missing in it.");
        }
        return renamed;
    }

    /// An attention's 1 × 1 convolution is a linear layer by the same numbers.
    private static StoredTensor fitted(String name, StoredTensor tensor) {
        Shape shape = tensor.shape();
        boolean linear = name.contains("mid_block.attentions.0.to_") && shape.rank() == 4;
        Shape fitting = linear ? Shape.of(shape.length(0), shape.length(1)) : shape;
        return new StoredTensor(name, tensor.type(), fitting, tensor.file(), tensor.offset());
    }

    private Map<String, StoredTensor> text() {
        if (original.keySet().stream().anyMatch(name -> name.startsWith(OPEN_CLIP))) {
            throw new PackBroken(file + " is a Stable Diffusion 2 checkpoint; of single files only version 1 is read. Use its diffusers folder.");
        }
        return translated(TEXT, Optional::of);
    }

    private Optional<String> unet(String name) {
        Optional<String> top = replacedHead(UNET_TOP, name);
        if (top.isPresent()) {
            return top.map(found -> found.startsWith("mid_block.resnets") ? resnet(found) : found);
        }
        Matcher block = UNET_BLOCK.matcher(name);
        if (!block.matches()) {
            return Optional.empty();
        }
        int number = Integer.parseInt(block.group(2));
        int place = Integer.parseInt(block.group(3));
        return Optional.of(block.group(1).equals("input") ? down(number, place, block.group(4)) : up(number, place, block.group(4)));
    }

    /// Each level has its layers and then, but for the last, a downsampler: `input_blocks.0` is the first convolution.
    private String down(int number, int place, String rest) {
        int perLevel = layersPerLevel() + 1;
        int level = (number - 1) / perLevel;
        int layer = (number - 1) % perLevel;
        if (rest.startsWith("op.")) {
            return "down_blocks." + level + ".downsamplers.0.conv." + rest.substring("op.".length());
        }
        return layer("down_blocks." + level, layer, place, rest);
    }

    /// Each level has one layer more than on the way down; an upsampler follows in its last layer.
    private String up(int number, int place, String rest) {
        int perLevel = layersPerLevel() + 1;
        int level = number / perLevel;
        if (rest.startsWith("conv.")) {
            return "up_blocks." + level + ".upsamplers.0." + rest;
        }
        return layer("up_blocks." + level, number % perLevel, place, rest);
    }

    private static String layer(String block, int layer, int place, String rest) {
        return place == 0
                ? resnet(block + ".resnets." + layer + "." + rest)
                : block + ".attentions." + layer + "." + rest;
    }

    /// Counted from the file: the first downsampler follows the first level's layers.
    private int layersPerLevel() {
        for (int number = 1; number < 100; number++) {
            if (original.containsKey(UNET + "input_blocks." + number + ".0.op.weight")) {
                return number - 1;
            }
        }
        throw new PackBroken(file + " is not a checkpoint of Stable Diffusion's kind: its denoiser has no downsampler.");
    }

    private static String resnet(String name) {
        for (Map.Entry<String, String> entry : RESNET.entrySet()) {
            if (name.contains("." + entry.getKey() + ".")) {
                return name.replace("." + entry.getKey() + ".", "." + entry.getValue() + ".");
            }
        }
        return name;
    }

    private Optional<String> vae(String name) {
        if (name.startsWith("loss.")) {
            return Optional.empty();
        }
        Matcher block = VAE_BLOCK.matcher(name);
        if (block.matches()) {
            return Optional.of(vaeBlock(block.group(1), Integer.parseInt(block.group(2)), block.group(3)));
        }
        for (String half : List.of("encoder.", "decoder.")) {
            if (name.startsWith(half)) {
                String rest = name.substring(half.length());
                return Optional.of(half + replacedHead(VAE_MIDDLE, rest).map(WeightNames::attention).orElse(rest));
            }
        }
        return Optional.of(name);
    }

    /// The original decoder counts its levels from the picture, diffusers' from the latents.
    private String vaeBlock(String half, int level, String rest) {
        boolean encoder = half.equals("encoder");
        String block = encoder ? "encoder.down_blocks." + level : "decoder.up_blocks." + (vaeLevels() - 1 - level);
        return block + "." + rest.replace("block.", "resnets.").replace("nin_shortcut", "conv_shortcut")
                .replace("downsample.", "downsamplers.0.").replace("upsample.", "upsamplers.0.");
    }

    private int vaeLevels() {
        int levels = 0;
        while (original.containsKey(VAE + "decoder.up." + levels + ".block.0.norm1.weight")) {
            levels++;
        }
        return levels;
    }

    private static String attention(String name) {
        String attention = "mid_block.attentions.0.";
        return name.startsWith(attention)
                ? replacedHead(VAE_ATTENTION, name.substring(attention.length())).map(attention::concat).orElse(name)
                : name.replace("nin_shortcut", "conv_shortcut");
    }

    /// Replaces a whole dotted beginning: `time_embed.0.weight` → `time_embedding.linear_1.weight`.
    private static Optional<String> replacedHead(Map<String, String> table, String name) {
        return table.entrySet().stream().filter(entry -> name.startsWith(entry.getKey() + ".")).findFirst()
                .map(entry -> entry.getValue() + name.substring(entry.getKey().length()));
    }
}
