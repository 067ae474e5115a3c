package chladni.engine.take;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a person typed into the search field, as something that SQLite can look for. Nothing that can be typed is an error: operators
/// mean nothing, quotes only hold words together, a hyphen before a word leaves takes out.
///
/// @param match FTS5 expression of what must be there; empty for anything
/// @param without FTS5 expression of what must not be there; empty for nothing
/// @param parts must stand somewhere in the text as they are: signs, and scripts that write without spaces
record SearchWords(String match, String without, List<String> parts) {
    private static final Pattern PIECE = Pattern.compile("(-?)\"([^\"]*)\"?|(\\S+)");

    static SearchWords of(String typed) {
        List<String> wanted = new ArrayList<>();
        List<String> unwanted = new ArrayList<>();
        List<String> parts = new ArrayList<>();
        Matcher piece = PIECE.matcher(typed.replaceAll("\\p{Cntrl}", " "));
        while (piece.find()) {
            boolean quoted = piece.group(3) == null;
            String text = quoted ? piece.group(2) : piece.group(3);
            boolean minus = quoted ? !piece.group(1).isEmpty() : text.length() > 1 && text.startsWith("-");
            String bare = minus && !quoted ? text.substring(1) : text;
            if (isPart(bare)) {
                parts.add(bare.toLowerCase(Locale.ROOT));
            } else if (bare.codePoints().anyMatch(Character::isLetterOrDigit)) {
                (minus ? unwanted : wanted).add('"' + bare.replace('"', ' ') + '"' + (quoted ? "" : "*"));
            }
        }
        return new SearchWords(String.join(" AND ", wanted), String.join(" OR ", unwanted), parts);
    }

    /// Signs are no words to FTS5, and a Chinese sentence is one.
    private static boolean isPart(String text) {
        return !text.isBlank() && (text.codePoints().anyMatch(SearchWords::standsAlone)
                || text.codePoints().noneMatch(letter -> Character.isLetterOrDigit(letter) || letter < 0x80));
    }

    private static boolean standsAlone(int letter) {
        return Character.isIdeographic(letter) || switch (Character.UnicodeScript.of(letter)) {
            case HIRAGANA, KATAKANA, HANGUL, THAI, LAO, KHMER, MYANMAR -> true;
            default -> false;
        };
    }
}
