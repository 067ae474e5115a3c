package chladni.engine.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chladni.engine.failure.PackBroken;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class WordPieceTokenizerTest {
    private static final WordPieceTokenizer MINILM =
            WordPieceTokenizer.ofResource(WordPieceTokenizer.class.getClassLoader(), "all-minilm-l6-v2-q-tokenizer.json");

    @Test
    void oddTextsGetTheIdsOfHuggingFace() {
        for (OddTexts row : OddTexts.all()) {
            assertThat(MINILM.tokens(row.text(), 10_000).ids()).as(row.text()).isEqualTo(row.bert());
        }
    }

    @Test
    void theEmptyTextIsItsFrame() {
        assertThat(MINILM.tokens("", 32).ids()).containsExactly(101, 102);
        assertThat(MINILM.tokens(" \n\u200b", 32).note()).isEmpty();
    }

    @Test
    void aLongTextIsCutAndTheUserIsTold() {
        Tokens tokens = MINILM.tokens("Bell ringing over the Old town", 6); // [CLS] bell ringing over the [SEP]
        assertThat(tokens.ids()).hasSize(6).startsWith(101).endsWith(102);
        assertThat(tokens.cutTokens()).isEqualTo(2);
        assertThat(tokens.cutText()).isEqualTo("old town");
        assertThat(tokens.note()).contains("The prompt is too long for the model, which does not see its end: “old town”.");
    }

    @Test
    void halfASurrogatePairIsDroppedLikeAnyUnreadableCharacter() {
        assertThat(MINILM.tokens("be\ud83cll", 32).ids()).isEqualTo(MINILM.tokens("bell", 32).ids());
    }

    @Test
    void anotherKindOfTokenizerIsRefused() {
        assertThatThrownBy(() -> WordPieceTokenizer.of(JsonMapper.shared().readTree("{\"model\": {\"type\": \"BPE\"}}"), "x.json"))
                .isInstanceOf(PackBroken.class).hasMessage("x.json is not a WordPiece tokenizer, but BPE.");
        assertThatThrownBy(() -> WordPieceTokenizer.of(
                JsonMapper.shared().readTree("{\"model\": {\"type\": \"WordPiece\", \"vocab\": {\"[UNK]\": 0}}}"), "x.json"))
                .isInstanceOf(PackBroken.class).hasMessageContaining("[CLS]");
    }

    @Test
    void longTextsTakeNoLongerThanTheyAreLong() {
        assertThat(MINILM.tokens("ringing ".repeat(100_000), 32).cutTokens()).isEqualTo(99_970);
        assertThat(MINILM.tokens("x".repeat(1_000_000), 32).ids()).isEqualTo(List.of(101, 100, 102));
    }
}
