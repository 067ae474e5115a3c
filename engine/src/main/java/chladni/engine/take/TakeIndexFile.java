package chladni.engine.take;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The index of a root folder, open: a connection that writes and one that reads.
record TakeIndexFile(Path file, TakeRows writer, TakeRows reader) implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TakeIndexFile.class);
    private static final String NAME = ".index.sqlite";

    /// Opens the index in the root; makes it anew when it is missing, broken or of another version; makes a temporary one when nothing
    /// can be written there.
    static TakeIndexFile open(Path root) throws SQLException {
        Path file = root.resolve(NAME);
        try {
            Files.createDirectories(root);
            return open(root, file);
        } catch (SQLException | IOException broken) {
            LOG.info("{} cannot be used and is made again", file, broken);
            remove(file);
        }
        try {
            return open(root, file);
        } catch (SQLException unwritable) {
            LOG.warn("{} cannot be written: the index is a temporary one", file, unwritable);
        }
        try {
            Path temporary = Files.createTempFile("chladni-index", ".sqlite");
            temporary.toFile().deleteOnExit();
            return open(root, temporary);
        } catch (IOException nowhere) {
            throw new SQLException(nowhere);
        }
    }

    private static TakeIndexFile open(Path root, Path file) throws SQLException {
        Connection writer = IndexSchema.connect(file.toString());
        try {
            IndexSchema.prepare(writer);
            return new TakeIndexFile(file, new TakeRows(root, writer), new TakeRows(root, IndexSchema.connect(file.toString())));
        } catch (SQLException broken) {
            writer.close();
            throw broken;
        }
    }

    @Override
    public void close() {
        for (TakeRows rows : List.of(reader, writer)) {
            try {
                rows.connection().close();
            } catch (SQLException closing) {
                LOG.warn("{} did not close", file, closing);
            }
        }
    }

    void remove() {
        remove(file);
    }

    private static void remove(Path file) {
        for (String end : List.of("", "-wal", "-shm")) {
            try {
                Files.deleteIfExists(file.resolveSibling(file.getFileName() + end));
            } catch (IOException kept) {
                LOG.warn("{}{} cannot be removed", file, end, kept);
            }
        }
    }
}
