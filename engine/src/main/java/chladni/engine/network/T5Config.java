package chladni.engine.network;

/// The configuration of transformers' `T5EncoderModel`.
///
/// @param keyWidth width of one head; all heads together need not be as wide as a state
/// @param buckets classes of distances that share a number added to the scores
/// @param farthest distance from which on all are one class
/// @param gated whether the two-layer networks multiply two halves, as version 1.1 does
record T5Config(int vocabulary, int width, int keyWidth, int inner, int layers, int heads, int buckets, int farthest,
        boolean gated, Activation activation, float epsilon) {
    private static final String GATED = "gated-";

    static T5Config read(NetworkConfig file) {
        String net = file.text("feed_forward_proj", "relu");
        T5Config config = new T5Config(
                file.integer("vocab_size", 32128),
                file.integer("d_model", 512),
                file.integer("d_kv", 64),
                file.integer("d_ff", 2048),
                file.integer("num_layers", 6),
                file.integer("num_heads", 8),
                file.integer("relative_attention_num_buckets", 32),
                file.integer("relative_attention_max_distance", 128),
                net.startsWith(GATED),
                switch (net) {
                    case "relu" -> Activation.RELU;
                    case "gelu" -> Activation.GELU;
                    case "gated-gelu" -> Activation.TANH_GELU; // the library's own meaning of this name
                    case "gated-silu" -> Activation.SILU;
                    default -> throw file.unsupported("feed_forward_proj");
                },
                (float) file.number("layer_norm_epsilon", 1e-6));
        if (config.heads == 0 || config.keyWidth == 0) {
            throw file.unsupported("num_heads");
        }
        if (config.buckets < 4 || config.buckets % 4 != 0 || config.farthest <= config.buckets / 4) {
            throw file.unsupported("relative_attention_num_buckets");
        }
        return config;
    }

    /// The bucket of every query and key of a text: `[length · length]`, query by query.
    long[] buckets(int length) {
        long[] all = new long[length * length];
        for (int query = 0; query < length; query++) {
            for (int key = 0; key < length; key++) {
                all[query * length + key] = bucket(key - query);
            }
        }
        return all;
    }

    /// Half of the buckets for either direction; of those, half for one distance each and half for ever wider ranges.
    int bucket(int distance) {
        int half = buckets / 2;
        int side = distance > 0 ? half : 0;
        int exact = half / 2;
        int d = Math.abs(distance);
        if (d < exact) {
            return side + d;
        }
        // Single precision throughout, as in training: at exact powers the last bit decides.
        float logarithm = (float) Math.log((float) d / exact) / (float) Math.log((double) farthest / exact);
        return side + Math.min(exact + (int) (logarithm * (half - exact)), half - 1);
    }
}
