package chladni.engine.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chladni.engine.Parity;
import chladni.engine.failure.PackBroken;
import chladni.engine.weights.WeightFolder;
import chladni.engine.weights.Weights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class NetworkConfigTest {
    private static final List<String> ODD = List.of("0", "-1", "1", "3", "1000000", "1000001", "4294967296", "1e300", "\"text\"", "null", "true", "[]",
            "[0, 0, 0, 0]", "[1000000, 1000000, 1000000, 1000000]", "[[1, 2], [3]]", "{}", "[\"DownBlock2D\", \"DownBlock2D\"]", "16", "[16, 16]");

    @TempDir
    Path folder;

    @Test
    void missingKeysAreTheLibrarysDefaults() throws IOException {
        UNet2DConfig unet = UNet2DConfig.read(config("{}"));
        assertEquals(List.of(320, 640, 1280, 1280), unet.channels());
        assertEquals(List.of(8, 8, 8, 8), unet.heads());
        assertEquals(1280, unet.contextWidth());
        assertEquals(0.18215, AutoencoderKlConfig.read(config("{\"norm_num_groups\": 32}")).scaling().factor());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"act_fn\": \"gelu\"}", "{\"class_embed_type\": \"timestep\"}", "{\"dual_cross_attention\": true}",
        "{\"down_block_types\": [\"AttnDownBlock2D\", \"DownBlock2D\", \"DownBlock2D\", \"DownBlock2D\"]}", "{\"time_cond_proj_dim\": 256}"})
    void whatIsNotBuiltIsRefusedByItsKey(String json) throws IOException {
        NetworkConfig config = config(json);
        String key = json.substring(2, json.indexOf('"', 2));
        assertTrue(assertThrows(PackBroken.class, () -> UNet2DConfig.read(config)).getMessage().contains(key));
    }

    @Test
    void noConfigurationEscapesAsAnythingButAPackBroken() throws IOException {
        Parity parity = Parity.open();
        fuzz(parity.path("tiny-picture/unet"), each -> new UNet2DGraph(UNet2DConfig.read(each.config()), Part.root(each.weights())).write());
        fuzz(parity.path("tiny-picture/vae"), each -> {
            AutoencoderKlConfig config = AutoencoderKlConfig.read(each.config());
            new AutoencoderKlGraph(config, Part.root(each.weights())).encoder();
            new AutoencoderKlGraph(config, Part.root(each.weights())).decoder();
        });
    }

    /// One or two keys of a good configuration at a time get odd values.
    private void fuzz(Path network, Consumer<NetworkFolder> builder) throws IOException {
        Weights weights = WeightFolder.open(network);
        ObjectNode good = (ObjectNode) JsonMapper.shared().readTree(Files.readAllBytes(network.resolve("config.json")));
        List<String> keys = new ArrayList<>(good.propertyNames());
        keys.addAll(List.of("patch_size", "latents_mean", "num_attention_heads", "scaling_factor", "use_quant_conv"));
        Random random = new Random(3);
        for (int i = 0; i < 150; i++) {
            ObjectNode odd = good.deepCopy();
            for (int k = 0; k <= random.nextInt(2); k++) {
                odd.set(keys.get(random.nextInt(keys.size())), JsonMapper.shared().readTree(ODD.get(random.nextInt(ODD.size()))));
            }
            try {
                builder.accept(new NetworkFolder(network, config(odd.toString()), weights));
            } catch (PackBroken expected) {
                assertTrue(expected.getMessage().length() < 2000, expected.getMessage());
            } catch (RuntimeException e) {
                throw new AssertionError(odd.toString(), e);
            }
        }
    }

    private NetworkConfig config(String json) throws IOException {
        return NetworkConfig.read(Files.writeString(folder.resolve("config.json"), json));
    }
}
