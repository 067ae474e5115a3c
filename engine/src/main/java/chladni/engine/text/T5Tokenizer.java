package chladni.engine.text;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// T5's tokenizer (Raffel et al. 2020): SentencePiece's unigram pieces and `</s>` at the end. From `spiece.model`, or `tokenizer.json`.
public final class T5Tokenizer {
    private static final char BLANK = '▁'; // U+2581, how SentencePiece writes one
    private static final int EXTRA_IDS = 100;

    private final PieceModel model;
    private final Unigram unigram;
    private final SpecialTokens special;
    private final int end;
    private final int padding;

    private T5Tokenizer(PieceModel model, JsonNode config) {
        this.model = model;
        this.unigram = new Unigram(model);
        Map<String, Integer> ids = special(model, config);
        this.special = new SpecialTokens(ids);
        this.end = ids.getOrDefault(content(config.path("eos_token"), "</s>"), 1);
        this.padding = ids.getOrDefault(content(config.path("pad_token"), "<pad>"), 0);
    }

    /// @throws chladni.engine.failure.PackBroken when a file is missing or damaged
    public static T5Tokenizer open(Path folder) {
        Path config = folder.resolve("tokenizer_config.json");
        return new T5Tokenizer(PieceModel.read(folder), Files.isRegularFile(config) ? TokenizerFile.read(config) : MissingNode.getInstance());
    }

    /// Tokens that count as themselves: the model's own, and a hundred `<extra_id_N>` behind its pieces, the last id first.
    private static Map<String, Integer> special(PieceModel model, JsonNode config) {
        Map<String, Integer> ids = new LinkedHashMap<>();
        int size = model.pieces().size();
        for (int id = 0; id < size; id++) {
            PieceModel.Scored piece = model.pieces().get(id);
            if (piece.use() == PieceModel.Use.NEVER) {
                ids.putIfAbsent(piece.text(), id);
            }
        }
        int extra = Math.clamp(config.path("extra_ids").asInt(EXTRA_IDS), 0, 1000);
        for (int i = 0; i < extra; i++) {
            ids.putIfAbsent("<extra_id_" + i + ">", size + extra - 1 - i);
        }
        return ids;
    }

    private static String content(JsonNode token, String usual) {
        return token.isString() ? token.stringValue() : token.path("content").asString(usual);
    }

    /// Pieces of the model; ids are below this but for the `<extra_id_N>`.
    public int pieces() {
        return model.pieces().size();
    }

    /// What stands for characters that no piece has.
    public int unknown() {
        return model.unknown();
    }

    /// The text's pieces and `</s>`, filled with padding up to `length`; [Row#used] says where the padding begins.
    public Row tokens(String text, int length) {
        TokenRow all = new TokenRow();
        boolean first = true;
        for (SpecialTokens.Part part : special.split(CodePoints.repaired(text))) {
            if (part.id() != null) {
                all.add(part.id(), all.append(part.text()));
            } else {
                add(all, part.text(), first);
            }
            first = false;
        }
        Tokens tokens = all.cutWithEnd(length - 1, end);
        List<Integer> ids = new ArrayList<>(tokens.ids());
        ids.addAll(Collections.nCopies(length - ids.size(), padding));
        return new Row(new Tokens(ids, tokens.cutTokens(), tokens.cutText()), tokens.ids().size());
    }

    /// @param used ids before the padding
    public record Row(Tokens tokens, int used) {}

    private void add(TokenRow row, String text, boolean first) {
        String normal = normalised(text);
        if (normal.isEmpty()) {
            return;
        }
        String blanks = normal.replace(' ', BLANK);
        String whole = model.blankInFront() && !(blanks.charAt(0) == BLANK && !first) ? BLANK + blanks : blanks;
        int offset = row.append(whole.replace(BLANK, ' '));
        unigram.pieces(whole).forEach(piece -> row.add(piece.id(), offset + piece.start()));
    }

    private String normalised(String text) {
        String mapped = model.characters().map(map -> map.applied(text)).orElse(text);
        return model.joinsBlanks() ? mapped.replaceAll(" +", " ").replaceAll("^ | $", "") : mapped;
    }
}
