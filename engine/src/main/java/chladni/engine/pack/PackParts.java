package chladni.engine.pack;

import chladni.engine.network.NetworkConfig;
import chladni.engine.network.SentenceStates;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Which parts a pack must have, by its `model_index.json`.
final class PackParts {
    private static final List<String> ALWAYS = List.of("unet", "vae", "scheduler", "text_encoder");
    /// Listed by published packs, and not needed here.
    private static final Set<String> UNUSED = Set.of("safety_checker", "feature_extractor", "image_encoder");

    private PackParts() {}

    /// What a part is, and so which files it needs.
    enum Need {
        /// `config.json` and weights.
        NETWORK,
        /// The same, unless its configuration names a bundled network.
        TEXT_ENCODER,
        TOKENIZER,
        SCHEDULER,
        /// Something this program has no use for: a sign that the pack is of another kind.
        UNKNOWN
    }

    record Part(String name, Path folder, Need need) {}

    /// @throws chladni.engine.failure.PackBroken when `model_index.json` is damaged
    static List<Part> of(PackFolder pack) {
        List<String> names = new ArrayList<>(ALWAYS);
        if (Files.isRegularFile(pack.index())) {
            for (Map.Entry<String, JsonNode> entry : ManifestJson.tree(pack.index()).properties()) {
                if (isPart(entry.getValue()) && !UNUSED.contains(entry.getKey()) && !names.contains(entry.getKey())) {
                    names.add(entry.getKey());
                }
            }
        }
        if (Files.isDirectory(pack.vocoder()) && !names.contains("vocoder")) {
            names.add("vocoder");
        }
        if (hasOwnTextNetwork(pack) && !names.contains("tokenizer")) {
            names.add("tokenizer");
        }
        return names.stream().map(name -> new Part(name, pack.path().resolve(name), need(name))).toList();
    }

    /// Library and class, `["diffusers", "AutoencoderKL"]`; `[null, null]` means that there is none.
    private static boolean isPart(JsonNode value) {
        return value.isArray() && value.size() == 2 && value.get(0).isString() && value.get(1).isString();
    }

    private static Need need(String name) {
        return switch (name) {
            case "unet", "vae", "vocoder" -> Need.NETWORK;
            case "text_encoder" -> Need.TEXT_ENCODER;
            case "tokenizer" -> Need.TOKENIZER;
            case "scheduler" -> Need.SCHEDULER;
            default -> Need.UNKNOWN;
        };
    }

    /// Whether the pack brings a text encoder of its own, which a tokenizer must go with.
    static boolean hasOwnTextNetwork(PackFolder pack) {
        Path config = pack.textEncoder().resolve("config.json");
        return Files.isRegularFile(config) && !SentenceStates.serves(NetworkConfig.read(config));
    }
}
