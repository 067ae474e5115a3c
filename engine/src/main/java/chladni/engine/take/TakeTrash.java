package chladni.engine.take;

import chladni.engine.codec.SafeWrite;
import chladni.engine.failure.BadInput;
import chladni.engine.failure.StorageFailed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Takes that were thrown away: whole folders under `.trash`, each with a note of where it came from and when, kept for 30 days.
final class TakeTrash {
    static final Duration KEPT = Duration.ofDays(30);
    static final String NOTE = "trashed.json";
    private static final String PLACE = ".trash";

    private final Path root;
    private final Path place;

    TakeTrash(Path root) {
        this.root = root;
        this.place = root.resolve(PLACE);
    }

    static boolean holds(Path root, Path folder) {
        return folder.startsWith(root.resolve(PLACE));
    }

    /// Folders in the trash.
    List<Path> folders() throws IOException {
        if (!Files.isDirectory(place)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(place)) {
            return entries.filter(entry -> Files.isRegularFile(entry.resolve("recipe.json"))).toList();
        }
    }

    /// @return where it lies now
    /// @throws StorageFailed when it cannot be moved; it stays where it is then
    Path move(Path folder, Instant now) {
        try {
            Files.createDirectories(place);
            String from = root.relativize(folder).toString().replace('\\', '/');
            String json = JsonMapper.shared().createObjectNode().put("from", from).put("at", now.toString()).toString();
            SafeWrite.bytes(folder.resolve(NOTE), json.getBytes(StandardCharsets.UTF_8));
            return Files.move(folder, free(place.resolve(from.replace('/', '~'))), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException refused) {
            throw new StorageFailed(folder + " cannot be moved to the trash: " + SafeWrite.reason(refused) + ".", refused);
        }
    }

    /// Puts a take back where it was; beside it, when something else has taken its place.
    ///
    /// @return where it lies now
    Path restore(Path folder) {
        String from = note(folder).path("from").asString("");
        Path home = root.resolve(from).normalize();
        if (from.isEmpty() || !home.startsWith(root) || holds(root, home)) {
            home = root.resolve("restored").resolve(folder.getFileName());
        }
        try {
            Path parent = home.getParent();
            Files.createDirectories(parent == null ? root : parent);
            Path back = Files.move(folder, free(home), StandardCopyOption.ATOMIC_MOVE);
            Files.deleteIfExists(back.resolve(NOTE));
            return back;
        } catch (IOException refused) {
            throw new StorageFailed(folder + " cannot be put back to " + home + ": " + SafeWrite.reason(refused) + ".", refused);
        }
    }

    /// Removes what has lain here for more than 30 days.
    ///
    /// @return the folders that are gone
    List<Path> purge(Instant now) throws IOException {
        List<Path> old = folders().stream().filter(folder -> {
            Instant since = since(folder);
            return since != null && since.plus(KEPT).isBefore(now);
        }).toList();
        for (Path folder : old) {
            delete(folder);
        }
        return old;
    }

    /// Removes a take in the trash for good.
    ///
    /// @throws BadInput when it does not lie in the trash
    void destroy(Path folder) {
        if (!holds(root, folder)) {
            throw new BadInput(folder + " does not lie in the trash.");
        }
        try {
            delete(folder);
        } catch (IOException refused) {
            throw new StorageFailed(folder + " cannot be removed: " + SafeWrite.reason(refused) + ".", refused);
        }
    }

    /// When a take was thrown away; null for one that was not.
    static @Nullable Instant since(Path folder) {
        Path above = folder.getParent();
        if (above == null || !above.endsWith(PLACE)) {
            return null;
        }
        try {
            return Instant.parse(note(folder).path("at").asString(""));
        } catch (DateTimeException noNote) {
            return Instant.ofEpochMilli(folder.toFile().lastModified());
        }
    }

    private static JsonNode note(Path folder) {
        try {
            return JsonMapper.shared().readTree(Files.readString(folder.resolve(NOTE)));
        } catch (IOException | JacksonException none) {
            return JsonMapper.shared().createObjectNode();
        }
    }

    private static Path free(Path wish) {
        Path free = wish;
        for (int i = 2; Files.exists(free); i++) {
            free = wish.resolveSibling(wish.getFileName() + "-" + i);
        }
        return free;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
