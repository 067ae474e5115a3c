package chladni.engine.text;

import static org.assertj.core.api.Assertions.assertThat;

import chladni.engine.Hostile;
import chladni.engine.Parity;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Prompts are whatever was in someone's clipboard, and tokenizer files come from strangers.
class TokenizersFuzzTest {
    private static final ClipTokenizer CLIP = ClipTokenizer.open(Parity.open().path("tiny-picture/tokenizer"));
    private static final WordPieceTokenizer MINILM =
            WordPieceTokenizer.ofResource(WordPieceTokenizer.class.getClassLoader(), "all-minilm-l6-v2-q-tokenizer.json");
    private static final Path FOLDER = Hostile.folder("tokenizers");
    private static final int BYTES = 1000;
    /// A character may become several tokens, each with a few small objects of its own; the cost must stay in proportion, that is all.
    private static final long PER_CHARACTER = 10;
    private static final String VOCABULARY = """
            {"<|startoftext|>": 0, "<|endoftext|>": 1, "b": 2, "e</w>": 3, "be</w>": 4, "t": 5, "o</w>": 6, "to</w>": 7, "!": 8, "x": 9}""";
    private static final String MERGES = "#version: 0.2\nb e</w>\nt o</w>\n";
    private static final String CONFIG = """
            {"model_max_length": 77, "bos_token": {"content": "<|startoftext|>", "normalized": true}, "pad_token": "!",
             "added_tokens_decoder": {"8": {"content": "!", "normalized": false, "special": true}}}""";
    private static final String WHOLE = """
            {"added_tokens": [{"id": 1, "content": "<|endoftext|>", "normalized": false}], "model": {"type": "BPE",
             "merges": [["b", "e</w>"], "t o</w>"], "vocab": %s}}""".formatted(VOCABULARY);
    private static final String BERT = """
            {"added_tokens": [{"id": 2, "content": "[SEP]", "normalized": false}], "model": {"type": "WordPiece", "unk_token": "[UNK]",
             "max_input_chars_per_word": 100, "vocab": {"[UNK]": 0, "[CLS]": 1, "[SEP]": 2, "be": 3, "##e": 4, "b": 5}}}""";

    @Property
    void anyTextIsARowOf77(@ForAll String text) {
        Hostile.survives(PER_CHARACTER * text.length() + BYTES, () -> {
            List<Integer> ids = CLIP.tokens(text).ids();
            assertThat(ids).hasSize(77).startsWith(49406).contains(49407).allMatch(id -> id >= 0 && id < 49408);
        });
    }

    @Property
    void anyTextIsAFramedSentence(@ForAll String text) {
        Hostile.survives(PER_CHARACTER * text.length() + BYTES, () -> {
            Tokens tokens = MINILM.tokens(text, 32);
            assertThat(tokens.ids()).hasSizeBetween(2, 32).startsWith(101).endsWith(102).allMatch(id -> id >= 0 && id < 30522);
            assertThat(tokens.note().isPresent()).isEqualTo(tokens.cutTokens() > 0);
        });
    }

    @Property
    void marksSignsAndSpacesInAnyNumberAreNoTrap(@ForAll long seed) {
        String[] bits = {"\u0301", "\u0316", "\u0315", "'s", "'", " ", "\u200d", "🏽", "\ud800", "ﷺ", "한", "a", "[MASK]", "<|endoftext|>", "1"};
        java.util.Random random = new java.util.Random(seed);
        StringBuilder text = new StringBuilder();
        while (random.nextInt(40) != 0) {
            text.append(String.join("", Collections.nCopies(1 + random.nextInt(60), bits[random.nextInt(bits.length)])));
        }
        anyTextIsARowOf77(text.toString());
        anyTextIsAFramedSentence(text.toString());
    }

    @Property
    void damagedTokenizerFoldersAreAnsweredOrRefused(@ForAll long seed) {
        int which = (int) Math.floorMod(seed, 4);
        Path folder = FOLDER.resolve("parts");
        write(folder.resolve("vocab.json"), VOCABULARY, which == 0, seed);
        write(folder.resolve("merges.txt"), MERGES, which == 1, seed);
        write(folder.resolve("tokenizer_config.json"), CONFIG, which == 2, seed);
        write(folder.resolve("special_tokens_map.json"), CONFIG, which == 3, seed);
        Hostile.survives(BYTES, () -> ClipTokenizer.open(folder).tokens("To be, or not! <|startoftext|>"));
    }

    @Property
    void damagedTokenizerFilesAreAnsweredOrRefused(@ForAll long seed) {
        Path folder = FOLDER.resolve("whole");
        write(folder.resolve("tokenizer.json"), WHOLE, true, seed);
        Hostile.survives(BYTES, () -> ClipTokenizer.open(folder).tokens("To be, or not! <|startoftext|>"));
        Path bert = FOLDER.resolve("bert.json");
        write(bert, BERT, true, seed);
        Hostile.survives(BYTES, () -> WordPieceTokenizer.of(TokenizerFile.read(bert), "bert.json").tokens("Be beee [SEP]", 16));
    }

    private static void write(Path file, String valid, boolean damaged, long seed) {
        byte[] bytes = valid.getBytes(StandardCharsets.UTF_8);
        Hostile.file(file, damaged ? Hostile.damaged(bytes, seed) : bytes);
    }
}
