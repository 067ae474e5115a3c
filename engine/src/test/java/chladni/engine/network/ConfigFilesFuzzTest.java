package chladni.engine.network;

import chladni.engine.Hostile;
import chladni.engine.Parity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Configurations come from strangers too.
class ConfigFilesFuzzTest {
    private static final Path FOLDER = Hostile.folder("configs");
    private static final byte[] UNET = published("tiny-picture/unet/config.json");
    private static final byte[] VAE = published("tiny-picture/vae/config.json");

    private static byte[] published(String file) {
        try {
            return Files.readAllBytes(Parity.open().path(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Property
    void damagedUNetConfigurationsAreAnsweredOrRefused(@ForAll long seed) {
        byte[] content = Hostile.damaged(UNET, seed);
        Path file = Hostile.file(FOLDER.resolve("unet.json"), content);
        Hostile.survives(content.length, () -> UNet2DConfig.read(NetworkConfig.read(file)));
    }

    @Property
    void damagedAutoencoderConfigurationsAreAnsweredOrRefused(@ForAll long seed) {
        byte[] content = Hostile.damaged(VAE, seed);
        Path file = Hostile.file(FOLDER.resolve("vae.json"), content);
        Hostile.survives(content.length, () -> AutoencoderKlConfig.read(NetworkConfig.read(file)));
    }
}
