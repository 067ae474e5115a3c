package chladni.engine.take;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/// One question to the index.
final class TakeSearch {
    private final StringBuilder where = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    private TakeSearch() {}

    /// All ids come as one text: fetching ten thousand rows one by one takes longer than finding them.
    static List<TakeEntry> run(TakeQuery query, TakeRows rows) throws SQLException {
        TakeSearch search = new TakeSearch();
        search.conditions(query);
        String sql = "select group_concat(id) from (select id from take where " + search.where + " order by " + order(query.order()) + ")";
        try (PreparedStatement select = rows.connection().prepareStatement(sql)) {
            for (int i = 0; i < search.values.size(); i++) {
                select.setObject(i + 1, search.values.get(i));
            }
            try (ResultSet result = select.executeQuery()) {
                String ids = result.next() ? result.getString(1) : null;
                return ids == null ? List.of() : rows.entries(ids);
            }
        }
    }

    private void conditions(TakeQuery query) {
        where.append(query.trashed() ? "trashed is not null" : "trashed is null");
        SearchWords words = SearchWords.of(query.words());
        if (!words.match().isEmpty()) {
            and("id in (select rowid from words where words match ?)", words.match());
        }
        if (!words.without().isEmpty()) {
            and("id not in (select rowid from words where words match ?)", words.without());
        }
        words.parts().forEach(part -> and("instr(body, ?) > 0", part));
        any("instr(packs, ?) > 0", query.packs().stream().map(pack -> "\n" + pack + "\n").toList());
        any("kind = ?", query.kinds());
        if (query.starred()) {
            where.append(" and star");
        }
        if (query.leastRating() > 0) {
            and("rating >= ?", query.leastRating());
        }
        if (query.from() != null) {
            and("made >= ?", millis(query.from()));
        }
        if (query.to() != null) {
            and("made < ?", millis(query.to().plusDays(1)));
        }
    }

    private void and(String condition, Object value) {
        where.append(" and ").append(condition);
        values.add(value);
    }

    private void any(String condition, Collection<String> wanted) {
        if (!wanted.isEmpty()) {
            where.append(" and (").append(String.join(" or ", Collections.nCopies(wanted.size(), condition))).append(')');
            values.addAll(wanted);
        }
    }

    private static long millis(LocalDate day) {
        return day.atStartOfDay(ZoneId.systemDefault()).toInstant().toEpochMilli();
    }

    private static String order(TakeQuery.Order order) {
        String newest = "made desc, folder desc";
        return switch (order) {
            case NEWEST -> newest;
            case OLDEST -> "made, folder";
            case RATING -> "rating desc, star desc, " + newest;
            case LOOKS -> "looks desc nulls last, " + newest;
            case SOUNDS -> "sounds desc nulls last, " + newest;
            case BOTH -> "max(rank() over (order by looks desc nulls last), rank() over (order by sounds desc nulls last)), " + newest;
        };
    }
}
