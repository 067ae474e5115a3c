package chladni.engine.take;

import chladni.engine.codec.SafeWrite;
import chladni.engine.failure.BadInput;
import chladni.engine.failure.StorageFailed;
import chladni.engine.recipe.Recipe;
import chladni.engine.recipe.RecipeJson;
import chladni.engine.recipe.RecipeWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Where a take in the making keeps how far it has come, for as long as it is not finished: `ROOT/.unfinished/KEY/` with its recipe and its
/// state. Writing is whole or not at all, so that whatever kills the program leaves the state before.
public final class Unfinished {
    /// Keeps nothing.
    public static final Unfinished NOWHERE = new Unfinished(Path.of(""), false);
    private static final String FOLDER = ".unfinished";
    private static final String RECIPE = "unfinished.json"; // not recipe.json: whoever looks for takes must not find it
    private static final String STATE = "state.bin";
    private static final int KEY_BYTES = 8;

    private final Path root;
    private final boolean keeping;

    private Unfinished(Path root, boolean keeping) {
        this.root = root;
        this.keeping = keeping;
    }

    /// @param root folder of the takes
    public static Unfinished in(Path root) {
        return new Unfinished(root, true);
    }

    /// A take that was left.
    ///
    /// @param folder of its state
    /// @param recipe makes the rest of it
    /// @param kept when its state was written last
    public record Left(Path folder, Recipe recipe, Instant kept) {
        /// What was kept; empty when it cannot be read.
        public byte[] state() {
            try {
                return Files.readAllBytes(folder.resolve(STATE));
            } catch (IOException gone) {
                return new byte[0];
            }
        }
    }

    /// What was left, newest first; what cannot be read is left out.
    public List<Left> left() {
        Path all = root.resolve(FOLDER);
        if (!keeping || !Files.isDirectory(all)) {
            return List.of();
        }
        List<Left> found = new ArrayList<>();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(all)) {
            for (Path folder : folders) {
                if (Files.isRegularFile(folder.resolve(STATE))) {
                    found.add(new Left(folder, RecipeJson.read(folder.resolve(RECIPE)), Files.getLastModifiedTime(folder.resolve(STATE)).toInstant()));
                }
            }
        } catch (IOException | BadInput damaged) {
            // what can be read is offered; the rest begins again when its recipe runs
        }
        found.sort(Comparator.comparing(Left::kept).reversed());
        return List.copyOf(found);
    }

    /// Gives up what was left.
    public void forget(Left left) {
        new Place(left.folder, "", keeping).forget();
    }

    /// The place of one take: the same whenever the same recipe runs with the same packs.
    ///
    /// @param single complete recipe of one take
    /// @param packs id → fingerprint of those that take part
    public Place of(Recipe single, Map<String, String> packs) {
        String json = RecipeWriter.print(new RecipeWriter(UnaryOperator.identity()).write(single));
        return new Place(root.resolve(FOLDER).resolve(key(json + new java.util.TreeMap<>(packs))), json, keeping);
    }

    private static String key(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, KEY_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /// One unfinished take.
    ///
    /// @param folder need not exist
    /// @param json its recipe
    public record Place(Path folder, String json, boolean keeping) {
        /// Rendering this goes on with the take.
        public Path recipe() {
            return folder.resolve(RECIPE);
        }

        /// Empty when nothing has been kept.
        ///
        /// @throws StorageFailed when it is there and cannot be read
        public Optional<byte[]> read() {
            Path file = folder.resolve(STATE);
            try {
                return keeping && Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
            } catch (IOException unreadable) {
                throw new StorageFailed("The unfinished take " + file + " cannot be read: " + SafeWrite.reason(unreadable) + ".", unreadable);
            }
        }

        /// @throws StorageFailed with the path and the reason; what was kept before stays
        public void write(byte[] state) {
            if (!keeping) {
                return;
            }
            try {
                Files.createDirectories(folder);
            } catch (IOException failed) {
                throw new StorageFailed("The folder " + folder + " cannot be made: " + SafeWrite.reason(failed) + ".", failed);
            }
            if (!Files.exists(recipe())) {
                SafeWrite.bytes(recipe(), json.getBytes(StandardCharsets.UTF_8));
            }
            SafeWrite.bytes(folder.resolve(STATE), state);
        }

        /// The take is finished.
        public void forget() {
            try {
                Files.deleteIfExists(folder.resolve(STATE));
                Files.deleteIfExists(recipe());
                Files.deleteIfExists(folder);
                Path all = folder.getParent();
                if (all != null && Files.isDirectory(all)) {
                    Files.deleteIfExists(all); // the last one takes the folder with it
                }
            } catch (IOException | UncheckedIOException remains) {
                // others lie beside it, or it stays: a finished take is worth more than a tidy folder
            }
        }
    }
}
