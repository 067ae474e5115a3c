package chladni.engine.network;

import chladni.engine.weights.Checkpoint;
import chladni.engine.weights.TensorReader;
import java.nio.file.Files;
import java.nio.file.Path;

/// A Stable Diffusion 1.x or 2.x checkpoint in a single file, as the networks of a pack. Such a file says nothing of its networks'
/// sizes; the weights' shapes do, but for the number of attention heads, which is that of the published version. Where a folder of
/// the file's name without its ending lies beside it, a `config.json` in there (`v1-5/unet/config.json`) says it instead.
///
/// @param openClip whether it is of version 2
public record StableDiffusionFile(NetworkFolder unet, NetworkFolder vae, NetworkFolder textEncoder, boolean openClip) {
    /// As in [NetworkFolder]: larger files are searched for NaN by `packs verify`.
    private static final long SEARCHED_BYTES = 512L << 20;

    /// @throws chladni.engine.failure.PackBroken when the file is damaged or is not such a checkpoint
    public static StableDiffusionFile open(Path file) {
        Checkpoint checkpoint = Checkpoint.open(file);
        CheckpointSizes sizes = new CheckpointSizes(file, checkpoint);
        StableDiffusionFile networks = new StableDiffusionFile(
                new NetworkFolder(file, config(file, "unet", sizes::unet), checkpoint.unet()),
                new NetworkFolder(file, config(file, "vae", sizes::vae), checkpoint.vae()),
                new NetworkFolder(file, config(file, "text_encoder", sizes::textEncoder), checkpoint.textEncoder()),
                checkpoint.openClip());
        if (checkpoint.unet().bytes() + checkpoint.vae().bytes() + checkpoint.textEncoder().bytes() <= SEARCHED_BYTES) {
            networks.requireFinite();
        }
        return networks;
    }

    /// Where configurations that go with `file` may lie: `v1-5.safetensors` → `v1-5`.
    public static Path beside(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return file.resolveSibling(dot > 0 ? name.substring(0, dot) : name + ".d");
    }

    /// Reads all numbers.
    ///
    /// @throws chladni.engine.failure.PackBroken naming a weight that holds NaN or infinity
    public void requireFinite() {
        TensorReader.requireFinite(unet.weights().all());
        TensorReader.requireFinite(vae.weights().all());
        TensorReader.requireFinite(textEncoder.weights().all());
    }

    private static NetworkConfig config(Path file, String part, java.util.function.Supplier<NetworkConfig> ofShapes) {
        Path stated = beside(file).resolve(part).resolve("config.json");
        return Files.isRegularFile(stated) ? NetworkConfig.read(stated) : ofShapes.get();
    }
}
