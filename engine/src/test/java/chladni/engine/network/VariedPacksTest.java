package chladni.engine.network;

import static org.assertj.core.api.Assertions.assertThat;

import chladni.engine.codec.PictureFile;
import chladni.engine.failure.CancelSignal;
import chladni.engine.media.Sound;
import chladni.engine.onnx.Device;
import chladni.engine.sound.ClapFeatures;
import chladni.engine.tensor.Npy;
import chladni.engine.tensor.Shape;
import chladni.engine.tensor.Tensor;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Packs whose configurations differ from the parity fixtures' in depth, width, heads, activations, sizes, end ids, number and file formats.
/// `assets/recipe/fixtures/varied_packs.py` makes them, and PyTorch their numbers.
class VariedPacksTest {
    /// Of the largest value: single precision, through a few layers whose order of summing differs.
    private static final double TOLERANCE = 5e-5;

    @ParameterizedTest
    @ValueSource(strings = {"clip-gelu-fp32", "clip-shards-bf16", "clip-bin-fp16"})
    void clip(String name) throws IOException {
        Path folder = folder(name);
        ClipPixels how = ClipPixels.read(folder);
        Tensor prepared = how.tensor(how.cut(PictureFile.read(folder.resolve("picture.png")).picture()));
        near(prepared, load(folder, "pixels"), 1e-6);
        try (Clip clip = Clip.open(NetworkFolder.open(folder), Device.CPU)) {
            assertThat(how.gives(clip.size())).isTrue();
            Embedding texts = clip.text(rows(folder, "ids"), new CancelSignal()).embedding();
            Embedding picture = clip.vision(load(folder, "pixels"), new CancelSignal()).embedding();
            near(texts.unit(), load(folder, "text_embeds"), TOLERANCE);
            near(picture.unit(), load(folder, "image_embeds"), TOLERANCE);
            Tensor logits = load(folder, "logits");
            for (int i = 0; i < texts.rows(); i++) {
                near(number(picture.cosine(0, texts, i) * clip.logitScale()), number(logits.data()[i]), TOLERANCE);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"clap-three-stages-fp32", "clap-thirty-two-bands-bf16"})
    void clap(String name) throws IOException {
        Path folder = folder(name);
        NetworkConfig file = NetworkConfig.read(folder.resolve("preprocessor_config.json"));
        ClapFeatures.Filling filling = file.text("padding", "").equals("repeat") ? ClapFeatures.Filling.REPEAT : ClapFeatures.Filling.REPEAT_WHOLE;
        ClapFeatures features = new ClapFeatures(new ClapFeatures.Format(48_000, 1024, 480, file.integer("feature_size", 64),
                file.number("frequency_min", 0), 14_000, 480_000, filling));
        Tensor expected = load(folder, "features");
        near(features.of(Sound.mono(48_000, load(folder, "wave").data())), expected, 1e-3); // the reference transforms in single precision
        try (Clap clap = Clap.open(NetworkFolder.open(folder), Device.CPU)) {
            Embedding text = clap.text(rows(folder, "ids").getFirst(), new CancelSignal()).embedding();
            Embedding sound = clap.audio(expected, new CancelSignal()).embedding();
            near(text.unit(), load(folder, "text_embeds"), TOLERANCE);
            near(sound.unit(), load(folder, "audio_embeds"), TOLERANCE);
            near(number(sound.cosine(0, text, 0) * clap.audioScale()), load(folder, "logits"), TOLERANCE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"t5-relu-bin", "t5-silu-shards-bf16"})
    void t5(String name) throws IOException {
        Path folder = folder(name);
        int[] lengths = rows(folder, "mask").stream().mapToInt(mask -> (int) Arrays.stream(mask).sum()).toArray();
        try (T5Encoder encoder = T5Encoder.open(NetworkFolder.open(folder), Device.CPU)) {
            near(encoder.encode(rows(folder, "ids"), lengths, new CancelSignal()), load(folder, "states"), TOLERANCE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"if-text-only", "if-plain-shift"})
    void pixels(String name) throws IOException {
        Path folder = folder(name);
        try (PixelUNet unet = PixelUNet.open(NetworkFolder.open(folder), Device.CPU)) {
            Tensor actual = unet.predict(load(folder, "sample"), 437, load(folder, "context"), 123, new CancelSignal());
            near(actual, load(folder, "prediction"), TOLERANCE);
        }
    }

    private static void near(Tensor actual, Tensor expected, double tolerance) {
        assertThat(actual.size()).isEqualTo(expected.size());
        double largest = 0;
        double difference = 0;
        for (int i = 0; i < expected.size(); i++) {
            largest = Math.max(largest, Math.abs(expected.data()[i]));
            difference = Math.max(difference, Math.abs((double) actual.data()[i] - expected.data()[i]));
        }
        assertThat(difference).as("largest difference among values up to %s", largest).isLessThanOrEqualTo(tolerance * largest);
    }

    private static Tensor number(double number) {
        return Tensor.of(Shape.of(1), new float[] {(float) number});
    }

    private static List<long[]> rows(Path folder, String name) throws IOException {
        Tensor tensor = load(folder, name);
        List<long[]> rows = new ArrayList<>();
        for (int b = 0; b < tensor.shape().length(0); b++) {
            long[] row = new long[tensor.shape().length(1)];
            for (int i = 0; i < row.length; i++) {
                row[i] = (long) tensor.at(b, i);
            }
            rows.add(row);
        }
        return rows;
    }

    private static Tensor load(Path folder, String name) throws IOException {
        return Npy.read(folder.resolve(name + ".npy"));
    }

    private static Path folder(String name) {
        try {
            return Path.of(Objects.requireNonNull(VariedPacksTest.class.getResource("/varied/" + name)).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
