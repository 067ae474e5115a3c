package chladni.engine.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/// How CLIP's text is cleaned and split (Radford et al. 2021, `simple_tokenizer.py`; as in Hugging Face's fast tokenizer):
/// composed characters (NFC), white space joined, lower case; then contractions, runs of letters, single digits, runs of
/// anything else that is not white space.
final class ClipWords {
    private static final List<String> CONTRACTIONS = List.of("'s", "'t", "'re", "'ve", "'m", "'ll", "'d");

    private ClipWords() {}

    static String normalised(String text) {
        StringBuilder lower = new StringBuilder(text.length());
        boolean[] afterSpace = {false};
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(c -> {
            boolean space = CodePoints.isWhiteSpace(c);
            if (!space) {
                CodePoints.appendLowerCase(lower, c);
            } else if (!afterSpace[0]) {
                lower.append(' ');
            }
            afterSpace[0] = space;
        });
        return lower.toString();
    }

    static List<Piece> split(String text) {
        List<Piece> pieces = new ArrayList<>();
        for (int start = 0; start < text.length(); ) {
            int end = pieceEnd(text, start);
            if (!CodePoints.isWhiteSpace(text.codePointAt(start))) {
                pieces.add(new Piece(text.substring(start, end), start));
            }
            start = end;
        }
        return pieces;
    }

    private static int pieceEnd(String text, int start) {
        for (String contraction : CONTRACTIONS) {
            if (text.startsWith(contraction, start)) {
                return start + contraction.length();
            }
        }
        Kind kind = Kind.of(text.codePointAt(start));
        int end = start;
        do {
            end += Character.charCount(text.codePointAt(end));
        } while (kind.runs && end < text.length() && Kind.of(text.codePointAt(end)) == kind);
        return end;
    }

    private enum Kind {
        SPACE(true),
        LETTER(true),
        NUMBER(false),
        OTHER(true);

        private final boolean runs;

        Kind(boolean runs) {
            this.runs = runs;
        }

        static Kind of(int c) {
            if (CodePoints.isWhiteSpace(c)) {
                return SPACE;
            }
            return CodePoints.isLetter(c) ? LETTER : CodePoints.isNumber(c) ? NUMBER : OTHER;
        }
    }
}
