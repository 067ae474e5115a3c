package chladni.engine.network;

import chladni.engine.failure.PackBroken;
import chladni.engine.weights.Checkpoint;
import chladni.engine.weights.Weights;
import java.nio.file.Path;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What the configurations of a single-file checkpoint's networks would say, read off the weights' shapes. Numbers of attention heads
/// leave no trace in shapes: version 1 has 8 in every block of the UNet, version 2 heads of 64, and both text encoders heads of 64.
record CheckpointSizes(Path file, Checkpoint checkpoint) {
    private static final int HEADS_1 = 8;
    private static final int HEAD_WIDTH = 64;
    /// Deeper networks than any; a name can claim any number.
    private static final int MOST = 100;

    NetworkConfig unet() {
        Weights unet = checkpoint.unet();
        ObjectNode config = JsonMapper.shared().createObjectNode();
        config.put("in_channels", length(unet, "conv_in.weight", 1)).put("out_channels", length(unet, "conv_out.weight", 0));
        int levels = count(unet, "down_blocks.", ".resnets.0.conv1.weight");
        ArrayNode widths = config.putArray("block_out_channels");
        ArrayNode layers = config.putArray("layers_per_block");
        ArrayNode depths = config.putArray("transformer_layers_per_block");
        ArrayNode heads = config.putArray("attention_head_dim");
        ArrayNode down = config.putArray("down_block_types");
        ArrayNode up = config.putArray("up_block_types");
        for (int i = 0; i < levels; i++) {
            String level = "down_blocks." + i;
            int width = length(unet, level + ".resnets.0.conv1.weight", 0);
            boolean attends = unet.has(level + ".attentions.0.proj_in.weight");
            widths.add(width);
            layers.add(count(unet, level + ".resnets.", ".conv1.weight"));
            depths.add(attends ? Math.max(1, count(unet, level + ".attentions.0.transformer_blocks.", ".norm1.weight")) : 1);
            heads.add(checkpoint.openClip() ? Math.max(1, width / HEAD_WIDTH) : HEADS_1);
            down.add(attends ? "CrossAttnDownBlock2D" : "DownBlock2D");
            up.add(unet.has("up_blocks." + i + ".attentions.0.proj_in.weight") ? "CrossAttnUpBlock2D" : "UpBlock2D");
        }
        config.put("cross_attention_dim", length(unet, "mid_block.attentions.0.transformer_blocks.0.attn2.to_k.weight", 1));
        return config(config);
    }

    NetworkConfig vae() {
        Weights vae = checkpoint.vae();
        ObjectNode config = JsonMapper.shared().createObjectNode();
        config.put("in_channels", length(vae, "encoder.conv_in.weight", 1)).put("out_channels", length(vae, "decoder.conv_out.weight", 0))
                .put("latent_channels", length(vae, "decoder.conv_in.weight", 1))
                .put("layers_per_block", count(vae, "encoder.down_blocks.0.resnets.", ".conv1.weight"))
                .put("use_quant_conv", vae.has("quant_conv.weight")).put("use_post_quant_conv", vae.has("post_quant_conv.weight"));
        ArrayNode widths = config.putArray("block_out_channels");
        for (int i = 0; i < count(vae, "encoder.down_blocks.", ".resnets.0.conv1.weight"); i++) {
            widths.add(length(vae, "encoder.down_blocks." + i + ".resnets.0.conv1.weight", 0));
        }
        return config(config);
    }

    NetworkConfig textEncoder() {
        Weights text = checkpoint.textEncoder();
        ObjectNode config = JsonMapper.shared().createObjectNode();
        String words = "text_model.embeddings.token_embedding.weight";
        int width = length(text, words, 1);
        int layers = count(text, "text_model.encoder.layers.", ".mlp.fc1.weight");
        config.put("vocab_size", length(text, words, 0)).put("hidden_size", width)
                .put("intermediate_size", length(text, "text_model.encoder.layers.0.mlp.fc1.weight", 0))
                // Version 2 is conditioned on the states before OpenCLIP's last layer.
                .put("num_hidden_layers", checkpoint.openClip() ? layers - 1 : layers)
                .put("num_attention_heads", Math.max(1, width / HEAD_WIDTH))
                .put("max_position_embeddings", length(text, "text_model.embeddings.position_embedding.weight", 0))
                .put("hidden_act", checkpoint.openClip() ? "gelu" : "quick_gelu");
        return config(config);
    }

    private NetworkConfig config(ObjectNode config) {
        return NetworkConfig.of(file, config);
    }

    private int length(Weights weights, String name, int axis) {
        int[] lengths = weights.tensor(name).shape().toArray();
        if (axis >= lengths.length) {
            throw new PackBroken("Tensor " + name + " in " + file + " has the shape " + weights.tensor(name).shape() + ", which no such weight has.");
        }
        return lengths[axis];
    }

    /// How many of `before`0`after`, `before`1`after` … there are.
    private static int count(Weights weights, String before, String after) {
        int count = 0;
        while (count < MOST && weights.has(before + count + after)) {
            count++;
        }
        return count;
    }
}
