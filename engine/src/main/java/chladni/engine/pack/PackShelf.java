package chladni.engine.pack;

import chladni.engine.failure.BadInput;
import chladni.engine.failure.CancelSignal;
import chladni.engine.failure.StorageFailed;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// The user's own packs folder: what `packs add` puts there. A pack is linked, so that its gigabytes stay where they are, or
/// copied when asked.
public final class PackShelf {
    private static final int CHUNK = 1 << 20;

    private final Path folder;

    /// @param folder usually [PackStore#ownFolder]; made when first needed
    public PackShelf(Path folder) {
        this.folder = folder;
    }

    public static PackShelf own() {
        return new PackShelf(PackStore.ownFolder());
    }

    /// Puts a link to the pack at `source` on the shelf: a symbolic one, or a small `.link` file where the system refuses those.
    ///
    /// @throws chladni.engine.failure.PackBroken when there is no pack at `source`
    /// @throws BadInput when another pack of that id is on the shelf
    /// @throws StorageFailed when the shelf cannot be written
    public PackFolder link(Path source) {
        PackFolder pack = PackFolder.open(absolute(source));
        if (isHere(pack)) {
            return pack;
        }
        try {
            Files.createDirectories(folder);
            Path link = refuseTaken(pack);
            try {
                Files.createSymbolicLink(link, pack.path());
            } catch (UnsupportedOperationException | FileSystemException refused) {
                Files.writeString(link.resolveSibling(pack.id() + PackStore.LINK), pack.path() + "\n");
            }
            return pack;
        } catch (IOException e) {
            throw failed(pack.id(), e);
        }
    }

    /// Copies the pack at `source` onto the shelf; nothing half-copied is left behind.
    public PackFolder copy(Path source, CancelSignal cancel, ByteWatch watch) {
        PackFolder pack = PackFolder.open(absolute(source));
        try {
            Files.createDirectories(folder);
            Path target = refuseTaken(pack);
            Path unfinished = Files.createTempDirectory(folder, ".copy-");
            try {
                copyFiles(pack.path(), unfinished, cancel, watch);
                Files.move(pack.isSingleFile() ? unfinished.resolve(pack.path().getFileName()) : unfinished, target, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Folders.deleteIfThere(unfinished);
            }
            return new PackFolder(target, pack.manifest());
        } catch (IOException e) {
            throw failed(pack.id(), e);
        }
    }

    private static Path absolute(Path source) {
        return source.toAbsolutePath().normalize();
    }

    private boolean isHere(PackFolder pack) {
        return new PackStore(List.of(folder)).list().stream().anyMatch(other -> other.id().equals(pack.id()) && isSame(other.path(), pack.path()));
    }

    private static boolean isSame(Path a, Path b) {
        try {
            return Files.isSameFile(a, b);
        } catch (IOException unreadable) {
            return false;
        }
    }

    private Path refuseTaken(PackFolder pack) throws IOException {
        String id = pack.id();
        // A checkpoint keeps its ending, which says what it is.
        String name = pack.path().getFileName().toString();
        Path place = folder.resolve(pack.isSingleFile() ? id + name.substring(Math.max(0, name.lastIndexOf('.'))) : id);
        Path link = folder.resolve(id + PackStore.LINK);
        if (Files.isSymbolicLink(place) && !Files.exists(place)) {
            Files.delete(place); // a link to what is no longer there
        }
        if (Files.exists(place) || Files.exists(link)) {
            throw new BadInput("There is already a pack '" + id + "' in " + folder + ". Remove it first, or give the new one's folder another name.");
        }
        return place;
    }

    private static void copyFiles(Path from, Path to, CancelSignal cancel, ByteWatch watch) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(from, java.nio.file.FileVisitOption.FOLLOW_LINKS)) {
            files = walk.filter(Files::isRegularFile).toList();
        }
        Path base = Files.isRegularFile(from) ? Objects.requireNonNull(from.getParent()) : from;
        long total = 0;
        for (Path file : files) {
            total += Files.size(file);
        }
        Folders.requireRoom(to, total);
        long done = 0;
        byte[] chunk = new byte[CHUNK];
        for (Path file : files) {
            Path target = to.resolve(base.relativize(file).toString());
            Files.createDirectories(Objects.requireNonNull(target.getParent()));
            try (InputStream in = Files.newInputStream(file); OutputStream out = Files.newOutputStream(target)) {
                for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                    cancel.throwIfRaised();
                    out.write(chunk, 0, n);
                    done += n;
                    watch.at(base.relativize(file).toString(), done, total);
                }
            }
        }
    }

    private StorageFailed failed(String id, IOException e) {
        return new StorageFailed("The pack " + id + " could not be put into " + folder + ": " + e.getMessage() + ".", e);
    }
}
