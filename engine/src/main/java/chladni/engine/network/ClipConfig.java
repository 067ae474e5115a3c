package chladni.engine.network;

/// The configuration of transformers' `CLIPModel`: two towers and the width that both end in.
record ClipConfig(Text text, Vision vision, int projection) {
    /// @param end `eos_token_id`; [#HIGHEST] in files from before it was stated correctly
    record Text(int vocabulary, int positions, int width, int layers, int end, ClipLayer layer) {
        /// In files with this number the end of a text is its highest id, whatever the tokenizer calls it.
        static final int HIGHEST = 2;
    }

    /// @param size height and width of its pictures in pixels
    /// @param patch side of a patch in pixels
    record Vision(int channels, int size, int patch, int width, int layers, ClipLayer layer) {
        int patches() {
            return (size / patch) * (size / patch);
        }
    }

    static ClipConfig read(NetworkConfig file) {
        return new ClipConfig(text(half(file, "text_config")), vision(half(file, "vision_config")), file.integer("projection_dim", 512));
    }

    /// Files of 2022 say it twice, and `…_config_dict` is the one that counts.
    private static NetworkConfig half(NetworkConfig file, String key) {
        return file.part(file.has(key + "_dict") ? key + "_dict" : key);
    }

    private static Text text(NetworkConfig file) {
        ClipLayer layer = new ClipLayer(
                file.integer("intermediate_size", 2048),
                file.integer("num_attention_heads", 8),
                Activation.read(file, "hidden_act", "quick_gelu"),
                (float) file.number("layer_norm_eps", 1e-5));
        Text text = new Text(
                file.integer("vocab_size", 49408),
                file.integer("max_position_embeddings", 77),
                file.integer("hidden_size", 512),
                file.integer("num_hidden_layers", 12),
                file.integer("eos_token_id", 49407),
                layer);
        requireHeads(file, text.width, layer);
        return text;
    }

    private static Vision vision(NetworkConfig file) {
        ClipLayer layer = new ClipLayer(
                file.integer("intermediate_size", 3072),
                file.integer("num_attention_heads", 12),
                Activation.read(file, "hidden_act", "quick_gelu"),
                (float) file.number("layer_norm_eps", 1e-5));
        Vision vision = new Vision(
                file.integer("num_channels", 3),
                file.integer("image_size", 224),
                file.integer("patch_size", 32),
                file.integer("hidden_size", 768),
                file.integer("num_hidden_layers", 12),
                layer);
        requireHeads(file, vision.width, layer);
        if (vision.channels != 3) {
            throw file.unsupported("num_channels");
        }
        if (vision.patch == 0 || vision.size < vision.patch) {
            throw file.unsupported("patch_size");
        }
        return vision;
    }

    private static void requireHeads(NetworkConfig file, int width, ClipLayer layer) {
        if (layer.heads() == 0 || width % layer.heads() != 0) {
            throw file.unsupported("num_attention_heads");
        }
    }
}
