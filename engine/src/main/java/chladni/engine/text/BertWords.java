package chladni.engine.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/// BERT's basic tokenizer, uncased (Devlin et al. 2018, `tokenization.py`; as in Hugging Face's `BertNormalizer` and
/// `BertPreTokenizer`): clean up, spaces around ideographs, strip accents, lower case, split at white space and punctuation.
final class BertWords {
    private BertWords() {}

    static String normalised(String text) {
        StringBuilder spaced = new StringBuilder(text.length());
        text.codePoints().filter(c -> !BertCharacters.VANISH.get(c)).forEach(c -> appendSpaced(spaced, c));
        StringBuilder lower = new StringBuilder(spaced.length());
        Normalizer.normalize(spaced, Normalizer.Form.NFD).codePoints()
                .filter(c -> !BertCharacters.VANISH.get(c))
                .forEach(c -> CodePoints.appendLowerCase(lower, c));
        return lower.toString();
    }

    private static void appendSpaced(StringBuilder text, int c) {
        if (CodePoints.isWhiteSpace(c)) {
            text.append(' ');
        } else if (isIdeograph(c)) {
            text.append(' ').appendCodePoint(c).append(' ');
        } else {
            text.appendCodePoint(c);
        }
    }

    /// The CJK Unified Ideographs blocks that BERT lists: not kana, not hangul.
    private static boolean isIdeograph(int c) {
        return c >= 0x4E00 && c <= 0x9FFF || c >= 0x3400 && c <= 0x4DBF || c >= 0x20000 && c <= 0x2A6DF
                || c >= 0x2A700 && c <= 0x2B73F || c >= 0x2B740 && c <= 0x2B81F || c >= 0x2B920 && c <= 0x2CEAF
                || c >= 0xF900 && c <= 0xFAFF || c >= 0x2F800 && c <= 0x2FA1F;
    }

    /// Words and single punctuation marks of a normalised text.
    static List<Piece> split(String text) {
        List<Piece> words = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            int next = i + Character.charCount(c);
            boolean punctuation = BertCharacters.PUNCTUATION.get(c);
            if (punctuation || CodePoints.isWhiteSpace(c)) {
                addWord(words, text, start, i);
                if (punctuation) {
                    words.add(new Piece(text.substring(i, next), i));
                }
                start = next;
            }
            i = next;
        }
        addWord(words, text, start, text.length());
        return words;
    }

    private static void addWord(List<Piece> words, String text, int start, int end) {
        if (end > start) {
            words.add(new Piece(text.substring(start, end), start));
        }
    }
}
