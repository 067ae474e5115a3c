package chladni.engine.text;

/// Questions about characters, answered as the Rust libraries behind the published tokenizers answer them.
final class CodePoints {
    private CodePoints() {}

    /// Unicode's White_Space property, which Java has no method for.
    static boolean isWhiteSpace(int c) {
        return c >= 0x9 && c <= 0xD || c == 0x20 || c == 0x85 || c == 0xA0 || c == 0x1680 || c >= 0x2000 && c <= 0x200A
                || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
    }

    static boolean isLetter(int c) {
        return Character.isLetter(c);
    }

    /// Decimal digits, letter numbers and other numbers such as ½.
    static boolean isNumber(int c) {
        return switch (Character.getType(c)) {
            case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
            default -> false;
        };
    }

    /// Each character by itself, whatever stands beside it: a final Σ becomes σ.
    static void appendLowerCase(StringBuilder text, int c) {
        if (c == 'İ') {
            text.append("i̇"); // the only character whose lower case is two
        } else {
            text.appendCodePoint(lowerCase(c));
        }
    }

    /// With the letters that came with Unicode 17, which Java 25 does not know.
    private static int lowerCase(int c) {
        if (c == 0xA7CE || c == 0xA7D2 || c == 0xA7D4) {
            return c + 1;
        }
        return c >= 0x16EA0 && c <= 0x16EB8 ? c + 27 : Character.toLowerCase(c);
    }

    /// Java's strings may hold half a surrogate pair; no other Unicode text can.
    static String repaired(String text) {
        StringBuilder whole = new StringBuilder(text.length());
        text.codePoints().forEach(c -> whole.appendCodePoint(c >= 0xD800 && c <= 0xDFFF ? 0xFFFD : c));
        return whole.toString();
    }
}
