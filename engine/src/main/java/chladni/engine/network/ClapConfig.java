package chladni.engine.network;

import java.util.List;

/// The configuration of transformers' `ClapModel`: a Swin transformer for sounds, a RoBERTa for texts.
///
/// @param projection width that both end in
record ClapConfig(Audio audio, Text text, int projection) {
    /// @param bands of the features
    /// @param size of the square picture that they are laid out in
    /// @param width of a patch's state in the first stage; doubled by every stage
    /// @param inner how many times wider the two-layer networks are inside
    record Audio(int bands, int size, int patch, int stride, int window, int width, List<Integer> depths, List<Integer> heads,
            double inner, boolean patchNorm, Activation activation, float epsilon, Activation projected) {
        /// How many pieces of time stand below one another.
        int pieces() {
            return size / bands;
        }

        int stages() {
            return depths.size();
        }

        /// Patches along a side of the picture.
        int grid(int stage) {
            return size / stride >> stage;
        }

        int width(int stage) {
            return width << stage;
        }
    }

    /// @param padding id of the padding token; places are counted from the one after it
    record Text(int vocabulary, int positions, int types, int padding, int width, int inner, int layers, int heads,
            Activation activation, float epsilon, Activation projected) {
        /// Longest text in tokens.
        int length() {
            return positions - padding - 1;
        }
    }

    static ClapConfig read(NetworkConfig file) {
        return new ClapConfig(audio(file.part("audio_config")), text(file.part("text_config")), file.integer("projection_dim", 512));
    }

    private static Audio audio(NetworkConfig file) {
        if (file.flag("enable_fusion", false)) {
            throw file.unsupported("enable_fusion");
        }
        List<Integer> depths = file.integers("depths", List.of(2, 2, 6, 2));
        List<Integer> strides = file.integers("patch_stride", 2, 4);
        Audio audio = new Audio(
                file.integer("num_mel_bins", 64),
                file.integer("spec_size", 256),
                file.integer("patch_size", 4),
                strides.getFirst(),
                file.integer("window_size", 8),
                file.integer("patch_embeds_hidden_size", 96),
                depths,
                file.integers("num_attention_heads", List.of(4, 8, 16, 32)),
                file.number("mlp_ratio", 4),
                file.flag("enable_patch_layer_norm", true),
                Activation.read(file, "hidden_act", "gelu"),
                (float) file.number("layer_norm_eps", 1e-5),
                Activation.read(file, "projection_hidden_act", "relu"));
        if (!strides.get(0).equals(strides.get(1))) {
            throw file.unsupported("patch_stride");
        }
        check(file, audio);
        return audio;
    }

    private static void check(NetworkConfig file, Audio audio) {
        if (audio.bands == 0 || audio.size < audio.bands || audio.size % audio.bands != 0) {
            throw file.unsupported("num_mel_bins");
        }
        if (audio.patch == 0 || audio.patch != audio.stride || audio.size % audio.stride != 0) {
            throw file.unsupported("patch_size");
        }
        if (audio.depths.isEmpty() || audio.stages() > 10 || audio.heads.size() != audio.stages()) {
            throw file.unsupported("depths");
        }
        for (int stage = 0; stage < audio.stages(); stage++) {
            boolean whole = (audio.size / audio.stride) % (1 << stage) == 0;
            if (!whole || audio.window == 0 || audio.grid(stage) < audio.window || audio.grid(stage) % audio.window != 0) {
                throw file.unsupported("window_size");
            }
            if (audio.heads.get(stage) == 0 || audio.width(stage) % audio.heads.get(stage) != 0) {
                throw file.unsupported("num_attention_heads");
            }
        }
    }

    private static Text text(NetworkConfig file) {
        Text text = new Text(
                file.integer("vocab_size", 50265),
                file.integer("max_position_embeddings", 514),
                file.integer("type_vocab_size", 1),
                file.integer("pad_token_id", 1),
                file.integer("hidden_size", 768),
                file.integer("intermediate_size", 3072),
                file.integer("num_hidden_layers", 12),
                file.integer("num_attention_heads", 12),
                Activation.read(file, "hidden_act", "gelu"),
                (float) file.number("layer_norm_eps", 1e-12),
                Activation.read(file, "projection_hidden_act", "relu"));
        if (text.heads == 0 || text.width % text.heads != 0) {
            throw file.unsupported("num_attention_heads");
        }
        if (text.length() < 2) {
            throw file.unsupported("max_position_embeddings");
        }
        return text;
    }
}
