package chladni.engine.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import chladni.engine.failure.BadInput;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecipeJsonTest {
    private static final Path BASE = Path.of("/recipes");

    /// The example of DESIGN section 5.
    private static final String EXAMPLE = """
            { "chladni": 1, "kind": "compose", "seed": 2024, "steps": 100, "sampler": "ddim", "columns": 1024, "takes": 1,
              "voices": [
                { "pack": "stable-diffusion-v1-5", "prompt": "a painting of castle towers, grayscale", "negative": "",
                  "guidance": 10.0, "weight": 0.5, "from": 0.1, "to": 1.0 },
                { "pack": "auffusion", "prompt": "bell ringing", "guidance": 10.0, "weight": 0.5 } ],
              "canvas": { "from": "start.png", "strength": 0.55, "mask": "mask.png" } }
            """;

    private static String refusal(String json) {
        try {
            RecipeJson.parse(json, BASE);
        } catch (BadInput refused) {
            return String.valueOf(refused.getMessage());
        }
        throw new AssertionError("accepted: " + json);
    }

    @Test
    void theExampleOfTheDesignIsReadInFull() {
        Compose recipe = (Compose) RecipeJson.parse(EXAMPLE, BASE);
        assertThat(recipe.seed()).isEqualTo(2024);
        assertThat(recipe.sampling()).isEqualTo(new Sampling("ddim", 100, 0, NoiseKind.FLOAT));
        assertThat(recipe.columns()).isEqualTo(1024);
        assertThat(recipe.voices()).containsExactly(
                new Voice("stable-diffusion-v1-5", "a painting of castle towers, grayscale", "", 10.0, Weight.of(0.5), 0.1, 1, 0),
                new Voice("auffusion", "bell ringing", "", 10.0, Weight.of(0.5), 0, 1, 0));
        assertThat(recipe.canvas()).isEqualTo(new Canvas(BASE.resolve("start.png"), 0.55, BASE.resolve("mask.png")));
    }

    @Test
    void whatIsWrittenIsReadBackEqual() {
        Compose recipe = (Compose) RecipeJson.parse(EXAMPLE, BASE);
        Compose painted = recipe.withVoices(java.util.List.of(
                recipe.voices().getFirst().withWeight(new Weight.Painted(BASE.resolve("balance.png"), 0.2, 0.9))));
        String json = RecipeWriter.print(new RecipeWriter(UnaryOperator.identity()).write(painted));
        assertThat(RecipeJson.parse(json, BASE)).isEqualTo(painted);
    }

    @Test
    void repairsAndTurnedCanvasesAreReadBackEqual() {
        for (Repair.Act act : java.util.List.of(new Repair.Act.Gain(-6), new Repair.Act.Silence(), new Repair.Act.Blur(9))) {
            Repair repair = new Repair(3, BASE.resolve("take"), BASE.resolve("mask.png"), act);
            assertThat(again(repair)).isEqualTo(repair);
        }
        Compose loop = ((Compose) RecipeJson.parse(EXAMPLE, BASE)).withCanvas(new Canvas(BASE.resolve("take"), 1, BASE.resolve("ends.png"), 256));
        assertThat(again(loop)).isEqualTo(loop);
        assertThat(again(loop.withCanvas(new Canvas(BASE.resolve("take"), 0.5, null)))).isNotEqualTo(loop);
    }

    private static Recipe again(Recipe recipe) {
        return RecipeJson.parse(RecipeWriter.print(new RecipeWriter(UnaryOperator.identity()).write(recipe)), BASE);
    }

    @Test
    void anImprintMayNameFilesOrVoices() {
        Imprint recipe = (Imprint) RecipeJson.parse("""
                { "kind": "imprint", "seed": 1, "picture": { "pack": "p", "prompt": "a cat", "steps": 10 }, "sound": "bell.wav", "ratio": 0.4 }
                """, BASE);
        assertThat(recipe.sound()).isEqualTo(new Imprint.Source.File(BASE.resolve("bell.wav")));
        assertThat(recipe.picture()).isEqualTo(new Imprint.Source.Made(Voice.of("p", "a cat"), Sampling.DEFAULT.withSteps(10)));
        String json = RecipeWriter.print(new RecipeWriter(UnaryOperator.identity()).write(recipe));
        assertThat(RecipeJson.parse(json, BASE)).isEqualTo(recipe);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            { "voices": [ { "pack": "p" } ], "stepz": 3 }                       | "stepz"
            { "voices": [ { "pack": "p", "promt": "x" } ] }                     | "voices[0].promt"
            { "voices": [ { "pack": "p" } ], "steps": 0 }                       | "steps" must be a whole number from 1 to 1000, not 0
            { "voices": [ { "pack": "p" } ], "steps": 2.5 }                     | "steps" must be a whole number
            { "voices": [ { "pack": "p", "guidance": 31 } ] }                   | "guidance" must be a number from 0 to 30, not 31
            { "voices": [ { "pack": "p", "from": 0.5, "to": 0.5 } ] }           | "from" (0.5) of a voice must be below
            { "voices": [] }                                                    | at least one voice
            { }                                                                 | "voices" is missing
            { "kind": "dance", "voices": [ { "pack": "p" } ] }                  | not "dance"
            { "chladni": 2, "voices": [ { "pack": "p" } ] }                     | version 2
            { "voices": [ { "pack": "p", "prompt": 7 } ] }                      | "voices[0].prompt" must be a text
            [ 1 ]                                                               | must be a JSON object
            { "voices": [ { "pack": "p" } ], "noise": "double" }                | float, half, half-2.1
            { "voices": [ { "pack": "p" } ], "canvas": { "strength": 0.5 } }    | "canvas.from" is missing
            """)
    void whatIsWrongIsNamed(String json, String named) {
        assertThat(refusal(json)).contains(named);
    }

    @Test
    void textThatIsNotJsonIsAnsweredWithThePlaceOfTheFault() {
        assertThat(refusal("{ \"voices\": [ }")).startsWith("This is not JSON").contains("line 1");
    }

    @Test
    void anEndlessPromptIsRefused() {
        assertThat(refusal("{ \"voices\": [ { \"pack\": \"p\", \"prompt\": \"" + "x".repeat(10_000) + "\" } ] }"))
                .contains("10,000 characters").contains("2,000");
    }

    @Test
    void halfACharacterIsRefusedBeforeAnythingIsMade() {
        assertThat(refusal("{ \"voices\": [ { \"pack\": \"p\", \"prompt\": \"a \\ud83d dog\" } ] }")).contains("half a character");
        assertThat(refusal("{ \"voices\": [ { \"pack\": \"p\", \"prompt\": \"a \\ud83d\\ude00 dog\", \"negative\": \"\\udc00\" } ] }"))
                .contains("negative").contains("half a character");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThatExceptionOfType(BadInput.class).isThrownBy(() -> RecipeJson.read(Path.of("/nowhere/recipe.json")))
                .withMessageContaining("/nowhere/recipe.json").withMessageContaining("no such file");
    }

    @Test
    void aMaskWithoutStrengthMeansMadeAnewFromNoise() {
        Compose recipe = (Compose) RecipeJson.parse(
                "{ \"voices\": [ { \"pack\": \"p\" } ], \"canvas\": { \"from\": \"a.png\", \"mask\": \"m.png\" } }", BASE);
        assertThat(recipe.canvas()).extracting(Canvas::strength).isEqualTo(1.0);
    }
}
