package chladni.engine.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chladni.engine.failure.PackBroken;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StableDiffusionFileTest {
    @TempDir
    Path folder;

    @Test
    void partsAreFoundUnderDiffusersNamesWithTheSizesOfVersionOne() throws IOException {
        StableDiffusionFile file = StableDiffusionFile.open(checkpoint("model.diffusion_model.input_blocks.1.0.in_layers.0.weight",
                "first_stage_model.decoder.up.3.block.0.nin_shortcut.bias", "cond_stage_model.transformer.text_model.final_layer_norm.bias"));
        assertTrue(file.unet().weights().has("down_blocks.0.resnets.0.norm1.weight"));
        assertTrue(file.vae().weights().has("decoder.up_blocks.0.resnets.0.conv_shortcut.bias"));
        assertTrue(file.textEncoder().weights().has("text_model.final_layer_norm.bias"));
        assertEquals(768, UNet2DConfig.read(file.unet().config()).contextWidth());
        assertEquals(8, AutoencoderKlConfig.read(file.vae().config()).factor());
    }

    @Test
    void anotherKindOfFileIsRefused() throws IOException {
        Path file = checkpoint("model.diffusion_model.time_embed.0.weight");
        assertTrue(assertThrows(PackBroken.class, () -> StableDiffusionFile.open(file)).getMessage().contains("not a Stable Diffusion 1.x checkpoint"));
    }

    private Path checkpoint(String... names) throws IOException {
        StringBuilder header = new StringBuilder("{");
        for (int i = 0; i < names.length; i++) {
            header.append(i == 0 ? "" : ",").append('"').append(names[i]).append("\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[")
                    .append(4 * i).append(',').append(4 * i + 4).append("]}");
        }
        byte[] json = header.append('}').toString().getBytes(StandardCharsets.UTF_8);
        Path file = folder.resolve("v1-5.safetensors");
        ByteBuffer bytes = ByteBuffer.allocate(8 + json.length + 4 * names.length).order(ByteOrder.LITTLE_ENDIAN);
        return Files.write(file, bytes.putLong(json.length).put(json).array());
    }
}
