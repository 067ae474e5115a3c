package chladni.engine;

import static org.assertj.core.api.Assertions.assertThat;

import chladni.engine.codec.PngDepth;
import chladni.engine.codec.PngFile;
import chladni.engine.codec.PngText;
import chladni.engine.compose.Tracing;
import chladni.engine.job.Monitor;
import chladni.engine.media.Picture;
import chladni.engine.onnx.Device;
import chladni.engine.pack.PackStore;
import chladni.engine.recipe.Canvas;
import chladni.engine.recipe.Compose;
import chladni.engine.recipe.Imprint;
import chladni.engine.recipe.NoiseKind;
import chladni.engine.recipe.Recipe;
import chladni.engine.recipe.Sampling;
import chladni.engine.recipe.Tone;
import chladni.engine.recipe.Voice;
import chladni.engine.recipe.Weight;
import chladni.engine.take.Take;
import chladni.engine.tensor.Shape;
import chladni.engine.tensor.Tensor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Whole recipes through the engine, against what PyTorch and diffusers made of the same packs, prompts and seeds
/// (`parity/open/README.md`, sections joint, inpaint, img2img, imprint).
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EngineParityTest {
    private static final String PICTURE_PROMPT = "a painting of castle towers, grayscale";
    private static final String SOUND_PROMPT = "bell ringing";
    private static final Sampling TWENTY = Sampling.DEFAULT.withSteps(20);

    private final Parity parity = Parity.open();
    private final Voice picture = new Voice("tiny-picture", PICTURE_PROMPT, "", 10.0, Weight.of(0.5), 0.1, 1, 0);
    private final Voice sound = new Voice("tiny-sound", SOUND_PROMPT, "", 10.0, Weight.of(0.5), 0, 1, 0);
    private Engine engine;

    @BeforeAll
    void open() {
        engine = Engine.open(new PackStore(List.of(parity.path("tiny-picture"), parity.path("tiny-sound"))), Device.CPU);
    }

    @AfterAll
    void close() {
        engine.close();
    }

    private Take make(Recipe recipe) {
        List<Take> takes = new ArrayList<>();
        engine.run(recipe, Tracing.ON, Monitor.silent(), takes::add);
        assertThat(takes).hasSize(1);
        return takes.getFirst();
    }

    private void check(Take take, String name, String traced) {
        parity.check(name, take.trace().get(traced));
    }

    /// Compares the left part only, as some large arrays are stored: `[c, h, w] → [c, h, width]`.
    private static Tensor left(Tensor whole, int width) {
        Shape shape = whole.shape();
        float[] out = new float[shape.length(0) * shape.length(1) * width];
        for (int line = 0; line < shape.length(0) * shape.length(1); line++) {
            System.arraycopy(whole.data(), line * shape.length(2), out, line * width, width);
        }
        return Tensor.of(Shape.of(shape.length(0), shape.length(1), width), out);
    }

    private static Tensor bytes(Tensor unit) {
        return unit.map(v -> Math.floor(255 * v + 0.5));
    }

    @Test
    void theJointRunEqualsThePublishedCode() {
        Take take = make(Compose.of(2024, List.of(picture, sound)).withSampling(TWENTY).withColumns(1024));

        check(take, "joint/start", "latents-000");
        for (int step : new int[] {1, 5, 10, 11, 20}) {
            check(take, "joint/latents_step%02d".formatted(step), "latents-%03d".formatted(step));
        }
        Tensor seen = take.trace().get("picture");
        Tensor heard = take.trace().get("spectrogram");
        parity.check("joint/picture_left128", left(seen, 128));
        parity.check("joint/picture_u8", bytes(seen));
        parity.check("joint/spectrogram_left256", left(heard, 256));
        parity.check("joint/spectrogram_u8", bytes(heard));
        check(take, "joint/wave", "waveform");
    }

    @Test
    void theHalfPrecisionStartNoiseReplaysPublishedSeeds() {
        Take take = make(Compose.of(2024, List.of(picture, sound)).withColumns(1024)
                .withSampling(new Sampling("ddim", 20, 0, NoiseKind.HALF_2_1)));
        check(take, "joint/half_start", "latents-000");
        check(take, "joint/half_start_final", "latents-020");
    }

    @Test
    void soundInpaintingEqualsThePublishedNotebook(@TempDir Path folder) {
        Take take = make(inpainting(folder, List.of(sound.withGuidance(7.5))));
        check(take, "inpaint/noise", "latents-000");
        check(take, "inpaint/sound_latents_step01", "latents-001");
        check(take, "inpaint/sound_latents_step10", "latents-010");
        check(take, "inpaint/sound_latents_step20", "latents-020");
        check(take, "inpaint/sound_spectrogram", "spectrogram");
    }

    @Test
    void jointInpaintingEqualsPyTorch(@TempDir Path folder) {
        Take take = make(inpainting(folder, List.of(picture, sound)));
        check(take, "inpaint/joint_noise", "latents-000");
        check(take, "inpaint/joint_latents_step01", "latents-001");
        check(take, "inpaint/joint_latents_step10", "latents-010");
        check(take, "inpaint/joint_latents_step20", "latents-020");
    }

    private Compose inpainting(Path folder, List<Voice> voices) {
        Path mask = folder.resolve("mask.png");
        Tensor pixels = parity.load("inpaint/mask_pixels").map(v -> v > 0 ? 1 : 0);
        PngFile.write(mask, new Picture(1, 256, 256, pixels.data()), PngDepth.EIGHT, PngText.NONE);
        return Compose.of(41, voices).withSampling(TWENTY).withColumns(256)
                .withCanvas(new Canvas(parity.path("npy/inpaint/known_image.npy"), 1, mask));
    }

    @Test
    void soundVariationEqualsThePublishedNotebook() {
        Take take = make(variation(List.of(sound.withGuidance(7.5))));
        check(take, "img2img/sound_start", "latents-000");
        check(take, "img2img/sound_final", "latents-011");
    }

    @Test
    void jointVariationEqualsPyTorch() {
        Take take = make(variation(List.of(picture.withFrom(0), sound)));
        check(take, "img2img/joint_start", "latents-000");
        check(take, "img2img/joint_final", "latents-011");
    }

    private Compose variation(List<Voice> voices) {
        return Compose.of(42, voices).withSampling(TWENTY).withColumns(256)
                .withCanvas(new Canvas(parity.path("npy/inpaint/known_image.npy"), 0.55, null));
    }

    @Test
    void theImprintBaselineEqualsThePublishedCode() {
        Take take = make(new Imprint(2024, 1,
                new Imprint.Source.Made(picture.withGuidance(7.5).withFrom(0), Sampling.DEFAULT.withSteps(10)),
                new Imprint.Source.Made(sound.withGuidance(7.5), TWENTY), 0.5, 256, Tone.PLAIN));
        check(take, "imprint/picture_gray", "picture-grey");
        check(take, "imprint/spectrogram", "sound-spectrogram");
        check(take, "imprint/imprinted", "spectrogram");
        check(take, "imprint/wave", "waveform");
    }
}
