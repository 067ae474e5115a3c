package chladni.engine.text;

import chladni.engine.failure.PackBroken;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// The word table of a byte-pair tokenizer, from either form in which it is published.
///
/// @param merges pairs of tokens, in the order in which they are merged
/// @param added the `added_tokens` of `tokenizer.json`; missing in the older form
record ClipVocabulary(Vocabulary vocabulary, List<String[]> merges, JsonNode added) {
    private static final long MAX_BYTES = 64 << 20;

    /// @throws PackBroken when a file is missing or damaged
    static ClipVocabulary read(Path folder) {
        Path table = folder.resolve("vocab.json");
        Path whole = folder.resolve("tokenizer.json");
        if (Files.isRegularFile(table)) {
            Vocabulary vocabulary = Vocabulary.of(TokenizerFile.read(table), table.toString());
            return new ClipVocabulary(vocabulary, lines(folder.resolve("merges.txt")), MissingNode.getInstance());
        }
        if (Files.isRegularFile(whole)) {
            JsonNode json = TokenizerFile.read(whole);
            JsonNode model = json.path("model");
            Vocabulary vocabulary = Vocabulary.of(model.path("vocab"), whole.toString());
            return new ClipVocabulary(vocabulary, pairs(model.path("merges"), whole), json.path("added_tokens"));
        }
        throw new PackBroken("There is no tokenizer in " + folder + ": looked for vocab.json with merges.txt, and tokenizer.json.");
    }

    /// `th e</w>`, one pair a line, after a line that begins with `#version`.
    private static List<String[]> lines(Path file) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new PackBroken(file + " is too large to be a table of merges.");
            }
            return Files.readAllLines(file).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#version")).map(line -> line.split(" ")).toList();
        } catch (MalformedInputException e) {
            throw new PackBroken(file + " is damaged: it is not UTF-8 text.", e);
        } catch (IOException e) {
            throw new PackBroken(file + " is missing or cannot be read.", e);
        }
    }

    /// `"th e</w>"` or, newer, `["th", "e</w>"]`.
    private static List<String[]> pairs(JsonNode merges, Path file) {
        List<String[]> pairs = new ArrayList<>();
        for (JsonNode merge : merges) {
            boolean pair = merge.isArray() && merge.size() == 2;
            if (!pair && !merge.isString()) {
                throw new PackBroken(file + " is damaged: " + merge + " is not a pair of tokens.");
            }
            pairs.add(pair ? new String[] {merge.get(0).asString(""), merge.get(1).asString("")} : merge.stringValue().split(" "));
        }
        return pairs;
    }
}
