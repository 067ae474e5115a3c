package chladni.engine.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chladni.engine.Parity;
import chladni.engine.failure.PackBroken;
import chladni.engine.tensor.Shape;
import chladni.engine.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ClipTokenizerTest {
    private static final Parity PARITY = Parity.open();
    private static final Path FOLDER = PARITY.path("tiny-picture/tokenizer");
    private static final ClipTokenizer CLIP = ClipTokenizer.open(FOLDER);
    /// The ids of this text tell how special tokens are treated; the expected rows are transformers 5.23's.
    private static final String TELLTALE = "a !b <|STARTOFTEXT|> c<|endoftext|>!!d <|ENDOFTEXT|>";

    @TempDir Path folder;

    @Test
    void parityPromptsGetTheirIds() {
        JsonNode prompts = PARITY.settings().get("prompts");
        float[] ids = new float[prompts.size() * 77];
        for (int row = 0; row < prompts.size(); row++) {
            List<Integer> tokens = CLIP.tokens(prompts.get(row).stringValue()).ids();
            for (int i = 0; i < 77; i++) {
                ids[row * 77 + i] = tokens.get(i);
            }
        }
        PARITY.check("tokens", Tensor.of(Shape.of(prompts.size(), 77), ids));
    }

    @Test
    void oddTextsGetTheIdsOfHuggingFace() {
        for (OddTexts row : OddTexts.all()) {
            assertThat(CLIP.tokens(row.text()).ids()).as(row.text()).isEqualTo(row.clip());
        }
    }

    @Test
    void aLongPromptIsCutAndTheUserIsTold() {
        assertThat(CLIP.tokens("bell ".repeat(75)).note()).isEmpty();
        Tokens tokens = CLIP.tokens("bell ".repeat(75) + "and Whistle");
        assertThat(tokens.cutTokens()).isEqualTo(2);
        assertThat(tokens.note()).contains("The prompt is too long for the model, which does not see its end: “and whistle”.");
        assertThat(tokens.ids()).hasSize(77).endsWith(49407);
    }

    @Test
    void aWordOfAMillionLettersIsNoTrap() {
        assertThat(CLIP.tokens("x".repeat(1_000_000)).ids()).hasSize(77);
        assertThat(CLIP.tokens("\u0301\u0300".repeat(20_000)).ids()).hasSize(77);
    }

    @Test
    void stableDiffusion2PadsWithAnExclamationMark() throws IOException {
        String object = "{\"content\": \"%s\", \"normalized\": true}";
        files("tokenizer_config.json", "{\"model_max_length\": 77}");
        files("special_tokens_map.json", "{\"bos_token\": " + object.formatted("<|startoftext|>") + ", \"eos_token\": "
                + object.formatted("<|endoftext|>") + ", \"unk_token\": " + object.formatted("<|endoftext|>") + ", \"pad_token\": \"!\"}");
        assertThat(ClipTokenizer.open(folder).tokens(TELLTALE).ids())
                .isEqualTo(padded(0, 49406, 320, 0, 321, 49406, 322, 49407, 0, 0, 323, 49407, 49407));
    }

    @Test
    void theTokensMapOverrulesTheConfiguration() throws IOException {
        files("tokenizer_config.json", "{\"model_max_length\": 64, \"pad_token\": \"!\","
                + "\"eos_token\": {\"content\": \"<|endoftext|>\", \"normalized\": true}}");
        files("special_tokens_map.json", "{\"pad_token\": \"<|endoftext|>\"}");
        ClipTokenizer tokenizer = ClipTokenizer.open(folder);
        assertThat(tokenizer.length()).isEqualTo(64);
        assertThat(tokenizer.tokens(TELLTALE).ids()).startsWith(49406, 320, 256, 321, 27, 347, 993, 6659, 4160, 91, 285, 322, 49407, 748, 323,
                27, 347, 40786, 4160, 91, 285, 49407, 49407);
    }

    @Test
    void addedTokensOverruleTheirNames() throws IOException {
        files("tokenizer_config.json", "{\"added_tokens_decoder\": {\"0\": {\"content\": \"!\", \"normalized\": false},"
                + "\"49406\": {\"content\": \"<|startoftext|>\", \"normalized\": true}}, \"pad_token\": \"!\"}");
        assertThat(ClipTokenizer.open(folder).tokens(TELLTALE).ids())
                .isEqualTo(padded(0, 49406, 320, 0, 321, 49406, 322, 49407, 0, 0, 323, 27, 347, 40786, 4160, 91, 285, 49407));
    }

    @Test
    void theNewerSingleFileIsReadToo() throws IOException {
        Path small = folder.resolve("tokenizer.json");
        Files.writeString(small, """
                {"added_tokens": [{"content": "<|endoftext|>", "normalized": false}],
                 "model": {"type": "BPE", "merges": [["b", "e</w>"], "t o</w>"],
                  "vocab": {"<|startoftext|>": 0, "<|endoftext|>": 1, "b": 2, "e</w>": 3, "be</w>": 4, "t": 5, "o</w>": 6, "to</w>": 7}}}""");
        assertThat(ClipTokenizer.open(folder).tokens("To be Z<|endoftext|>").ids()).startsWith(0, 7, 4, 1, 1, 1).hasSize(77);
    }

    @Test
    void missingAndDamagedFilesAreNamed() throws IOException {
        assertThatThrownBy(() -> ClipTokenizer.open(folder)).isInstanceOf(PackBroken.class).hasMessageContaining("vocab.json");
        Files.writeString(folder.resolve("vocab.json"), "{\"<|startoftext|>\": 0, \"<|endoftext|>\": 1}");
        assertThatThrownBy(() -> ClipTokenizer.open(folder)).isInstanceOf(PackBroken.class).hasMessageContaining("merges.txt is missing");
        Files.writeString(folder.resolve("merges.txt"), "#version: 0.2\na b\n");
        assertThatThrownBy(() -> ClipTokenizer.open(folder)).isInstanceOf(PackBroken.class).hasMessageContaining("'ab' is missing");
        Files.writeString(folder.resolve("merges.txt"), "#version: 0.2\nabc\n");
        assertThatThrownBy(() -> ClipTokenizer.open(folder)).isInstanceOf(PackBroken.class).hasMessageContaining("two tokens are expected");
        Files.writeString(folder.resolve("vocab.json"), "{\"<|startoftext|>\": -1}");
        assertThatThrownBy(() -> ClipTokenizer.open(folder)).isInstanceOf(PackBroken.class).hasMessageContaining("whole number");
    }

    private void files(String name, String content) throws IOException {
        Files.copy(FOLDER.resolve("vocab.json"), folder.resolve("vocab.json"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        Files.copy(FOLDER.resolve("merges.txt"), folder.resolve("merges.txt"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(folder.resolve(name), content);
    }

    private static List<Integer> padded(int padding, Integer... ids) {
        List<Integer> row = new java.util.ArrayList<>(List.of(ids));
        row.addAll(Collections.nCopies(77 - ids.length, padding));
        return row;
    }
}
