package chladni.engine.take;

import chladni.engine.codec.SafeWrite;
import chladni.engine.failure.BadInput;
import chladni.engine.failure.StorageFailed;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/// A project as one file: an ordinary zip with a text, `project.json`, whole take folders under `takes`, and pictures such as masks. Anyone can
/// open it without us.
public final class ProjectFile {
    public static final String EXTENSION = "chladni";
    private static final String TEXT = "project.json";
    private static final String TAKES = "takes/";
    /// Only for looking into a run; they may be larger than everything else.
    private static final String TRACE = "trace";
    private static final int MOST_ENTRIES = 100_000;
    private static final long MOST_BYTES = 16L << 30;
    private static final long MOST_TEXT = 16L << 20;

    private ProjectFile() {}

    /// @param file ends in `.chladni`, by custom
    /// @param json what `project.json` says
    /// @param takes folder of each take → its name in the project
    /// @param others further files: name → where it lies
    /// @throws StorageFailed with the path and the reason; an older project under that name stays as it was then
    public static void write(Path file, String json, Map<Path, String> takes, Map<String, Path> others) {
        SafeWrite.stream(file, out -> {
            ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
            put(zip, TEXT, json.getBytes(StandardCharsets.UTF_8));
            for (var take : takes.entrySet()) {
                for (Path one : files(take.getKey())) {
                    put(zip, TAKES + take.getValue() + "/" + take.getKey().relativize(one).toString().replace('\\', '/'), one);
                }
            }
            for (var other : others.entrySet()) {
                put(zip, other.getKey(), other.getValue());
            }
            zip.finish();
        });
    }

    private static List<Path> files(Path take) throws IOException {
        try (Stream<Path> all = Files.walk(take)) {
            return all.filter(Files::isRegularFile).filter(file -> !take.relativize(file).startsWith(TRACE)).sorted().toList();
        }
    }

    private static void put(ZipOutputStream zip, String name, Path file) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setLastModifiedTime(Files.getLastModifiedTime(file));
        zip.putNextEntry(entry);
        Files.copy(file, zip);
        zip.closeEntry();
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }

    /// Unpacks a project.
    ///
    /// @param into an empty folder; takes land in its `takes`
    /// @return what `project.json` says
    /// @throws BadInput when it is no project, is damaged, or would write outside the folder
    public static String read(Path file, Path into) {
        try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
            return new Unpacking(file, zip, into).run();
        } catch (ZipException | EOFException damaged) {
            throw new BadInput(file.getFileName() + " is no project, or it is damaged: it cannot be read as a zip ("
                    + (damaged.getMessage() == null ? "it ends too early" : damaged.getMessage()) + ").", damaged);
        } catch (IOException refused) {
            throw new StorageFailed(file + " cannot be opened: " + SafeWrite.reason(refused) + ".", refused);
        }
    }

    /// One project on its way out of its file.
    private static final class Unpacking {
        private final Path file;
        private final ZipFile zip;
        private final Path into;
        private long bytes;

        Unpacking(Path file, ZipFile zip, Path into) {
            this.file = file;
            this.zip = zip;
            this.into = into.toAbsolutePath().normalize();
        }

        String run() throws IOException {
            ZipEntry text = zip.getEntry(TEXT);
            if (text == null) {
                throw new BadInput(file.getFileName() + " is a zip, but no project: it holds no " + TEXT + ".");
            }
            if (zip.size() > MOST_ENTRIES) {
                throw new BadInput(file.getFileName() + " holds " + zip.size() + " files, more than any project.");
            }
            List<? extends ZipEntry> entries = Collections.list(zip.entries());
            entries.forEach(this::place); // nothing is written before all places are known to be inside
            for (ZipEntry entry : entries) {
                if (!entry.isDirectory()) {
                    unpack(entry);
                }
            }
            Path told = into.resolve(TEXT);
            if (Files.size(told) > MOST_TEXT) {
                throw new BadInput(TEXT + " in " + file.getFileName() + " is too large to be a project's.");
            }
            return Files.readString(told, StandardCharsets.UTF_8);
        }

        /// Where an entry goes: always inside.
        private Path place(ZipEntry entry) {
            Path place = inside(entry.getName());
            if (place == null) {
                throw new BadInput(file.getFileName() + " holds a file named \"" + entry.getName()
                        + "\", which would be written outside of the project. It was not opened.");
            }
            return place;
        }

        private @Nullable Path inside(String name) {
            try {
                Path place = into.resolve(name).normalize();
                boolean plain = !name.contains("\\") && !name.contains(":") && !name.startsWith("/");
                return plain && place.startsWith(into) && !place.equals(into) ? place : null;
            } catch (InvalidPathException noName) {
                return null;
            }
        }

        private void unpack(ZipEntry entry) throws IOException {
            Path place = place(entry);
            Path parent = place.getParent();
            Files.createDirectories(parent == null ? into : parent);
            CRC32 sum = new CRC32();
            try (InputStream in = new CheckedInputStream(zip.getInputStream(entry), sum);
                    OutputStream out = Files.newOutputStream(place, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                byte[] block = new byte[1 << 16];
                for (int count = in.read(block); count >= 0; count = in.read(block)) {
                    bytes += count;
                    if (bytes > MOST_BYTES) {
                        throw new BadInput(file.getFileName() + " unpacks to more than 16 GB, more than any project.");
                    }
                    out.write(block, 0, count);
                }
            } catch (java.nio.file.FileAlreadyExistsException twice) {
                throw new BadInput(file.getFileName() + " is damaged: it holds " + entry.getName() + " twice.", twice);
            } catch (EOFException cut) {
                throw new BadInput(file.getFileName() + " is damaged: " + entry.getName() + " ends too early.", cut);
            }
            if (entry.getCrc() != -1 && entry.getCrc() != sum.getValue()) {
                throw new BadInput(file.getFileName() + " is damaged: " + entry.getName() + " is not what was saved (its checksum differs).");
            }
        }
    }
}
