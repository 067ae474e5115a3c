package chladni.engine.text;

import static org.assertj.core.api.Assertions.assertThat;

import chladni.engine.Hostile;
import chladni.engine.Parity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// T5's and RoBERTa's tokenizers under any text, and under files from strangers.
class PieceFilesFuzzTest {
    private static final Path FOLDER = Hostile.folder("pieces");
    private static final Path MODEL = resource("/text/t5/binary");
    private static final T5Tokenizer T5 = T5Tokenizer.open(MODEL);
    private static final RobertaTokenizer ROBERTA = RobertaTokenizer.open(Parity.more().path("tiny-clap"));
    private static final int BYTES = 2000;
    private static final long PER_CHARACTER = 10;
    private static final String JSON = """
            {"added_tokens": [{"id": 0, "content": "<pad>"}, {"id": 1, "content": "</s>"}], "normalizer": {"type": "Precompiled",
             "precompiled_charsmap": ""}, "pre_tokenizer": {"type": "Metaspace", "prepend_scheme": "always"}, "model": {"type": "Unigram",
             "unk_id": 2, "vocab": [["<pad>", 0.0], ["</s>", 0.0], ["<unk>", 0.0], ["▁a", -2.5], ["b", -3.5], ["ab", -3.25], ["▁", -1.5]]}}""";

    private static Path resource(String name) {
        try {
            return Path.of(Objects.requireNonNull(PieceFilesFuzzTest.class.getResource(name)).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @Property
    void anyTextIsARow(@ForAll String text) {
        Hostile.survives(PER_CHARACTER * text.length() + BYTES, () -> {
            T5Tokenizer.Row row = T5.tokens(text, 77);
            assertThat(row.tokens().ids()).hasSize(77).allMatch(id -> id >= 0 && id < 260);
            assertThat(row.tokens().ids().get(row.used() - 1)).isEqualTo(1);
            assertThat(ROBERTA.tokens(text, 64).ids()).hasSizeBetween(2, 64).startsWith(0).endsWith(2).allMatch(id -> id >= 0 && id < 700);
        });
    }

    @Property(tries = 300)
    void damagedModelsAreAnsweredOrRefused(@ForAll long seed) {
        byte[] content = Hostile.damaged(read(MODEL.resolve("spiece.model")), seed);
        Hostile.file(FOLDER.resolve("binary/spiece.model"), content);
        Hostile.survives(content.length, () -> T5Tokenizer.open(FOLDER.resolve("binary")).tokens("A castle, ﬁne １２ <extra_id_7>", 32));
    }

    @Property
    void damagedJsonModelsAreAnsweredOrRefused(@ForAll long seed) {
        byte[] content = Hostile.damaged(JSON.getBytes(StandardCharsets.UTF_8), seed);
        Hostile.file(FOLDER.resolve("json/tokenizer.json"), content);
        Hostile.survives(content.length, () -> T5Tokenizer.open(FOLDER.resolve("json")).tokens("a ab zab </s>", 32));
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
