package chladni.engine.pack;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// The word someone probably meant: fewest letters inserted, deleted or replaced (Levenshtein 1966), if few enough.
final class NearestWord {
    private static final int LONGEST = 100;

    private NearestWord() {}

    static Optional<String> to(String given, Collection<String> known) {
        String typed = given.substring(0, Math.min(LONGEST, given.length())).toLowerCase(Locale.ROOT);
        return known.stream()
                .filter(word -> word.length() <= LONGEST && isNear(typed, word.toLowerCase(Locale.ROOT)))
                .min(Comparator.comparingInt(word -> distance(typed, word.toLowerCase(Locale.ROOT))));
    }

    private static boolean isNear(String typed, String word) {
        boolean within = !typed.isEmpty() && (word.contains(typed) || typed.contains(word));
        return within || distance(typed, word) <= Math.max(2, word.length() / 3);
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1]; // row[j]: from the letters of a so far to the first j of b
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
