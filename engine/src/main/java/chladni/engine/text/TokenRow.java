package chladni.engine.text;

import java.util.ArrayList;
import java.util.List;

/// The tokens of a text in the making, each with where it begins in the cleaned text: what tells, when the row is cut, which
/// words are lost.
final class TokenRow {
    private final StringBuilder text = new StringBuilder();
    private final List<Integer> ids = new ArrayList<>();
    private final List<Integer> starts = new ArrayList<>();

    /// Appends cleaned text and returns where it begins.
    int append(String cleaned) {
        text.append(cleaned);
        return text.length() - cleaned.length();
    }

    void add(int id, int start) {
        ids.add(id);
        starts.add(start);
    }

    /// At most `room` tokens before `last`, where nothing marks the beginning.
    Tokens cutWithEnd(int room, int last) {
        Tokens framed = cut(room, last, last);
        return new Tokens(framed.ids().subList(1, framed.ids().size()), framed.cutTokens(), framed.cutText());
    }

    /// At most `room` tokens between `first` and `last`; cut text begins with a whole word.
    Tokens cut(int room, int first, int last) {
        int kept = Math.min(room, ids.size());
        List<Integer> row = new ArrayList<>(kept + 2);
        row.add(first);
        row.addAll(ids.subList(0, kept));
        row.add(last);
        int lost = ids.size() - kept;
        return new Tokens(row, lost, lost == 0 ? "" : text.substring(starts.get(kept)).strip());
    }
}
