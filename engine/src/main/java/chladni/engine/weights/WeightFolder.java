package chladni.engine.weights;

import chladni.engine.failure.PackBroken;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Finds a network's weight files under any of the names that published folders use.
public final class WeightFolder {
    private static final List<String> STEMS = List.of("diffusion_pytorch_model", "model", "pytorch_model", "vocoder");
    // Single precision before half: where a folder holds both, the more exact one is read.
    private static final List<String> ENDINGS = List.of(
            ".safetensors", ".safetensors.index.json", ".fp16.safetensors", ".safetensors.index.fp16.json",
            ".bin", ".bin.index.json", ".fp16.bin", ".bin.index.fp16.json", ".pt", ".ckpt");
    private static final JsonMapper JSON = JsonMapper.shared();

    private WeightFolder() {}

    /// The weights in `folder`: one file, or the shards that an index file lists.
    ///
    /// @throws PackBroken when there is none, or one of them is damaged
    public static Weights open(Path folder) {
        for (String ending : ENDINGS) {
            for (String stem : STEMS) {
                Path file = folder.resolve(stem + ending);
                if (Files.isRegularFile(file)) {
                    return ending.endsWith(".json") ? sharded(file) : Weights.of(List.of(WeightFile.open(file)));
                }
            }
        }
        throw new PackBroken("There are no weights in " + folder + ": looked for diffusion_pytorch_model, model, pytorch_model "
                + "and vocoder, as .safetensors, .bin, .pt or .ckpt, also as fp16 and in shards.");
    }

    /// `{"weight_map": {"tensor name": "file name", …}}`
    private static Weights sharded(Path index) {
        JsonNode map;
        try {
            map = JSON.readTree(Files.readAllBytes(index)).path("weight_map");
        } catch (JacksonException | java.io.IOException e) {
            throw new PackBroken(index + " cannot be read: " + e.getMessage(), e);
        }
        if (!map.isObject() || map.isEmpty()) {
            throw new PackBroken(index + " is damaged: it has no weight_map.");
        }
        TreeSet<String> names = new TreeSet<>();
        map.properties().forEach(entry -> names.add(entry.getValue().asString("")));
        List<WeightFile> shards = new ArrayList<>();
        for (String name : names) {
            if (name.isEmpty() || name.contains("/") || name.contains("\\") || name.contains("..")) {
                throw new PackBroken(index + " is damaged: '" + name + "' is not the name of a file beside it.");
            }
            shards.add(WeightFile.open(index.resolveSibling(name)));
        }
        return Weights.of(shards);
    }
}
