package chladni.engine.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chladni.engine.failure.CancelSignal;
import chladni.engine.media.Picture;
import chladni.engine.media.Sound;
import chladni.engine.network.Embedding;
import chladni.engine.onnx.Device;
import chladni.engine.pack.JudgePack;
import chladni.engine.pack.PackCheck;
import chladni.engine.pack.PackFolder;
import chladni.engine.pack.PackStore;
import chladni.engine.tensor.Shape;
import chladni.engine.tensor.Tensor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The starter's judges against PyTorch (`assets/recipe/fixtures/judges.py`).
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StarterJudgeTest {
    private static final int ROWS = 128;
    private static final int COLUMNS = 192;

    private PackFolder pack;
    private JsonNode expected;

    @BeforeAll
    void read() throws Exception {
        Path folder = Path.of(Objects.requireNonNull(StarterJudgeTest.class.getResource("/judges")).toURI());
        pack = new PackStore(List.of(folder)).find("toy-judges");
        expected = JsonMapper.shared().readTree(Files.readString(folder.resolve("judges.json")));
    }

    private static Picture drawn() {
        float[] grey = new float[ROWS * COLUMNS];
        for (int y = 0; y < ROWS; y++) {
            for (int x = 0; x < COLUMNS; x++) {
                grey[y * COLUMNS + x] = (7 * x + 13 * y) / 8 % 256 / 255f; // as the fixture's script draws it
            }
        }
        return new Picture(1, ROWS, COLUMNS, grey);
    }

    @Test
    void vectorsAreThoseOfPyTorch() {
        for (String half : List.of("picture", "sound")) {
            try (JudgePack judge = JudgePack.open(pack, half, Device.CPU)) {
                Embedding vector = judge.matcher().vectors(Tensor.of(Shape.of(1, 1, ROWS, COLUMNS), drawn().values()), new CancelSignal());
                JsonNode wanted = expected.path(half).path("vector");
                int every = expected.path("every").asInt();
                for (int i = 0; i < wanted.size(); i++) {
                    assertThat((double) vector.unit().data()[i * every]).isCloseTo(wanted.get(i).asDouble(), within(5e-6));
                }
            }
        }
    }

    @Test
    void theShareIsWhatTheAskedWordsGetAmongAllThatCompete() {
        try (StarterJudge<Picture> judge = StarterJudge.looks(pack, Device.CPU)) {
            Score score = judge.judge(drawn(), expected.path("text").asString(), new CancelSignal());
            assertThat(score.value()).isCloseTo(expected.path("picture").path("share").asDouble(), within(2e-4));
            assertThat(score.judge()).isEqualTo("toy-judges");
        }
    }

    @Test
    void aSoundIsJudgedByWhatIsHeardAndNotByHowLoudItIs() {
        float[] tone = new float[COLUMNS * 160];
        float[] quiet = new float[tone.length];
        for (int i = 0; i < tone.length; i++) {
            tone[i] = (float) Math.sin(i * 0.2);
            quiet[i] = tone[i] / 8;
        }
        try (StarterJudge<Sound> judge = StarterJudge.sounds(pack, Device.CPU)) {
            double loud = judge.judge(Sound.mono(16_000, tone), "a bell", new CancelSignal()).value();
            assertThat(judge.judge(Sound.mono(16_000, quiet), "a bell", new CancelSignal()).value()).isCloseTo(loud, within(1e-4));
            assertThat(judge.judge(Sound.mono(16_000, new float[tone.length]), "a bell", new CancelSignal()).value()).isNotCloseTo(loud, within(1e-3));
        }
    }

    @Test
    void theyServeWhereThereIsNoClipAndNoClap() {
        PackStore packs = new PackStore(List.of(pack.path()));
        assertThat(JudgePacks.ANY.looking(packs, Device.CPU)).get().isInstanceOf(StarterJudge.class);
        assertThat(JudgePacks.ANY.listening(packs, Device.CPU)).get().isInstanceOf(StarterJudge.class);
        assertThat(JudgePacks.ANY.listening(new PackStore(List.of()), Device.CPU)).isEmpty();
    }

    @Test
    void thePackIsWhole() {
        assertThat(PackCheck.quick(pack)).isEmpty();
    }
}
