package chladni.engine.text;

import chladni.engine.failure.PackBroken;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// BERT's uncased tokenizer (Devlin et al. 2018): words, each covered greedily by the longest pieces of the vocabulary;
/// `playing` → `play ##ing`. Ids equal Hugging Face's `BertTokenizerFast` for every Unicode text.
public final class WordPieceTokenizer {
    private static final String UNKNOWN = "[UNK]";

    private final Vocabulary vocabulary;
    private final SpecialTokens special;
    private final int longestWord; // in characters; longer ones are unknown
    private final int unknown;
    private final int first;
    private final int last;

    private WordPieceTokenizer(JsonNode json, String where) {
        JsonNode model = json.path("model");
        vocabulary = Vocabulary.of(model.path("vocab"), where);
        special = new SpecialTokens(special(json.path("added_tokens"), where));
        longestWord = model.path("max_input_chars_per_word").asInt(100);
        unknown = vocabulary.required(UNKNOWN);
        first = vocabulary.required("[CLS]");
        last = vocabulary.required("[SEP]");
    }

    /// Reads a `tokenizer.json` from the class path.
    ///
    /// @throws PackBroken when it is damaged or of another kind
    public static WordPieceTokenizer ofResource(ClassLoader loader, String name) {
        try (InputStream in = loader.getResourceAsStream(name)) {
            if (in == null) {
                throw new PackBroken("The program is incomplete: its file " + name + " is missing.");
            }
            return of(TokenizerFile.read(in, name), name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @param where names the file in messages
    static WordPieceTokenizer of(JsonNode json, String where) {
        String type = json.path("model").path("type").asString("");
        if (!type.equals("WordPiece")) {
            throw new PackBroken(where + " is not a WordPiece tokenizer" + (type.isEmpty() ? "." : ", but " + type + "."));
        }
        return new WordPieceTokenizer(json, where);
    }

    private static Map<String, Integer> special(JsonNode added, String where) {
        Map<String, Integer> ids = new LinkedHashMap<>();
        for (JsonNode token : added) {
            String content = token.path("content").asString("");
            if (content.isEmpty() || !token.path("id").isInt()) {
                throw new PackBroken(where + " is damaged: a special token lacks its content or id.");
            }
            ids.put(content, token.path("id").intValue());
        }
        return ids;
    }

    /// Ids of `[CLS] text [SEP]`, at most `length` in all.
    public Tokens tokens(String text, int length) {
        if (length < 2) {
            throw new IllegalArgumentException("a row of " + length + " tokens has no room for [CLS] and [SEP]");
        }
        TokenRow row = new TokenRow();
        for (SpecialTokens.Part part : special.split(CodePoints.repaired(text))) {
            if (part.id() != null) {
                row.add(part.id(), row.append(part.text()));
            } else {
                addPlain(row, part.text());
            }
        }
        return row.cut(length - 2, first, last);
    }

    private void addPlain(TokenRow row, String text) {
        String normalised = BertWords.normalised(text);
        int offset = row.append(normalised);
        for (Piece word : BertWords.split(normalised)) {
            int start = offset + word.start();
            pieces(word.text()).orElse(List.of(unknown)).forEach(id -> row.add(id, start));
        }
    }

    /// Empty when the vocabulary cannot cover the word.
    private Optional<List<Integer>> pieces(String word) {
        if (word.codePointCount(0, word.length()) > longestWord) {
            return Optional.empty();
        }
        List<Integer> ids = new ArrayList<>();
        for (int start = 0; start < word.length(); ) {
            int end = word.length();
            Integer id = piece(word, start, end);
            while (id == null && end > start) {
                end = word.offsetByCodePoints(end, -1);
                id = end == start ? null : piece(word, start, end);
            }
            if (id == null) {
                return Optional.empty();
            }
            ids.add(id);
            start = end;
        }
        return Optional.of(ids);
    }

    private @Nullable Integer piece(String word, int start, int end) {
        String letters = word.substring(start, end);
        return vocabulary.id(start == 0 ? letters : "##" + letters);
    }
}
