package chladni.engine.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chladni.engine.failure.PackBroken;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Against SentencePiece itself; the files are made by `assets/recipe/fixtures/pieces.py`.
class T5TokenizerTest {
    @Test
    void idsOfTheBinaryModelAreSentencePiecesOwn() throws IOException {
        check(T5Tokenizer.open(folder("binary")));
    }

    @Test
    void idsOfTheJsonModelAreTheSame() throws IOException {
        check(T5Tokenizer.open(folder("json")));
    }

    @Test
    void specialTokensCountAsThemselvesInBothForms() {
        for (String form : List.of("binary", "json")) {
            List<Integer> ids = T5Tokenizer.open(folder(form)).tokens("<extra_id_0> castle</s>", 77).tokens().ids();
            assertThat(ids).startsWith(259).contains(1).hasSize(77).endsWith(0); // 160 pieces, the extra ids counted downwards
        }
    }

    @Test
    void aRowIsCutBeforeItsEndAndTheUserIsTold() {
        T5Tokenizer.Row row = T5Tokenizer.open(folder("binary")).tokens("castle ".repeat(19) + "and bells", 20);
        assertThat(row.tokens().ids()).hasSize(20).endsWith(1);
        assertThat(row.used()).isEqualTo(20);
        assertThat(row.tokens().note()).hasValueSatisfying(note -> assertThat(note).endsWith("and bells”."));
        assertThat(T5Tokenizer.open(folder("binary")).tokens("", 5).tokens().ids()).containsExactly(1, 0, 0, 0, 0);
    }

    @Test
    void aTextOfAMillionLettersIsNoTrap() {
        assertThat(T5Tokenizer.open(folder("binary")).tokens("castle".repeat(150_000), 77).used()).isEqualTo(77);
    }

    @Test
    void damagedModelsAreRefused(@TempDir Path copy) throws IOException {
        assertThatThrownBy(() -> T5Tokenizer.open(copy)).isInstanceOf(PackBroken.class).hasMessageContaining("There is no tokenizer");
        byte[] model = Files.readAllBytes(folder("binary").resolve("spiece.model"));
        Files.write(copy.resolve("spiece.model"), java.util.Arrays.copyOf(model, model.length / 2));
        assertThatThrownBy(() -> T5Tokenizer.open(copy)).isInstanceOf(PackBroken.class).hasMessageContaining("is damaged");
        Files.writeString(copy.resolve("spiece.model"), "not a model at all");
        assertThatThrownBy(() -> T5Tokenizer.open(copy)).isInstanceOf(PackBroken.class).hasMessageContaining("is damaged");
    }

    private static void check(T5Tokenizer tokenizer) throws IOException {
        JsonNode rows = JsonMapper.shared().readTree(Files.readString(folder("ids.json"))).get("rows");
        assertThat(rows).hasSizeGreaterThan(400);
        for (JsonNode row : rows) {
            List<Integer> expected = new ArrayList<>();
            row.get("ids").forEach(id -> expected.add(id.intValue()));
            T5Tokenizer.Row actual = tokenizer.tokens(row.get("text").stringValue(), 200);
            assertThat(actual.tokens().ids().subList(0, actual.used())).as(row.get("text").toString()).isEqualTo(expected);
        }
    }

    private static Path folder(String name) {
        try {
            return Path.of(Objects.requireNonNull(T5TokenizerTest.class.getResource("/text/t5/" + name)).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
