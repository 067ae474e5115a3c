package chladni.engine.network;

import chladni.engine.weights.TensorReader;
import chladni.engine.weights.WeightFolder;
import chladni.engine.weights.Weights;
import java.nio.file.Path;

/// One network of a pack as published: a folder with `config.json` and weights, such as `stable-diffusion-v1-5/unet`.
public record NetworkFolder(Path path, NetworkConfig config, Weights weights) {
    /// Files up to this size are searched for NaN when they are opened, which then takes at most a quarter of a second;
    /// larger ones are searched by `packs verify`.
    private static final long SEARCHED_BYTES = 512L << 20;

    /// @throws chladni.engine.failure.PackBroken when something is missing or damaged
    public static NetworkFolder open(Path path) {
        NetworkConfig config = NetworkConfig.read(path.resolve("config.json"));
        Weights weights = WeightFolder.open(path);
        if (weights.bytes() <= SEARCHED_BYTES) {
            TensorReader.requireFinite(weights.all());
        }
        return new NetworkFolder(path, config, weights);
    }
}
