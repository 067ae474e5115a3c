package chladni.engine.text;

import chladni.engine.failure.PackBroken;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// The word table of a byte-pair tokenizer, from either form in which it is published.
///
/// @param merges pairs of tokens, in the order in which they are merged
/// @param added the `added_tokens` of `tokenizer.json`; missing in the older form
record ClipVocabulary(Vocabulary vocabulary, List<String[]> merges, JsonNode added) {
    private static final String BUNDLED = "clip-merges.txt.gz";
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

    /// CLIP's own, which the program brings for checkpoints that come without one: bytes, bytes that end a word, merged pairs, and the
    /// two that begin and end a text (Radford et al. 2021, `simple_tokenizer.py`).
    static ClipVocabulary bundled() {
        List<String[]> merges;
        try (InputStream packed = Objects.requireNonNull(ClipVocabulary.class.getResourceAsStream(BUNDLED), BUNDLED);
                BufferedReader text = new BufferedReader(new InputStreamReader(new GZIPInputStream(packed), StandardCharsets.UTF_8))) {
            merges = pairs(text.lines());
        } catch (IOException e) {
            throw new UncheckedIOException("the bundled " + BUNDLED + " cannot be read", e);
        }
        List<String> tokens = new ArrayList<>(List.of(ByteAlphabet.all().split("")));
        tokens.addAll(tokens.stream().map(token -> token + "</w>").toList());
        merges.forEach(pair -> tokens.add(pair[0] + pair[1]));
        tokens.addAll(List.of("<|startoftext|>", "<|endoftext|>"));
        return new ClipVocabulary(Vocabulary.of(tokens, BUNDLED), merges, MissingNode.getInstance());
    }

    /// `th e</w>`, one pair a line, after a line that begins with `#version`.
    private static List<String[]> lines(Path file) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new PackBroken(file + " is too large to be a table of merges.");
            }
            return pairs(Files.readAllLines(file).stream());
        } catch (MalformedInputException e) {
            throw new PackBroken(file + " is damaged: it is not UTF-8 text.", e);
        } catch (IOException e) {
            throw new PackBroken(file + " is missing or cannot be read.", e);
        }
    }

    private static List<String[]> pairs(Stream<String> lines) {
        return lines.filter(line -> !line.isBlank() && !line.startsWith("#version")).map(line -> line.split(" ")).toList();
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
