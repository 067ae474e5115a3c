package chladni.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ScoreCommandTest {
    /// Tiny CLIP and CLAP packs with what transformers makes of a picture, a sound and three prompts.
    private static final Path MORE = Path.of("..", "engine", "src", "test", "resources", "parity", "more").toAbsolutePath().normalize();
    private static final String PICTURE = MORE.resolve("npy/clip/image.png").toString();
    private static final String SOUND = MORE.resolve("npy/clap/input.wav").toString();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aPictureAndASoundGetTheReferencesCosines() {
        Trial trial = score(PICTURE, SOUND, "--picture", "a dog barking in the rain", "--sound", "church bells", "--json", "--trace");
        assertThat(trial.code()).isZero();
        JsonNode looked = line(trial, 0);
        assertThat(looked.path("looks").doubleValue()).isCloseTo(0.0953011, within(2e-6)); // clip/cosine
        assertThat(looked.path("clip").path("logit").doubleValue()).isCloseTo(9.53295, within(2e-4)); // clip/logits_per_image
        assertThat(looked.path("sounds").isNull()).isTrue();
        assertThat(looked.path("clip").path("image_embeds").size()).isEqualTo(16);
        assertThat(looked.path("clip").path("token_ids").size()).isEqualTo(77);
        JsonNode heard = line(trial, 1);
        assertThat(heard.path("clap").path("logit_per_audio").doubleValue())
                .isCloseTo(heard.path("sounds").doubleValue() * heard.path("clap").path("logit_scale_a").doubleValue(), within(1e-9));
        assertThat(heard.path("clap").path("audio_embeds").size()).isEqualTo(24);
    }

    @Test
    void aTakeIsJudgedByItsOwnWordsOrByOthers() throws IOException {
        Path wish = Files.writeString(folder.resolve("wish.json"), """
                {"seed": 7, "steps": 1, "columns": 128, "voices": [
                  {"pack": "toy-picture", "prompt": "a castle"}, {"pack": "toy-sound", "prompt": "a bell"}]}
                """);
        assertThat(Trial.of("render", wish.toString(), "--packs", Trial.TOYS.toString(), "--out", folder.resolve("out").toString()).code()).isZero();
        String take = folder.resolve("out/0001").toString();

        JsonNode own = line(score(take, "--json"), 0);
        assertThat(own.path("clip").path("text").stringValue()).isEqualTo("a castle");
        assertThat(own.path("clap").path("text").stringValue()).isEqualTo("a bell");
        assertThat(own.path("looks").doubleValue()).isEqualTo(own.path("clip").path("windows").path("mean").doubleValue());
        assertThat(own.path("sounds").doubleValue()).isEqualTo(own.path("clap").path("cosine").doubleValue());

        JsonNode other = line(score(take, "--json", "--sound", "a dog"), 0);
        assertThat(other.path("clap").path("text").stringValue()).isEqualTo("a dog");
        assertThat(other.path("looks")).isEqualTo(own.path("looks"));
        assertThat(other.path("sounds")).isNotEqualTo(own.path("sounds"));

        // Its picture carries the recipe, and so its words, wherever it goes.
        JsonNode alone = line(score(take + "/picture.png", "--json"), 0);
        assertThat(alone.path("looks").doubleValue()).isEqualTo(own.path("clip").path("cosine").doubleValue());
        assertThat(score(take).results()).startsWith(take + "  looks ").contains("  sounds ");
    }

    @Test
    void whatIsMissingIsSaidWithItsExitCode() {
        Trial wordless = score(PICTURE);
        assertThat(wordless.code()).isEqualTo(2);
        assertThat(wordless.messages()).contains("Add --picture TEXT");
        Trial unknown = Trial.of("score", PICTURE, "--picture", "a dog", "--packs", Trial.TOYS.toString(), "--clip", "no-such-pack");
        assertThat(unknown.code()).isEqualTo(3);
        assertThat(unknown.messages()).contains("no-such-pack");
        assertThat(score(PICTURE, "--picture", "x", "--clip", "tiny-clap").code()).isEqualTo(2);
        assertThat(score(folder.toString()).code()).isEqualTo(2);
        assertThat(score(folder.resolve("nothing.png").toString(), "--picture", "x").code()).isEqualTo(2);
    }

    @Test
    void whereThereIsNoClipTheStartersJudgesSayWhatTheyThink() {
        JsonNode judged = line(Trial.of("score", PICTURE, "--picture", "a dog", "--packs", Trial.TOYS.toString(), "--json"), 0);
        assertThat(judged.path("clip").isMissingNode() || judged.path("clip").isNull()).isTrue();
        assertThat(judged.path("starter").path("looks").doubleValue()).isBetween(0.0, 1.0);
    }

    @Test
    void anIncompletePackSaysWhatItLacks() throws IOException {
        Path pack = Files.createDirectories(folder.resolve("clip"));
        for (String file : List.of("config.json", "model.safetensors", "vocab.json", "merges.txt")) {
            Files.copy(MORE.resolve("tiny-clip").resolve(file), pack.resolve(file));
        }
        Trial trial = Trial.of("score", PICTURE, "--picture", "x", "--packs", pack.toString());
        assertThat(trial.code()).isEqualTo(3);
        assertThat(trial.messages()).contains("preprocessor_config.json is missing");
        assertThat(Trial.of("packs", "--packs", pack.toString(), "list").results()).contains("clip").contains(pack.toString());
        assertThat(Trial.of("packs", "--packs", pack.toString(), "verify", "clip").results()).contains("preprocessor_config.json is missing");
    }

    private static Trial score(String... arguments) {
        String[] all = new String[arguments.length + 5];
        all[0] = "score";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        all[all.length - 4] = "--packs";
        all[all.length - 3] = MORE.toString();
        all[all.length - 2] = "--packs";
        all[all.length - 1] = Trial.TOYS.toString();
        return Trial.of(all);
    }

    private static JsonNode line(Trial trial, int index) {
        assertThat(trial.messages()).isEmpty();
        return JsonMapper.shared().readTree(trial.lines().get(index));
    }
}
