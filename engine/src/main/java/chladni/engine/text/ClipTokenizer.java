package chladni.engine.text;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// CLIP's tokenizer (Radford et al. 2021), from a pack's `tokenizer` folder: `vocab.json` with `merges.txt`, or
/// `tokenizer.json`, and the files that say which tokens begin, end and fill a row. Ids equal Hugging Face's fast tokenizer.
public final class ClipTokenizer {
    private static final String WORD_END = "</w>";

    private final Bpe bpe;
    private final SpecialTokens beforeCleaning;
    private final SpecialTokens afterCleaning;
    private final Row row;
    private final int largestId;

    /// Ids of the tokens that begin, end and fill a row, and its length.
    private record Row(int first, int last, int padding, int length) {}

    private ClipTokenizer(ClipVocabulary files, ClipSpecialTokens special) {
        Vocabulary vocabulary = files.vocabulary();
        bpe = new Bpe(vocabulary, files.merges(), special.unknown(), WORD_END);
        beforeCleaning = special.beforeCleaning(vocabulary);
        afterCleaning = special.afterCleaning(vocabulary);
        largestId = vocabulary.largestId();
        row = new Row(vocabulary.required(special.first()), vocabulary.required(special.last()),
                vocabulary.required(special.padding()), special.length());
    }

    /// @throws chladni.engine.failure.PackBroken when a file is missing or damaged
    public static ClipTokenizer open(Path folder) {
        ClipVocabulary files = ClipVocabulary.read(folder);
        return new ClipTokenizer(files, ClipSpecialTokens.read(folder, files.added()));
    }

    /// CLIP's own tokenizer, for single-file checkpoints.
    ///
    /// @param padding what fills a row: `<|endoftext|>` in Stable Diffusion 1.x, `!` in 2.x
    public static ClipTokenizer bundled(String padding) {
        return new ClipTokenizer(ClipVocabulary.bundled(), ClipSpecialTokens.published(padding));
    }

    /// Tokens in a row: 77 in every published Stable Diffusion.
    public int length() {
        return row.length();
    }

    /// The largest id that any prompt can give.
    public int largestId() {
        return largestId;
    }

    /// Beginning, the prompt's tokens, end, and padding up to [#length].
    public Tokens tokens(String prompt) {
        return tokens(prompt, row.length());
    }

    /// The same, padded up to `length`.
    public Tokens tokens(String prompt, int length) {
        Tokens tokens = all(prompt).cut(length - 2, row.first(), row.last());
        List<Integer> ids = new ArrayList<>(tokens.ids());
        ids.addAll(Collections.nCopies(length - ids.size(), row.padding()));
        return new Tokens(ids, tokens.cutTokens(), tokens.cutText());
    }

    private TokenRow all(String prompt) {
        TokenRow all = new TokenRow();
        for (SpecialTokens.Part part : beforeCleaning.split(CodePoints.repaired(prompt))) {
            if (part.id() != null) {
                all.add(part.id(), all.append(part.text()));
            } else {
                addCleaned(all, ClipWords.normalised(part.text()));
            }
        }
        return all;
    }

    private void addCleaned(TokenRow all, String cleaned) {
        for (SpecialTokens.Part part : afterCleaning.split(cleaned)) {
            int offset = all.append(part.text());
            if (part.id() != null) {
                all.add(part.id(), offset);
                continue;
            }
            for (Piece piece : ClipWords.split(part.text())) {
                bpe.ids(ByteAlphabet.of(piece.text())).forEach(id -> all.add(id, offset + piece.start()));
            }
        }
    }
}
