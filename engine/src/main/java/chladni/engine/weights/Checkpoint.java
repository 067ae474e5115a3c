package chladni.engine.weights;

import chladni.engine.failure.PackBroken;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// A Stable Diffusion 1.x checkpoint in one file, as its authors published it: the weights of all three networks, under
/// diffusers' names.
public record Checkpoint(Weights unet, Weights vae, Weights textEncoder) {
    /// @throws PackBroken when the file is damaged or is not such a checkpoint
    public static Checkpoint open(Path file) {
        Map<CompVisNames.Network, Map<String, StoredTensor>> parts = new EnumMap<>(CompVisNames.Network.class);
        for (CompVisNames.Network network : CompVisNames.Network.values()) {
            parts.put(network, new LinkedHashMap<>());
        }
        for (StoredTensor tensor : WeightFile.open(file).tensors().values()) {
            CompVisNames.named(tensor.name()).ifPresent(named -> parts.getOrDefault(named.network(), Map.of()).put(named.name(), tensor));
        }
        if (parts.values().stream().anyMatch(Map::isEmpty)) {
            throw new PackBroken(file + " is not a Stable Diffusion 1.x checkpoint: it does not hold a UNet, an autoencoder and a text encoder.");
        }
        return new Checkpoint(
                Weights.named(parts.getOrDefault(CompVisNames.Network.UNET, Map.of())),
                Weights.named(parts.getOrDefault(CompVisNames.Network.VAE, Map.of())),
                Weights.named(parts.getOrDefault(CompVisNames.Network.TEXT, Map.of())));
    }
}
