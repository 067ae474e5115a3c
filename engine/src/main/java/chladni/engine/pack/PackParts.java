package chladni.engine.pack;

import chladni.engine.network.NetworkConfig;
import chladni.engine.network.SentenceStates;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Which parts a pack must have, by its `model_index.json`.
final class PackParts {
    private static final List<String> ALWAYS = List.of("unet", "vae", "scheduler", "text_encoder");
    /// Listed by published packs, and not needed here.
    private static final Set<String> UNUSED = Set.of("safety_checker", "feature_extractor", "image_encoder", "watermarker");
    /// What enlarges pictures reads the same words as what made them, and need not bring the reader.
    private static final Set<String> TEXT = Set.of("text_encoder", "tokenizer");

    private PackParts() {}

    /// What a part is, and so which files it needs.
    enum Need {
        /// `config.json` and weights.
        NETWORK,
        /// The same, unless its configuration names a bundled network.
        TEXT_ENCODER,
        TOKENIZER,
        /// RoBERTa's, of bytes.
        BYTE_TOKENIZER,
        /// T5's, a SentencePiece model.
        PIECE_TOKENIZER,
        /// `preprocessor_config.json`: how pictures or sounds are prepared.
        PREPROCESSOR,
        SCHEDULER,
        /// Something this program has no use for: a sign that the pack is of another kind.
        UNKNOWN
    }

    record Part(String name, Path folder, Need need) {}

    /// @throws chladni.engine.failure.PackBroken when `model_index.json` is damaged
    static List<Part> of(PackFolder pack) {
        return switch (pack.manifest().kind()) {
            case CLIP -> judge(pack, Need.TOKENIZER);
            case CLAP -> judge(pack, Need.BYTE_TOKENIZER);
            case JUDGE -> Stream.of("picture", "sound", "text_encoder").map(name -> new Part(name, pack.path().resolve(name),
                    name.equals("text_encoder") ? Need.TEXT_ENCODER : Need.NETWORK)).toList();
            case COLOUR -> pixels(pack, List.of("unet", "scheduler", "text_encoder"));
            case ENLARGE -> pixels(pack, List.of("unet", "scheduler", "image_noising_scheduler"));
            case PICTURE, SOUND, BOTH -> latents(pack);
        };
    }

    /// Everything lies in one folder.
    private static List<Part> judge(PackFolder pack, Need tokenizer) {
        return List.of(new Part("model", pack.path(), Need.NETWORK), new Part("tokenizer", pack.path(), tokenizer),
                new Part("preprocessor", pack.path(), Need.PREPROCESSOR));
    }

    private static List<Part> pixels(PackFolder pack, List<String> always) {
        List<String> names = new ArrayList<>(always);
        listed(pack, names);
        boolean own = pack.manifest().kind() == PackKind.COLOUR;
        return names.stream().filter(name -> own || !TEXT.contains(name) || Files.isDirectory(pack.path().resolve(name)))
                .map(name -> new Part(name, pack.path().resolve(name), name.equals("tokenizer") ? Need.PIECE_TOKENIZER : need(name))).toList();
    }

    private static List<Part> latents(PackFolder pack) {
        List<String> names = new ArrayList<>(ALWAYS);
        listed(pack, names);
        if (Files.isDirectory(pack.vocoder()) && !names.contains("vocoder")) {
            names.add("vocoder");
        }
        if (hasOwnTextNetwork(pack) && !names.contains("tokenizer")) {
            names.add("tokenizer");
        }
        return names.stream().map(name -> new Part(name, pack.path().resolve(name), need(name))).toList();
    }

    /// Adds the parts that the index lists.
    private static void listed(PackFolder pack, List<String> names) {
        if (Files.isRegularFile(pack.index())) {
            for (Map.Entry<String, JsonNode> entry : ManifestJson.tree(pack.index()).properties()) {
                if (isPart(entry.getValue()) && !UNUSED.contains(entry.getKey()) && !names.contains(entry.getKey())) {
                    names.add(entry.getKey());
                }
            }
        }
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
            case "scheduler", "image_noising_scheduler" -> Need.SCHEDULER;
            default -> Need.UNKNOWN;
        };
    }

    /// Whether the pack brings a text encoder of its own, which a tokenizer must go with.
    static boolean hasOwnTextNetwork(PackFolder pack) {
        Path config = pack.textEncoder().resolve("config.json");
        return Files.isRegularFile(config) && !SentenceStates.serves(NetworkConfig.read(config));
    }
}
