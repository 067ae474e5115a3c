package chladni.engine.network;

import chladni.engine.weights.Checkpoint;
import java.nio.file.Path;

/// A Stable Diffusion 1.x checkpoint in a single file, as the networks of a pack. Such a file says nothing of its networks'
/// sizes; they are those of version 1, and any other one fails with both shapes named.
public record StableDiffusionFile(NetworkFolder unet, NetworkFolder vae, NetworkFolder textEncoder) {
    /// @throws chladni.engine.failure.PackBroken when the file is damaged or is not such a checkpoint
    public static StableDiffusionFile open(Path file) {
        Checkpoint checkpoint = Checkpoint.open(file);
        NetworkConfig sizes = NetworkConfig.bundled("stable-diffusion-v1.json");
        return new StableDiffusionFile(
                new NetworkFolder(file, sizes.part("unet"), checkpoint.unet()),
                new NetworkFolder(file, sizes.part("vae"), checkpoint.vae()),
                new NetworkFolder(file, sizes.part("text_encoder"), checkpoint.textEncoder()));
    }
}
