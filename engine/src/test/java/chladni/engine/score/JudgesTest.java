package chladni.engine.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import chladni.engine.Parity;
import chladni.engine.codec.PictureFile;
import chladni.engine.codec.WavFile;
import chladni.engine.failure.BadInput;
import chladni.engine.failure.CancelSignal;
import chladni.engine.failure.PackMissing;
import chladni.engine.media.Picture;
import chladni.engine.media.Sound;
import chladni.engine.onnx.Device;
import chladni.engine.pack.PackStore;
import chladni.engine.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class JudgesTest {
    private final Parity parity = Parity.more();
    private final PackStore packs = new PackStore(List.of(parity.path("")));

    @Test
    void fromFileToCosineClipAgreesWithTheReference() {
        Picture picture = PictureFile.read(parity.path("npy/clip/image.png")).picture();
        Tensor cosines = parity.load("clip/cosine");
        Tensor logits = parity.load("clip/logits_per_image");
        try (ClipJudge judge = JudgePacks.ANY.looks(packs, Device.CPU).orElseThrow()) {
            int i = 0;
            for (JsonNode prompt : parity.settings().path("clip").path("prompts")) {
                Looked looked = judge.look(picture, prompt.stringValue(), new CancelSignal());
                assertThat(looked.cosine()).isCloseTo(cosines.data()[i], within(2e-6));
                assertThat(looked.cosine() * looked.logitScale()).isCloseTo(logits.data()[i++], within(2e-4));
            }
        }
    }

    @Test
    void fromFileToCosineClapAgreesWithTheReference() {
        Sound sound = WavFile.read(parity.path("npy/clap/input.wav")).sound();
        Tensor cosines = parity.load("clap/cosine");
        try (ClapJudge judge = JudgePacks.ANY.sounds(packs, Device.CPU).orElseThrow()) {
            int i = 0;
            for (JsonNode prompt : parity.settings().path("clap").path("prompts")) {
                // The features' own allowance comes on top of the network's.
                assertThat(judge.judge(sound, prompt.stringValue(), new CancelSignal()).value()).isCloseTo(cosines.data()[i++], within(5e-5));
            }
        }
    }

    @Test
    void aWidePictureIsSeenThroughWindowsAndTheirCosinesAveraged() {
        Picture wide = ramp(64, 128);
        assertThat(PictureWindows.of(wide)).hasSize(9); // (128 − 64) / 8 + 1
        assertThat(PictureWindows.of(ramp(256, 1024))).hasSize(25);
        assertThat(PictureWindows.of(wide).get(3).at(0, 5, 2)).isEqualTo(wide.at(0, 5, 26));
        assertThat(PictureWindows.of(ramp(128, 64)).get(3).at(0, 5, 2)).isEqualTo(ramp(128, 64).at(0, 29, 2));
        try (ClipJudge judge = JudgePacks.ANY.looks(packs, Device.CPU).orElseThrow()) {
            Looked looked = judge.look(wide, "a castle", new CancelSignal());
            assertThat(looked.windowCosines()).hasSize(9).doesNotHaveDuplicates();
            double third = judge.look(PictureWindows.of(wide).get(3), "a castle", new CancelSignal()).cosine();
            assertThat(looked.windowCosines().get(3)).isCloseTo(third, within(1e-6));
            double mean = looked.windowCosines().stream().mapToDouble(Double::doubleValue).average().orElseThrow();
            assertThat(judge.judge(wide, "a castle", new CancelSignal()).value()).isCloseTo(mean, within(1e-9));
        }
    }

    @Test
    void aScorerAsksOnlyTheJudgesItHasAndOnlyWhereThereAreWords() {
        Judge<Picture> looks = fixed(0.25);
        try (Scorer scorer = new Scorer(Optional.of(looks), Optional.empty())) {
            Scores scores = scorer.score(Judged.of(ramp(8, 8), "a castle", Sound.mono(16_000, new float[16_000]), "a bell"), new CancelSignal());
            assertThat(scores.looks()).contains(new Score(0.25, "a castle", "fixed"));
            assertThat(scores.sounds()).isEmpty();
            Judged wordless = Judged.of(ramp(8, 8), " ", Sound.mono(16_000, new float[16_000]), "a bell");
            assertThat(scorer.score(wordless, new CancelSignal())).isEqualTo(Scores.NONE);
        }
    }

    @Test
    void aJudgeIsFoundByItsIdAndMustBeOne() {
        assertThat(new JudgePacks("", "").looks(new PackStore(List.of()), Device.CPU)).isEmpty();
        assertThatThrownBy(() -> new JudgePacks("clip-vit", "").looks(packs, Device.CPU)).isInstanceOf(PackMissing.class)
                .hasMessageContaining("There is no pack 'clip-vit'");
        assertThatThrownBy(() -> new JudgePacks("tiny-clap", "").looks(packs, Device.CPU)).isInstanceOf(BadInput.class)
                .hasMessage("The pack tiny-clap is of the kind clap, not clip.");
    }

    private static Picture ramp(int height, int width) {
        float[] values = new float[height * width];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (0.5 + 0.5 * Math.sin(i / 7.0) * (i % width) / width);
        }
        return new Picture(1, height, width, Arrays.copyOf(values, values.length));
    }

    private static Judge<Picture> fixed(double value) {
        return new Judge<>() {
            @Override
            public String id() {
                return "fixed";
            }

            @Override
            public Score judge(Picture seen, String text, CancelSignal cancel) {
                return new Score(value, text, id());
            }

            @Override
            public void close() {}
        };
    }
}
