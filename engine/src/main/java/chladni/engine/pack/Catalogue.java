package chladni.engine.pack;

import chladni.engine.failure.BadInput;
import chladni.engine.failure.PackBroken;
import chladni.engine.failure.PackMissing;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// The packs that can be fetched, from a catalogue file such as `assets/catalogue.json`.
public record Catalogue(List<Entry> entries) {
    private static final int VERSION = 1;

    public Catalogue {
        entries = List.copyOf(entries);
    }

    /// One pack and where its files are published.
    ///
    /// @param words what its manifest will say: `id`, `title`, `kind`, `licence`, `source`, `version`
    public record Entry(Map<String, String> words, List<Item> files) {
        public Entry {
            words = Map.copyOf(words);
            files = List.copyOf(files);
        }

        public String word(String name) {
            return words.getOrDefault(name, "");
        }

        public String id() {
            return word("id");
        }

        /// Bytes of all files; 0 when that of one is not known.
        public long bytes() {
            return files.stream().allMatch(file -> file.bytes() > 0) ? files.stream().mapToLong(Item::bytes).sum() : 0;
        }

        /// Checksums per file name, where known.
        public Map<String, String> sums() {
            Map<String, String> sums = new TreeMap<>();
            files.stream().filter(file -> !file.sha256().isEmpty()).forEach(file -> sums.put(file.name(), file.sha256()));
            return sums;
        }
    }

    /// @param name where it goes, relative to the pack
    /// @param bytes 0 when not known
    /// @param sha256 lower-case hexadecimal; empty when not publicly known: the file is then taken on trust, and said to be
    public record Item(String name, URI from, long bytes, String sha256) {}

    /// @throws PackMissing naming the nearest entry when there is none of that id
    public Entry find(String id) {
        List<String> ids = entries.stream().map(Entry::id).toList();
        return entries.stream().filter(entry -> entry.id().equals(id)).findFirst().orElseThrow(() -> new PackMissing(
                "The catalogue has no pack '" + id + "'." + NearestWord.to(id, ids).map(near -> " Did you mean '" + near + "'?").orElse("")
                        + " It has " + String.join(", ", ids) + "."));
    }

    /// The one that comes with the program.
    ///
    /// @throws PackBroken when the program does not know where its assets are
    public static Catalogue bundled() {
        String assets = System.getProperty(PackPlaces.ASSETS, "");
        if (assets.isBlank()) {
            throw new PackBroken("The program's catalogue of packs was not found: " + PackPlaces.ASSETS + " is not set.");
        }
        return read(Path.of(assets, "catalogue.json"));
    }

    /// @throws PackBroken when the file is missing or damaged
    /// @throws BadInput when it is of another version
    public static Catalogue read(Path file) {
        JsonNode root = ManifestJson.tree(file);
        if (root.path("catalogue").asInt(0) != VERSION) {
            throw new BadInput(file + " is not a catalogue of version " + VERSION + ".");
        }
        List<Entry> entries = new ArrayList<>();
        for (JsonNode pack : root.path("packs")) {
            entries.add(entry(pack, file));
        }
        return new Catalogue(entries);
    }

    private static Entry entry(JsonNode pack, Path file) {
        Map<String, String> words = new TreeMap<>();
        for (String name : List.of("id", "title", "kind", "licence", "source", "version")) {
            words.put(name, pack.path(name).asString(""));
        }
        String base = pack.path("base").asString("");
        List<Item> items = new ArrayList<>();
        for (JsonNode item : pack.path("files")) {
            items.add(item(item, base, file));
        }
        boolean named = ManifestJson.isId(words.getOrDefault("id", "")) && PackKind.of(words.getOrDefault("kind", "")).isPresent();
        if (!named || items.isEmpty()) {
            throw new PackBroken(file + " is damaged: every pack in it needs an id, a kind (picture, sound or both) and files.");
        }
        return new Entry(words, items);
    }

    private static Item item(JsonNode item, String base, Path file) {
        String name = item.path("path").asString("");
        String sum = item.path("sha256").asString("").toLowerCase(Locale.ROOT);
        if (!PackFolder.isInside(name) || !(sum.isEmpty() || ManifestJson.isChecksum(sum)) || !base.matches("https?://.+/")) {
            throw new PackBroken(file + " is damaged at '" + name + "': a path inside the pack, a web address and, if any, a SHA-256 are expected.");
        }
        try {
            return new Item(name, new URI(base).resolve(new URI(null, null, name, null).getRawPath()), Math.max(0, item.path("bytes").asLong(0)), sum);
        } catch (java.net.URISyntaxException e) {
            throw new PackBroken(file + " is damaged: " + e.getMessage(), e);
        }
    }
}
