package chladni.engine.pack;

import chladni.engine.failure.PackBroken;
import chladni.engine.failure.PackMissing;
import chladni.engine.weights.Checkpoint;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The packs on this machine. A place is a folder that is a pack, or that holds packs, links to packs (`NAME.link`: a file with
/// the pack's path in it) or a download cache's `models--owner--name`. Where two packs share an id, the first one found counts.
/// Looking reads manifests only, so it is quick enough to do whenever someone asks.
public final class PackStore {
    static final String LINK = ".link";

    private final List<Path> places;

    /// @param places in the order they are looked in; those that do not exist are passed over
    public PackStore(List<Path> places) {
        this.places = List.copyOf(places);
    }

    /// Looks in the `given` folders, then those in `$CHLADNI_PACKS`, the user's own packs folder, and the program's starter packs.
    public static PackStore standard(List<Path> given) {
        return new PackStore(PackPlaces.of(given, System.getenv(), System.getProperties()));
    }

    /// Where `packs add` and `packs fetch` put packs.
    public static Path ownFolder() {
        return PackPlaces.own(System.getenv(), System.getProperties());
    }

    /// Where packs are looked for, in order.
    public List<Path> places() {
        return places;
    }

    /// The same as a list for a sentence.
    public String placesInWords() {
        return places.stream().map(Path::toString).collect(Collectors.joining(", "));
    }

    public List<PackFolder> list() {
        return survey().packs();
    }

    /// The pack of that id, or the one at that path.
    ///
    /// @throws PackMissing naming the packs there are, the nearest id, and where was looked
    /// @throws PackBroken when the pack is there but its manifest is damaged
    public PackFolder find(String id) {
        Survey survey = survey();
        for (PackFolder pack : survey.packs()) {
            if (pack.id().equals(id)) {
                return pack;
            }
        }
        PackBroken damaged = survey.broken().get(id);
        if (damaged != null) {
            throw damaged;
        }
        if (isPath(id)) {
            return PackFolder.open(Path.of(id).toAbsolutePath().normalize());
        }
        throw missing(id, survey.packs());
    }

    /// Whether a pack is named by where it lies: there is such a file, or no id looks like that.
    private static boolean isPath(String name) {
        try {
            return PackFolder.isNamedAsCheckpoint(Path.of(name)) || PackFolder.isPack(Path.of(name))
                    || name.contains("/") && Path.of(name).getNameCount() > 0;
        } catch (InvalidPathException odd) {
            return false;
        }
    }

    /// Everything that looks like a pack, the damaged ones by folder name.
    public Survey survey() {
        Map<String, PackFolder> packs = new LinkedHashMap<>();
        Map<String, PackBroken> broken = new LinkedHashMap<>();
        for (Path folder : candidates()) {
            try {
                PackFolder pack = PackFolder.open(folder);
                packs.putIfAbsent(pack.id(), pack);
            } catch (PackBroken damaged) {
                broken.putIfAbsent(String.valueOf(folder.getFileName()), damaged);
            }
        }
        return new Survey(List.copyOf(packs.values()), broken);
    }

    public record Survey(List<PackFolder> packs, Map<String, PackBroken> broken) {}

    private List<Path> candidates() {
        List<Path> found = new ArrayList<>();
        for (Path place : places) {
            if (PackFolder.isPack(place) || Files.isRegularFile(place)) {
                found.add(place);
            } else {
                children(place).stream().map(PackStore::followed).flatMap(child -> packsAt(child).stream()).forEach(found::add);
            }
        }
        return found;
    }

    private static List<Path> packsAt(Path folder) {
        if (PackFolder.isPack(folder) || isCheckpoint(folder)) {
            return List.of(folder);
        }
        return String.valueOf(folder.getFileName()).startsWith("models--")
                ? children(folder.resolve("snapshots")).stream().filter(PackFolder::isPack).toList()
                : List.of();
    }

    /// Other weights (LoRAs, upscalers) may lie beside checkpoints and are no packs; a damaged file counts, so that it is told of.
    private static boolean isCheckpoint(Path file) {
        try {
            return PackFolder.isNamedAsCheckpoint(file) && Checkpoint.find(file).isPresent();
        } catch (PackBroken damaged) {
            return true;
        }
    }

    /// By name, so that the order is the same on every system. What cannot be listed is not there.
    private static List<Path> children(Path folder) {
        List<Path> children = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            entries.forEach(children::add);
            children.removeIf(child -> child.getFileName().toString().startsWith(".")); // unfinished copies and downloads
        } catch (IOException | java.nio.file.DirectoryIteratorException unreadable) {
            return List.of();
        }
        children.sort(Comparator.comparing(child -> child.getFileName().toString()));
        return children;
    }

    /// Where systems refuse symbolic links, a small text file stands for one.
    private static Path followed(Path child) {
        try {
            if (child.getFileName().toString().endsWith(LINK) && Files.isRegularFile(child) && Files.size(child) < 10_000) {
                return child.resolveSibling(Files.readString(child).strip());
            }
        } catch (IOException | InvalidPathException unreadable) {
            return child; // a link that leads nowhere is no pack
        }
        return child;
    }

    private PackMissing missing(String id, List<PackFolder> packs) {
        List<String> ids = packs.stream().map(PackFolder::id).toList();
        String nearest = NearestWord.to(id, ids).map(word -> " Did you mean '" + word + "'?").orElse("");
        String there = ids.isEmpty() ? "No packs were found" : "There are " + String.join(", ", ids);
        return new PackMissing("There is no pack '" + id + "'." + nearest + " " + there + " (looked in " + placesInWords() + ").");
    }
}
