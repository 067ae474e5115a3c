package chladni.engine.take;

import chladni.engine.failure.BadInput;
import chladni.engine.failure.StorageFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// All takes of a root folder, to be searched, starred, rated and thrown away. The files are the truth; `.index.sqlite` in the root is
/// only what makes them quick to find, and is made again when it is missing, broken or of another version. Where the root cannot be
/// written to, it lies among the temporary files.
///
/// Two connections (SQLite in WAL mode): one writes, one reads, each used by one thread at a time under its own lock, so that a search
/// never waits for the takes to be read in. Any thread may call anything; nothing here belongs on a window's thread.
public final class TakeLibrary implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TakeLibrary.class);
    /// Takes that are read in before they are seen by a search.
    private static final int BATCH = 500;

    private final Path root;
    private final InstantSource clock;
    private final TakeTrash trash;
    private final Object writing = new Object();
    private final Object reading = new Object();
    private final Object opening = new Object();
    private @Nullable TakeIndexFile index;

    public TakeLibrary(Path root, InstantSource clock) {
        this.root = root.toAbsolutePath().normalize();
        this.clock = clock;
        this.trash = new TakeTrash(this.root);
    }

    public Path root() {
        return root;
    }

    /// Looks for takes; reads nothing but the index.
    ///
    /// @throws StorageFailed when the index cannot be read and cannot be made again either
    public List<TakeEntry> search(TakeQuery query) {
        synchronized (reading) {
            try {
                return TakeSearch.run(query, index().reader());
            } catch (SQLException broken) {
                LOG.warn("the index of {} is broken and will be made again", root, broken);
            }
        }
        startAgain();
        refresh();
        synchronized (reading) {
            try {
                return TakeSearch.run(query, index().reader());
            } catch (SQLException broken) {
                throw failed(broken);
            }
        }
    }

    /// Brings the index up to the files: what is new or changed is read, what is gone is forgotten. A take that cannot be read is left out.
    public void refresh() {
        try {
            Map<Path, Long> known;
            synchronized (writing) {
                known = index().writer().stamps();
            }
            List<Path> folders = folders();
            List<Path> stale = folders.stream().filter(folder -> !Long.valueOf(EntryReader.stampOf(folder)).equals(known.get(folder))).toList();
            known.keySet().removeAll(new HashSet<>(folders));
            change(rows -> {
                for (Path gone : known.keySet()) {
                    rows.remove(gone);
                }
            });
            for (int i = 0; i < stale.size(); i += BATCH) {
                putAll(stale.subList(i, Math.min(stale.size(), i + BATCH)));
            }
        } catch (SQLException | IOException refused) {
            throw failed(refused);
        }
    }

    private void putAll(List<Path> folders) {
        List<EntryReader> read = new ArrayList<>();
        for (Path folder : folders) {
            try {
                read.add(EntryReader.read(folder));
            } catch (BadInput damaged) {
                LOG.warn("left out of the index: {}", folder, damaged);
            }
        }
        change(rows -> {
            for (EntryReader one : read) {
                rows.put(one);
            }
        });
    }

    /// Takes in a take that was just made, or one whose files have changed.
    public TakeEntry add(Path folder) {
        EntryReader read = EntryReader.read(folder.toAbsolutePath().normalize());
        change(rows -> rows.put(read));
        return read.entry();
    }

    /// Stars or rates a take: in its own file first, then in the index.
    ///
    /// @return the take as it is now
    public TakeEntry note(Path folder, TakeNotes notes) {
        notes.write(folder);
        return add(folder);
    }

    /// Moves a take to the trash, where it lies for 30 days.
    ///
    /// @return where it lies now, for `restore`
    /// @throws StorageFailed when it cannot be moved; it stays then
    public Path trash(Path folder) {
        Path home = folder.toAbsolutePath().normalize();
        if (!home.startsWith(root) || home.equals(root)) {
            throw new BadInput(folder + " does not lie in " + root + "; only takes there can be thrown away.");
        }
        return moved(home, trash.move(home, clock.instant()));
    }

    /// Takes a take back out of the trash, as if nothing had happened.
    ///
    /// @return where it lies now
    public Path restore(Path trashed) {
        return moved(trashed, trash.restore(trashed));
    }

    private Path moved(Path from, Path to) {
        EntryReader read = EntryReader.read(to);
        change(rows -> {
            rows.remove(from);
            rows.put(read);
        });
        return to;
    }

    /// Removes one take in the trash for good.
    public void destroy(Path trashed) {
        trash.destroy(trashed);
        change(rows -> rows.remove(trashed));
    }

    /// Removes for good what has lain in the trash for more than 30 days.
    ///
    /// @return how many
    public int purge() {
        try {
            List<Path> gone = trash.purge(clock.instant());
            change(rows -> {
                for (Path folder : gone) {
                    rows.remove(folder);
                }
            });
            return gone.size();
        } catch (IOException refused) {
            throw failed(refused);
        }
    }

    @Override
    public void close() {
        synchronized (writing) {
            synchronized (reading) {
                synchronized (opening) {
                    if (index != null) {
                        index.close();
                    }
                    index = null;
                }
            }
        }
    }

    /// Take folders with a recipe: `root/X`, `root/DAY/X`, and the trash's.
    private List<Path> folders() throws IOException {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        List<Path> found = new ArrayList<>(trash.folders());
        for (Path first : children(root)) {
            if (isTake(first)) {
                found.add(first);
            } else {
                children(first).stream().filter(TakeLibrary::isTake).forEach(found::add);
            }
        }
        return found;
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> !String.valueOf(entry.getFileName()).startsWith(".")).filter(Files::isDirectory).toList();
        }
    }

    private static boolean isTake(Path folder) {
        return Files.isRegularFile(folder.resolve("recipe.json"));
    }

    private interface Change {
        void on(TakeRows rows) throws SQLException;
    }

    private void change(Change change) {
        synchronized (writing) {
            try {
                TakeRows rows = index().writer();
                rows.connection().setAutoCommit(false);
                try {
                    change.on(rows);
                    rows.connection().commit();
                } finally {
                    rows.connection().rollback(); // nothing after a commit
                    rows.connection().setAutoCommit(true);
                }
            } catch (SQLException refused) {
                throw failed(refused);
            }
        }
    }

    private TakeIndexFile index() throws SQLException {
        synchronized (opening) {
            TakeIndexFile now = index;
            if (now == null) {
                now = TakeIndexFile.open(root);
                index = now;
            }
            return now;
        }
    }

    private void startAgain() {
        synchronized (writing) {
            synchronized (reading) {
                synchronized (opening) {
                    TakeIndexFile broken = index;
                    if (broken != null) {
                        broken.close();
                        broken.remove();
                    }
                    index = null;
                }
            }
        }
    }

    private StorageFailed failed(Exception reason) {
        return new StorageFailed("The list of takes in " + root + " cannot be kept: " + reason.getMessage() + ".", reason);
    }
}
