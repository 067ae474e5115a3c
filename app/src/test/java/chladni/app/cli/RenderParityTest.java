package chladni.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import chladni.engine.codec.PngDepth;
import chladni.engine.codec.PngFile;
import chladni.engine.codec.PngText;
import chladni.engine.media.Picture;
import chladni.engine.tensor.Npy;
import chladni.engine.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What `render --trace` writes, against what PyTorch and diffusers made of the same packs, prompts and seeds (`parity/open/README.md`).
class RenderParityTest {
    private static final Path OPEN = Path.of("..", "engine", "src", "test", "resources", "parity", "open").toAbsolutePath().normalize();
    private static final String PICTURE = "{\"pack\": \"tiny-picture\", \"prompt\": \"a painting of castle towers, grayscale\", ";
    private static final String SOUND = "{\"pack\": \"tiny-sound\", \"prompt\": \"bell ringing\", ";

    @TempDir
    private Path folder = Path.of("");

    private void render(String recipe) throws IOException {
        Path file = Files.writeString(folder.resolve("recipe.json"), recipe);
        Trial trial = Trial.of("render", file.toString(), "--packs", OPEN.toString(), "--trace", "--out", folder.resolve("out").toString());
        assertThat(trial.code()).as(trial.messages()).isZero();
    }

    private void equal(String name, String traced) throws IOException {
        JsonNode entry = JsonMapper.shared().readTree(OPEN.resolve("manifest.json")).get("files").valueStream()
                .filter(row -> row.get("name").asString().equals(name)).findFirst().orElseThrow();
        Tensor want = Npy.read(OPEN.resolve(entry.get("file").asString()));
        Tensor have = Npy.read(folder.resolve("out/0001/trace").resolve(traced + ".npy"));
        assertThat(have.size()).as(name).isEqualTo(want.size());
        double worst = 0;
        for (int i = 0; i < want.size(); i++) {
            worst = Math.max(worst, Math.abs((double) want.data()[i] - have.data()[i]));
        }
        assertThat(worst).as(name).isLessThanOrEqualTo(entry.get("atol").asDouble());
    }

    private String canvas(String more) {
        return "\"canvas\": {\"from\": \"" + OPEN.resolve("npy/inpaint/known_image.npy").toString().replace('\\', '/') + "\"" + more + "}";
    }

    @Test
    void theJointRun() throws IOException {
        render("{\"seed\": 2024, \"steps\": 20, \"columns\": 1024, \"voices\": [" + PICTURE + "\"guidance\": 10, \"from\": 0.1}, "
                + SOUND + "\"guidance\": 10}]}");
        equal("joint/start", "latents-000");
        equal("joint/latents_step01", "latents-001");
        equal("joint/latents_step20", "latents-020");
        equal("joint/wave", "waveform");
    }

    @Test
    void aRepairOfASound() throws IOException {
        Tensor mask = Npy.read(OPEN.resolve("npy/inpaint/mask_pixels.npy")).map(v -> v > 0 ? 1 : 0);
        PngFile.write(folder.resolve("mask.png"), new Picture(1, 256, 256, mask.data()), PngDepth.EIGHT, PngText.NONE);
        render("{\"seed\": 41, \"steps\": 20, \"columns\": 256, \"voices\": [" + SOUND + "\"guidance\": 7.5}], " + canvas(", \"mask\": \"mask.png\"") + "}");
        equal("inpaint/noise", "latents-000");
        equal("inpaint/sound_latents_step20", "latents-020");
        equal("inpaint/sound_spectrogram", "spectrogram");
    }

    @Test
    void aVariationOfASound() throws IOException {
        render("{\"seed\": 42, \"steps\": 20, \"columns\": 256, \"voices\": [" + SOUND + "\"guidance\": 7.5}], " + canvas(", \"strength\": 0.55") + "}");
        equal("img2img/sound_start", "latents-000");
        equal("img2img/sound_final", "latents-011");
    }

    @Test
    void theImprintBaseline() throws IOException {
        render("{\"kind\": \"imprint\", \"seed\": 2024, \"columns\": 256, \"ratio\": 0.5, \"picture\": " + PICTURE + "\"guidance\": 7.5, \"steps\": 10}, "
                + "\"sound\": " + SOUND + "\"guidance\": 7.5, \"steps\": 20}}");
        equal("imprint/imprinted", "spectrogram");
        equal("imprint/wave", "waveform");
    }
}
