package chladni.engine.take;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// Tables of the index. A file of another version, or one that SQLite finds fault with, is for the caller to throw away: it holds
/// nothing that the takes' own files do not.
final class IndexSchema {
    /// Grows with every change of the tables or of what is written into them.
    static final int VERSION = 1;
    /// SQLite waits this long for another program that writes, such as a second window.
    private static final int PATIENCE_MILLIS = 5000;

    private IndexSchema() {}

    static Connection connect(String name) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + name);
        try (Statement statement = connection.createStatement()) {
            statement.execute("pragma busy_timeout = " + PATIENCE_MILLIS);
            statement.execute("pragma journal_mode = wal");
            statement.execute("pragma synchronous = normal");
        } catch (SQLException broken) {
            connection.close();
            throw broken;
        }
        return connection;
    }

    /// Makes the tables of a new file.
    ///
    /// @throws SQLException when the file is of another version or damaged
    static void prepare(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            int version = number(statement, "pragma user_version");
            if (version == 0 && number(statement, "select count(*) from sqlite_schema") == 0) {
                create(statement);
                return;
            }
            if (version != VERSION) {
                throw new SQLException("the index is of version " + version + ", not " + VERSION);
            }
            try (ResultSet check = statement.executeQuery("pragma quick_check(1)")) {
                String answer = check.next() ? check.getString(1) : "";
                if (!"ok".equals(answer)) {
                    throw new SQLException("the index is damaged: " + answer);
                }
            }
        }
    }

    /// An id is never used again, so that what was read under one stays true.
    private static void create(Statement statement) throws SQLException {
        statement.execute("begin immediate");
        statement.execute("""
                create table take (
                  id integer primary key autoincrement, folder text not null unique, stamp integer not null,
                  title text not null, body text not null, kind text not null, packs text not null, seed integer not null,
                  made integer not null, star integer not null, rating integer not null,
                  looks real, sounds real, trashed integer)""");
        statement.execute("create index take_made on take (made)");
        statement.execute("create virtual table words using fts5(body, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3')");
        statement.execute("pragma user_version = " + VERSION);
        statement.execute("commit");
    }

    private static int number(Statement statement, String question) throws SQLException {
        try (ResultSet answer = statement.executeQuery(question)) {
            return answer.next() ? answer.getInt(1) : 0;
        }
    }
}
