package chladni.engine.text;

import chladni.engine.failure.PackBroken;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/// Which tokens begin, end and fill a row, and which count as themselves inside a prompt, from `special_tokens_map.json` and
/// `tokenizer_config.json`. Texts in place of objects are looked for before a prompt is cleaned, objects marked
/// `normalized` after it (so `<|STARTOFTEXT|>` may count and `<|ENDOFTEXT|>` not): as Hugging Face's tokenizers do.
final class ClipSpecialTokens {
    private static final int USUAL_LENGTH = 77;
    private static final int LONGEST = 4096;
    // In the order in which a later one of the same text replaces an earlier one.
    private static final List<String> NAMES = List.of("bos_token", "eos_token", "unk_token", "pad_token");
    private static final Map<String, String> USUAL = Map.of(
            "bos_token", "<|startoftext|>", "eos_token", "<|endoftext|>", "unk_token", "<|endoftext|>", "pad_token", "<|endoftext|>");

    private final Map<String, String> named = new LinkedHashMap<>();
    /// Token → whether it is looked for in the cleaned text.
    private final Map<String, Boolean> inText = new LinkedHashMap<>();
    private final int length;

    private ClipSpecialTokens(JsonNode config, JsonNode map, JsonNode added) {
        for (String name : NAMES) {
            JsonNode token = map.has(name) ? map.path(name) : config.path(name);
            named.put(name, content(token, USUAL.getOrDefault(name, "")));
            inText.remove(named.get(name));
            inText.put(named.get(name), token.path("normalized").asBoolean(false));
        }
        config.path("added_tokens_decoder").forEach(this::add);
        added.forEach(this::add);
        double claimed = config.path("model_max_length").asDouble(USUAL_LENGTH);
        length = claimed >= 2 && claimed <= LONGEST ? (int) claimed : USUAL_LENGTH; // "very large" means unknown
    }

    /// @param added the list of added tokens in `tokenizer.json`, if there is one
    static ClipSpecialTokens read(Path folder, JsonNode added) {
        return new ClipSpecialTokens(optional(folder.resolve("tokenizer_config.json")), optional(folder.resolve("special_tokens_map.json")), added);
    }

    /// As in the tokenizer folders of Stable Diffusion 1.x and 2.x, which differ in the padding only.
    static ClipSpecialTokens published(String padding) {
        ObjectNode map = JsonMapper.shared().createObjectNode();
        for (String name : List.of("bos_token", "eos_token", "unk_token")) {
            map.putObject(name).put("content", USUAL.getOrDefault(name, "")).put("normalized", true);
        }
        map.put("pad_token", padding);
        return new ClipSpecialTokens(MissingNode.getInstance(), map, MissingNode.getInstance());
    }

    private static JsonNode optional(Path file) {
        if (!Files.isRegularFile(file)) {
            return MissingNode.getInstance();
        }
        JsonNode json = TokenizerFile.read(file);
        if (!json.isObject()) {
            throw new PackBroken(file + " is damaged: it is not a JSON object.");
        }
        return json;
    }

    private void add(JsonNode token) {
        String content = token.path("content").asString("");
        if (!content.isEmpty()) {
            inText.put(content, token.path("normalized").asBoolean(false));
        }
    }

    private static String content(JsonNode token, String usual) {
        String content = token.isString() ? token.stringValue() : token.path("content").asString(usual);
        return content.isEmpty() ? usual : content;
    }

    private String named(String name) {
        return named.getOrDefault(name, "");
    }

    String first() {
        return named("bos_token");
    }

    String last() {
        return named("eos_token");
    }

    String unknown() {
        return named("unk_token");
    }

    String padding() {
        return named("pad_token");
    }

    /// Tokens in a row.
    int length() {
        return length;
    }

    SpecialTokens beforeCleaning(Vocabulary vocabulary) {
        return tokens(vocabulary, false);
    }

    SpecialTokens afterCleaning(Vocabulary vocabulary) {
        return tokens(vocabulary, true);
    }

    private SpecialTokens tokens(Vocabulary vocabulary, boolean normalised) {
        return new SpecialTokens(inText.entrySet().stream().filter(token -> token.getValue() == normalised)
                .collect(Collectors.toMap(token -> normalised ? ClipWords.normalised(token.getKey()) : token.getKey(),
                        token -> vocabulary.required(token.getKey()), (a, b) -> a, LinkedHashMap::new)));
    }
}
