package chladni.engine.network;

import chladni.engine.Hostile;
import chladni.engine.Parity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Configurations of CLIP, CLAP, T5 and DeepFloyd IF come from strangers too.
class JudgeFilesFuzzTest {
    private static final Path FOLDER = Hostile.folder("judges");
    private static final byte[] CLIP = published("tiny-clip/config.json");
    private static final byte[] PIXELS = published("tiny-clip/preprocessor_config.json");
    private static final byte[] CLAP = published("tiny-clap/config.json");
    private static final byte[] T5 = published("tiny-if-stage1/text_encoder/config.json");
    private static final byte[] UNET = published("tiny-if-stage2/unet/config.json");

    private static byte[] published(String file) {
        try {
            return Files.readAllBytes(Parity.more().path(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Property
    void damagedClipConfigurationsAreAnsweredOrRefused(@ForAll long seed) {
        byte[] content = Hostile.damaged(CLIP, seed);
        Path file = Hostile.file(FOLDER.resolve("clip.json"), content);
        Hostile.survives(content.length, () -> ClipConfig.read(NetworkConfig.read(file)));
    }

    @Property
    void damagedPreparationsAreAnsweredOrRefused(@ForAll long seed) {
        byte[] content = Hostile.damaged(PIXELS, seed);
        Hostile.file(FOLDER.resolve("preprocessor_config.json"), content);
        Hostile.survives(content.length, () -> ClipPixels.read(FOLDER));
    }

    @Property
    void damagedClapConfigurationsAreAnsweredOrRefused(@ForAll long seed) {
        byte[] content = Hostile.damaged(CLAP, seed);
        Path file = Hostile.file(FOLDER.resolve("clap.json"), content);
        Hostile.survives(content.length, () -> ClapConfig.read(NetworkConfig.read(file)));
    }

    @Property
    void damagedTextEncoderConfigurationsAreAnsweredOrRefused(@ForAll long seed) {
        byte[] content = Hostile.damaged(T5, seed);
        Path file = Hostile.file(FOLDER.resolve("t5.json"), content);
        Hostile.survives(content.length, () -> T5Config.read(NetworkConfig.read(file)).bucket(7));
    }

    @Property
    void damagedPixelNetworkConfigurationsAreAnsweredOrRefused(@ForAll long seed) {
        byte[] content = Hostile.damaged(UNET, seed);
        Path file = Hostile.file(FOLDER.resolve("unet.json"), content);
        Hostile.survives(content.length, () -> PixelUNetConfig.read(NetworkConfig.read(file)));
    }
}
