package chladni.engine.pack;

import chladni.engine.failure.PackBroken;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// What a published folder is that knows nothing of us: by its class in `model_index.json`, or by `model_type` in a `config.json` of its own.
final class ForeignKind {
    private static final String INDEX = "model_index.json";
    private static final String CONFIG = "config.json";

    private ForeignKind() {}

    static PackKind of(Path folder) {
        Path index = folder.resolve(INDEX);
        if (!Files.isRegularFile(index)) {
            return judge(folder).orElse(PackKind.PICTURE);
        }
        String name = ManifestJson.tree(index).path("_class_name").asString("");
        if (name.startsWith("IF")) {
            return name.contains("SuperResolution") ? PackKind.ENLARGE : PackKind.COLOUR;
        }
        return Files.isDirectory(folder.resolve("vocoder")) ? PackKind.SOUND : PackKind.PICTURE;
    }

    /// A single network that judges; empty for any other folder, also one that holds a part of a pack.
    static Optional<PackKind> judge(Path folder) {
        Path file = folder.resolve(CONFIG);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            JsonNode config = ManifestJson.tree(file);
            String classes = config.path("architectures").toString();
            return switch (config.path("model_type").asString("")) {
                case "clip" -> classes.contains("\"CLIP") && !classes.contains("\"CLIPModel\"") ? Optional.empty() : Optional.of(PackKind.CLIP);
                case "clap" -> classes.contains("\"Clap") && !classes.contains("\"ClapModel\"") ? Optional.empty() : Optional.of(PackKind.CLAP);
                default -> Optional.empty();
            };
        } catch (PackBroken notOurs) {
            return Optional.empty();
        }
    }
}
