package chladni.engine.network;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
    void anotherKindOfFileIsRefusedByItsKind() throws IOException {
        assertThatThrownBy(() -> StableDiffusionFile.open(checkpoint("model.diffusion_model.time_embed.0.weight")))
                .isInstanceOf(PackBroken.class).hasMessageContaining("not a Stable Diffusion 1.x or 2.x checkpoint: it does not hold");
        assertThatThrownBy(() -> StableDiffusionFile.open(checkpoint("lora_te_text_model_encoder_layers_0_mlp_fc1.lora_down.weight")))
                .isInstanceOf(PackBroken.class).hasMessageContaining("it is a LoRA");
        assertThatThrownBy(() -> StableDiffusionFile.open(checkpoint("conditioner.embedders.0.transformer.text_model.final_layer_norm.bias")))
                .isInstanceOf(PackBroken.class).hasMessageContaining("it is Stable Diffusion XL");
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
