package chladni.engine.take;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Rows of the index, written and read. Folders are named relative to the root, so that the index may move with it.
///
/// A row is never changed, only replaced under a new id: an entry that was read once need not be read again.
///
/// @param root folder of all takes
/// @param read id → entry
record TakeRows(Path root, Connection connection, Map<Long, TakeEntry> read) {
    /// What has been replaced or removed stays among the read ones until there are this many.
    private static final int MOST_READ = 200_000;
    static final String COLUMNS = "folder, title, kind, packs, seed, made, star, rating, looks, sounds, trashed";

    TakeRows(Path root, Connection connection) {
        this(root, connection, new HashMap<>());
    }

    /// Folder → stamp of every row.
    Map<Path, Long> stamps() throws SQLException {
        Map<Path, Long> stamps = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement("select folder, stamp from take"); ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                stamps.put(root.resolve(rows.getString(1)), rows.getLong(2));
            }
        }
        return stamps;
    }

    void put(EntryReader read) throws SQLException {
        remove(read.entry().folder());
        TakeEntry entry = read.entry();
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into take (" + COLUMNS + ", stamp, body) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id")) {
            insert.setString(1, name(entry.folder()));
            insert.setString(2, entry.title());
            insert.setString(3, entry.kind());
            insert.setString(4, packs(entry.packs()));
            insert.setLong(5, entry.seed());
            insert.setLong(6, entry.made().toEpochMilli());
            insert.setBoolean(7, entry.notes().starred());
            insert.setInt(8, entry.notes().rating());
            number(insert, 9, entry.looks());
            number(insert, 10, entry.sounds());
            number(insert, 11, entry.trashed());
            insert.setLong(12, read.stamp());
            insert.setString(13, read.text().toLowerCase(Locale.ROOT));
            try (ResultSet id = insert.executeQuery()) {
                id.next();
                index(id.getLong(1), read.text());
            }
        }
    }

    private void index(long id, String text) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into words (rowid, body) values (?, ?)")) {
            insert.setLong(1, id);
            insert.setString(2, text);
            insert.executeUpdate();
        }
    }

    void remove(Path folder) throws SQLException {
        for (String table : List.of("delete from words where rowid = (select id from take where folder = ?)",
                "delete from take where folder = ?")) {
            try (PreparedStatement delete = connection.prepareStatement(table)) {
                delete.setString(1, name(folder));
                delete.executeUpdate();
            }
        }
    }

    /// @param ids with commas between
    List<TakeEntry> entries(String ids) throws SQLException {
        List<Long> wanted = Arrays.stream(ids.split(",")).map(Long::valueOf).toList();
        if (!read.keySet().containsAll(wanted)) {
            readIn();
        }
        List<TakeEntry> entries = new ArrayList<>(wanted.size());
        for (Long id : wanted) {
            TakeEntry entry = read.get(id);
            if (entry != null) { // else it was removed since it was found
                entries.add(entry);
            }
        }
        return entries;
    }

    private void readIn() throws SQLException {
        if (read.size() > MOST_READ) {
            read.clear();
        }
        long newest = read.keySet().stream().mapToLong(Long::longValue).max().orElse(0);
        try (PreparedStatement select = connection.prepareStatement("select " + COLUMNS + ", id from take where id > ?")) {
            select.setLong(1, newest);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    read.put(rows.getLong(12), entry(rows));
                }
            }
        }
    }

    private TakeEntry entry(ResultSet row) throws SQLException {
        double looks = row.getDouble(9);
        boolean unlooked = row.wasNull();
        double sounds = row.getDouble(10);
        boolean unheard = row.wasNull();
        long trashed = row.getLong(11);
        boolean kept = row.wasNull();
        return new TakeEntry(root.resolve(row.getString(1)), row.getString(2), row.getString(3),
                Arrays.stream(row.getString(4).split("\n")).filter(Predicate.not(String::isEmpty)).toList(),
                row.getLong(5), Instant.ofEpochMilli(row.getLong(6)), new TakeNotes(row.getBoolean(7), row.getInt(8)),
                unlooked ? null : looks, unheard ? null : sounds, kept ? null : Instant.ofEpochMilli(trashed));
    }

    /// Each between line feeds, so that one can be looked for without finding parts of others.
    private static String packs(List<String> ids) {
        return ids.isEmpty() ? "" : "\n" + String.join("\n", ids) + "\n";
    }

    private String name(Path folder) {
        return root.relativize(folder).toString().replace('\\', '/');
    }

    private static void number(PreparedStatement statement, int place, @Nullable Double value) throws SQLException {
        if (value == null) {
            statement.setNull(place, Types.REAL);
        } else {
            statement.setDouble(place, value);
        }
    }

    private static void number(PreparedStatement statement, int place, @Nullable Instant value) throws SQLException {
        if (value == null) {
            statement.setNull(place, Types.INTEGER);
        } else {
            statement.setLong(place, value.toEpochMilli());
        }
    }
}
