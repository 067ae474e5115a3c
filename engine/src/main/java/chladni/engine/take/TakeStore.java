package chladni.engine.take;

import chladni.engine.codec.OutputFolder;
import chladni.engine.codec.PictureContents;
import chladni.engine.codec.PictureFile;
import chladni.engine.codec.SafeWrite;
import chladni.engine.codec.WavFile;
import chladni.engine.failure.BadInput;
import chladni.engine.failure.StorageFailed;
import chladni.engine.media.Picture;
import chladni.engine.media.Spectrogram;
import chladni.engine.media.SpectrogramFormat;
import chladni.engine.recipe.Recipe;
import chladni.engine.recipe.RecipeJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Takes on disk; the files are the truth. A take's folder appears whole or not at all.
public final class TakeStore {
    private static final String RECIPE = "recipe.json";

    private final Path root;
    private final Naming naming;

    /// How new folders are named.
    public enum Naming {
        /// `0001`, `0002` … directly under the root: the command line's.
        NUMBERED,
        /// `2026-11-21/0001_castle_bell_s2024`: the studio's.
        TELLING
    }

    public TakeStore(Path root, Naming naming) {
        this.root = root;
        this.naming = naming;
    }

    public Path root() {
        return root;
    }

    /// Creates the root folder where it is missing, and tells at once when nothing can be written there.
    ///
    /// @return what takes the folder back when nothing came into it
    /// @throws BadInput when a file is in its place
    /// @throws StorageFailed when it is read-only
    public OutputFolder.Made prepare() {
        return OutputFolder.made(root);
    }

    /// Writes a take under the next free number.
    ///
    /// @throws StorageFailed with the path and the reason; nothing half-written is left
    public synchronized SavedTake save(Take take) {
        Path parent = parent();
        try {
            Files.createDirectories(parent);
        } catch (IOException failed) {
            throw new StorageFailed("The folder " + parent + " cannot be made: " + SafeWrite.reason(failed) + ".", failed);
        }
        return new SavedTake(new TakeFolder(take).write(parent, () -> parent.resolve(name(nextNumber(parent), take))), take);
    }

    /// Writes a take under a name of the caller's, which must be free.
    ///
    /// @throws StorageFailed with the path and the reason; nothing half-written is left
    public synchronized SavedTake saveAs(Take take, String name) {
        prepare();
        return new SavedTake(new TakeFolder(take).write(root, () -> root.resolve(name)), take);
    }

    private String name(int number, Take take) {
        return naming == Naming.TELLING ? TakeNames.of(number, take.recipe()) : "%04d".formatted(number);
    }

    /// Takes in a folder that was unpacked somewhere in the root, under the next free number.
    ///
    /// @return the take, where it lies now
    /// @throws BadInput when it is no take, or damaged; it stays where it is then
    public synchronized SavedTake adopt(Path unpacked) {
        Take take = read(unpacked).take();
        Path parent = parent();
        try {
            Files.createDirectories(parent);
            return read(Files.move(unpacked, parent.resolve(name(nextNumber(parent), take)), StandardCopyOption.ATOMIC_MOVE));
        } catch (IOException failed) {
            throw new StorageFailed("A take cannot be put into " + parent + ": " + SafeWrite.reason(failed) + ".", failed);
        }
    }

    private Path parent() {
        return naming == Naming.TELLING ? root.resolve(LocalDate.now(ZoneId.systemDefault()).toString()) : root;
    }

    /// Reads a take's folder.
    ///
    /// @throws BadInput when it is none, or damaged
    public static SavedTake read(Path folder) {
        Recipe recipe = RecipeJson.read(folder.resolve(RECIPE));
        PictureContents shown = PictureFile.read(folder.resolve("spectrogram.png"));
        SpectrogramFormat format = shown.text().calibration().orElse(SpectrogramFormat.STARTER);
        Picture grey = shown.picture().grey();
        if (grey.height() != format.mels()) {
            throw new BadInput(folder + " is damaged: spectrogram.png has " + grey.height() + " rows, its format " + format.mels() + ".");
        }
        return new SavedTake(folder, new Take(
                recipe,
                MadeJson.read(folder.resolve(RECIPE)),
                PictureFile.read(folder.resolve("picture.png")).picture(),
                new Spectrogram(format, grey.width(), grey.values()),
                WavFile.read(folder.resolve("sound.wav")).sound(),
                Map.of()));
    }

    /// The newest take folders, newest first.
    public List<Path> newest(int limit) {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        int depth = naming == Naming.TELLING ? 3 : 2;
        try (Stream<Path> files = Files.find(root, depth, (path, _) -> path.endsWith(RECIPE))) {
            return files.map(Path::getParent).filter(folder -> !hidden(root.relativize(folder)))
                    .sorted(Comparator.comparing(Path::toString).reversed()).limit(limit).toList();
        } catch (IOException | UncheckedIOException failed) {
            throw new StorageFailed("The takes in " + root + " cannot be listed: " + failed.getMessage() + ".", failed);
        }
    }

    /// Folders that are being written, and the trash.
    private static boolean hidden(Path relative) {
        return relative.toString().startsWith(".") || String.valueOf(relative.getFileName()).startsWith(".");
    }

    private static int nextNumber(Path parent) {
        try (Stream<Path> entries = Files.list(parent)) {
            return 1 + entries.map(entry -> entry.getFileName().toString()).filter(name -> name.matches("\\d{4,9}(_.*)?"))
                    .mapToInt(name -> Integer.parseInt(name.replaceFirst("_.*", ""))).max().orElse(0);
        } catch (IOException failed) {
            throw new StorageFailed("The folder " + parent + " cannot be listed: " + failed.getMessage() + ".", failed);
        }
    }
}
