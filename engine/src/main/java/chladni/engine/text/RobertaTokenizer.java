package chladni.engine.text;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// RoBERTa's tokenizer (Liu et al. 2019): GPT-2's words of bytes, between `<s>` and `</s>`. From `vocab.json` with `merges.txt`, or
/// `tokenizer.json`. Ids equal Hugging Face's fast tokenizer.
public final class RobertaTokenizer {
    /// GPT-2's words (Radford et al. 2019, `encoder.py`): a blank belongs to the word after it.
    private static final Pattern WORDS = Pattern.compile(
            "'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final List<String> NAMES = List.of("bos_token", "pad_token", "eos_token", "unk_token", "mask_token");
    private static final Map<String, String> USUAL = Map.of(
            "bos_token", "<s>", "pad_token", "<pad>", "eos_token", "</s>", "unk_token", "<unk>", "mask_token", "<mask>");
    private static final int USUAL_LENGTH = 512;
    private static final int LONGEST = 4096;

    private final Bpe bpe;
    private final SpecialTokens special;
    private final int first;
    private final int last;
    private final int mask;
    private final int length;
    private final boolean blankInFront;

    private RobertaTokenizer(ClipVocabulary files, JsonNode config, JsonNode map) {
        Vocabulary vocabulary = files.vocabulary();
        Map<String, String> names = new HashMap<>();
        NAMES.forEach(name -> names.put(name, content(map.has(name) ? map.path(name) : config.path(name), USUAL.getOrDefault(name, ""))));
        Map<String, Integer> ids = new LinkedHashMap<>();
        names.values().forEach(token -> {
            Integer id = vocabulary.id(token);
            if (id != null) {
                ids.put(token, id);
            }
        });
        bpe = new Bpe(vocabulary, files.merges(), names.getOrDefault("unk_token", ""), "");
        special = new SpecialTokens(ids);
        first = vocabulary.required(names.getOrDefault("bos_token", ""));
        last = vocabulary.required(names.getOrDefault("eos_token", ""));
        mask = ids.getOrDefault(names.getOrDefault("mask_token", ""), -1);
        double claimed = config.path("model_max_length").asDouble(USUAL_LENGTH);
        length = claimed >= 2 && claimed <= LONGEST ? (int) claimed : USUAL_LENGTH; // "very large" means unknown
        blankInFront = config.path("add_prefix_space").asBoolean(false);
    }

    /// @throws chladni.engine.failure.PackBroken when a file is missing or damaged
    public static RobertaTokenizer open(Path folder) {
        ClipVocabulary files = ClipVocabulary.read(folder);
        return new RobertaTokenizer(files, optional(folder.resolve("tokenizer_config.json")), optional(folder.resolve("special_tokens_map.json")));
    }

    private static JsonNode optional(Path file) {
        return Files.isRegularFile(file) ? TokenizerFile.read(file) : MissingNode.getInstance();
    }

    private static String content(JsonNode token, String usual) {
        String content = token.isString() ? token.stringValue() : token.path("content").asString(usual);
        return content.isEmpty() ? usual : content;
    }

    /// Most tokens that the files allow in a row.
    public int length() {
        return length;
    }

    /// Beginning, the text's tokens and end, without padding, at most `room` in all.
    public Tokens tokens(String text, int room) {
        TokenRow row = new TokenRow();
        String whole = CodePoints.repaired(text);
        List<SpecialTokens.Part> parts = special.split(blankInFront && !whole.startsWith(" ") ? " " + whole : whole);
        for (int i = 0; i < parts.size(); i++) {
            SpecialTokens.Part part = parts.get(i);
            if (part.id() != null) {
                row.add(part.id(), row.append(part.text()));
            } else {
                boolean beforeMask = i + 1 < parts.size() && Integer.valueOf(mask).equals(parts.get(i + 1).id());
                add(row, beforeMask ? withoutBlanksAtEnd(part.text()) : part.text()); // the mask takes the blanks before it
            }
        }
        return row.cut(Math.min(room, length) - 2, first, last);
    }

    private static String withoutBlanksAtEnd(String text) {
        int end = text.length();
        while (end > 0 && CodePoints.isWhiteSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end);
    }

    private void add(TokenRow row, String text) {
        int offset = row.append(text);
        for (Piece word : words(text)) {
            bpe.ids(ByteAlphabet.of(word.text())).forEach(id -> row.add(id, offset + word.start()));
        }
    }

    private static List<Piece> words(String text) {
        List<Piece> words = new ArrayList<>();
        for (Matcher word = WORDS.matcher(text); word.find(); ) {
            words.add(new Piece(word.group(), word.start()));
        }
        return words;
    }
}
