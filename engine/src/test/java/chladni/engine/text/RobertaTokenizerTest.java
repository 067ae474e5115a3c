package chladni.engine.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chladni.engine.Parity;
import chladni.engine.failure.PackBroken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RobertaTokenizerTest {
    private final RobertaTokenizer tokenizer = RobertaTokenizer.open(Parity.more().path("tiny-clap"));

    @Test
    void idsAreHuggingFacesForOddTextsToo() throws IOException {
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream("/text/roberta.json"))) {
            for (JsonNode row : JsonMapper.shared().readTree(in).get("rows")) {
                List<Integer> expected = new ArrayList<>();
                row.get("ids").forEach(id -> expected.add(id.intValue()));
                assertThat(tokenizer.tokens(row.get("text").stringValue(), 512).ids()).as(row.get("text").toString()).isEqualTo(expected);
            }
        }
    }

    @Test
    void aLongTextIsCutAndKeepsItsEnd() {
        Tokens tokens = tokenizer.tokens("a dog barking in the rain", 6);
        assertThat(tokens.ids()).containsExactly(0, 69, 525, 539, 282, 2);
        assertThat(tokens.note()).contains("The prompt is too long for the model, which does not see its end: “the rain”.");
    }

    @Test
    void aFolderWithoutATokenizerIsToldSo(@TempDir Path empty) {
        assertThatThrownBy(() -> RobertaTokenizer.open(empty)).isInstanceOf(PackBroken.class).hasMessageContaining("There is no tokenizer");
    }
}
