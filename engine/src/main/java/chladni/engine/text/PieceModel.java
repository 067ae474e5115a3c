package chladni.engine.text;

import chladni.engine.failure.PackBroken;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// A SentencePiece unigram model, from either form in which it is published: `spiece.model`, or `tokenizer.json`.
///
/// @param pieces in the order of their ids
/// @param unknown id for characters that no piece has
/// @param characters how characters are rewritten first; empty for not at all
/// @param blankInFront whether a text begins with a blank of its own
/// @param joinsBlanks whether blanks at the ends go and several become one
record PieceModel(List<Scored> pieces, int unknown, Optional<CharacterMap> characters, boolean blankInFront, boolean joinsBlanks) {
    private static final long MAX_BYTES = 64 << 20;

    /// @param score logarithm of its probability
    /// @param use what it is for
    record Scored(String text, double score, Use use) {}

    enum Use {
        /// May be found in a text.
        NORMAL,
        /// Wins wherever it is found.
        USER,
        /// Cannot be found: unknown, control, unused, bytes.
        NEVER
    }

    /// @throws PackBroken when there is none, or it is damaged
    static PieceModel read(Path folder) {
        Path model = folder.resolve("spiece.model");
        Path json = folder.resolve("tokenizer.json");
        if (Files.isRegularFile(model)) {
            return binary(model);
        }
        if (Files.isRegularFile(json)) {
            return json(TokenizerFile.read(json), json.toString());
        }
        throw new PackBroken("There is no tokenizer in " + folder + ": looked for spiece.model and tokenizer.json.");
    }

    private static PieceModel binary(Path file) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new PackBroken(file + " is too large to be a tokenizer.");
            }
            return new Binary(file.toString()).read(ByteBuffer.wrap(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new PackBroken(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /// `sentencepiece_model.proto`: pieces are field 1, the trainer's settings 2, the normaliser's 3.
    private static final class Binary {
        private static final int UNIGRAM = 1;

        private final String where;
        private final List<Scored> pieces = new ArrayList<>();
        private int unknown;
        private long kind = UNIGRAM;
        private Optional<CharacterMap> characters = Optional.empty();
        private boolean blankInFront = true;
        private boolean joinsBlanks = true;

        Binary(String where) {
            this.where = where;
        }

        PieceModel read(ByteBuffer bytes) {
            new ProtoReader(bytes, where).fields(field -> {
                switch (field.id()) {
                    case 1 -> pieces.add(piece(field.bytes()));
                    case 2 -> new ProtoReader(field.bytes(), where).fields(this::trainer);
                    case 3 -> new ProtoReader(field.bytes(), where).fields(this::normaliser);
                    default -> { } // what tests and later versions have
                }
            });
            if (kind != UNIGRAM) {
                throw new PackBroken(where + " is a SentencePiece model of another kind than unigram, which is not supported.");
            }
            return checked(new PieceModel(pieces, unknown, characters, blankInFront, joinsBlanks), where);
        }

        /// Text, score and type: 1 normal, 2 unknown, 3 control, 4 the user's, 5 unused, 6 byte.
        private Scored piece(ByteBuffer bytes) {
            String[] text = {""};
            float[] score = {0};
            long[] type = {1};
            new ProtoReader(bytes, where).fields(field -> {
                switch (field.id()) {
                    case 1 -> text[0] = StandardCharsets.UTF_8.decode(field.bytes()).toString();
                    case 2 -> score[0] = field.real();
                    case 3 -> type[0] = field.number();
                    default -> { }
                }
            });
            if (type[0] == 2) {
                unknown = pieces.size();
            }
            return new Scored(text[0], score[0], type[0] == 1 ? Use.NORMAL : type[0] == 4 ? Use.USER : Use.NEVER);
        }

        private void trainer(ProtoReader.Field field) {
            kind = field.id() == 3 ? field.number() : kind;
        }

        private void normaliser(ProtoReader.Field field) {
            switch (field.id()) {
                case 2 -> characters = field.bytes().hasRemaining() ? Optional.of(new CharacterMap(field.bytes(), where)) : Optional.empty();
                case 3 -> blankInFront = field.number() != 0;
                case 4 -> joinsBlanks = field.number() != 0;
                default -> { }
            }
        }
    }

    private static PieceModel json(JsonNode root, String where) {
        JsonNode model = root.path("model");
        if (!model.path("type").asString("Unigram").equals("Unigram") || !model.path("vocab").isArray()) {
            throw new PackBroken(where + " is not a unigram model, as T5's tokenizers are.");
        }
        List<Scored> pieces = new ArrayList<>();
        for (JsonNode pair : model.path("vocab")) {
            if (!pair.isArray() || pair.size() != 2 || !pair.get(0).isString() || !pair.get(1).isNumber()) {
                throw new PackBroken(where + " is damaged: " + pair + " is not a piece with its score.");
            }
            pieces.add(new Scored(pair.get(0).stringValue(), pair.get(1).doubleValue(), Use.NORMAL));
        }
        // Specials stand in the table too, but are looked for before.
        for (JsonNode added : root.path("added_tokens")) {
            int id = added.path("id").asInt(-1);
            if (id >= 0 && id < pieces.size()) {
                pieces.set(id, new Scored(pieces.get(id).text(), 0, Use.NEVER));
            }
        }
        Optional<CharacterMap> characters = characterMap(root.path("normalizer"))
                .map(base64 -> new CharacterMap(ByteBuffer.wrap(decoded(base64, where)), where));
        String prepends = metaspace(root.path("pre_tokenizer")).path("prepend_scheme").asString("always");
        return checked(new PieceModel(pieces, model.path("unk_id").asInt(0), characters, !prepends.equals("never"), true), where);
    }

    private static byte[] decoded(String base64, String where) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new PackBroken(where + " is damaged: its table of characters is not base64.", e);
        }
    }

    private static Optional<String> characterMap(JsonNode normaliser) {
        if (normaliser.path("type").asString("").equals("Precompiled")) {
            return Optional.of(normaliser.path("precompiled_charsmap").asString("")).filter(map -> !map.isEmpty());
        }
        for (JsonNode inner : normaliser.path("normalizers")) {
            Optional<String> found = characterMap(inner);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static JsonNode metaspace(JsonNode splitter) {
        for (JsonNode inner : splitter.path("pretokenizers")) {
            if (inner.path("type").asString("").equals("Metaspace")) {
                return inner;
            }
        }
        return splitter;
    }

    private static PieceModel checked(PieceModel model, String where) {
        if (model.pieces.isEmpty() || model.unknown < 0 || model.unknown >= model.pieces.size()
                || model.pieces.stream().anyMatch(piece -> !Double.isFinite(piece.score))) {
            throw new PackBroken(where + " is damaged: it has no table of pieces with scores.");
        }
        return model;
    }
}
