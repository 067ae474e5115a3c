package chladni.engine.pack;

import chladni.engine.failure.PackBroken;
import chladni.engine.media.SpectrogramFormat;
import chladni.engine.pack.PackManifest.Defaults;
import chladni.engine.pack.PackManifest.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Reads `chladni-pack.json`. Unknown keys pass, for manifests outlive programs; known ones must be what they claim to be.
final class ManifestJson {
    static final String FILE = "chladni-pack.json";
    private static final long MAX_BYTES = 4 << 20;

    private final Path file;
    private final JsonNode root;

    private ManifestJson(Path file, JsonNode root) {
        this.file = file;
        this.root = root;
    }

    /// The manifest of the pack in `folder`, inferred when the file is not there.
    ///
    /// @throws PackBroken when the file is damaged
    static PackManifest read(Path folder) {
        Path file = folder.resolve(FILE);
        return Files.isRegularFile(file) ? new ManifestJson(file, tree(file)).manifest() : Inferred.manifest(folder);
    }

    /// A small file that must hold a JSON object.
    static JsonNode tree(Path file) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new PackBroken(file + " is too large to be a pack's manifest.");
            }
            JsonNode root = JsonMapper.shared().readTree(Files.readAllBytes(file));
            if (root.isObject()) {
                return root;
            }
        } catch (JacksonException e) {
            throw PackBroken.damaged(file, e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new PackBroken(file + " cannot be read: " + e.getMessage(), e);
        }
        throw new PackBroken(file + " is damaged: it is not a JSON object.");
    }

    /// Ids are folder names too, so they hold nothing that any file system minds.
    static boolean isId(String id) {
        return id.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,99}");
    }

    static boolean isChecksum(String sum) {
        return sum.matches("[0-9a-f]{64}");
    }

    /// What is written beside a pack that was fetched.
    static String text(Map<String, String> words, Map<String, String> sums) {
        ObjectNode root = JsonMapper.shared().createObjectNode();
        words.forEach(root::put);
        sums.forEach(root.putObject("sha256")::put);
        return root.toPrettyString() + "\n";
    }

    private PackManifest manifest() {
        String id = text(root, "id", "");
        if (!isId(id)) {
            throw broken("id", "a name of letters, digits, dots and dashes");
        }
        PackKind kind = PackKind.of(text(root, "kind", "")).orElseThrow(() -> broken("kind", "picture, sound, both, colour, enlarge, clip, clap or judge"));
        Origin origin = new Origin(text(root, "licence", ""), text(root, "source", ""), text(root, "version", ""));
        JsonNode spectrogram = root.path("spectrogram");
        return new PackManifest(id, text(root, "title", id), kind, origin, format(spectrogram),
                integer(spectrogram, "columns", Inferred.COLUMNS), defaults(root.path("defaults")), prompts(), sums());
    }

    private SpectrogramFormat format(JsonNode node) {
        SpectrogramFormat otherwise = SpectrogramFormat.AUFFUSION;
        try {
            return new SpectrogramFormat(
                    integer(node, "sample_rate", otherwise.sampleRate()), integer(node, "hop", otherwise.hop()),
                    integer(node, "window", otherwise.window()), integer(node, "n_fft", otherwise.fft()),
                    integer(node, "mels", otherwise.mels()), number(node, "fmin", otherwise.fMin()),
                    number(node, "fmax", otherwise.fMax()), number(node, "log_min", otherwise.logMin()),
                    number(node, "log_max", otherwise.logMax()));
        } catch (IllegalArgumentException e) {
            throw new PackBroken(file + " is damaged: its spectrogram cannot be: " + e.getMessage() + ".", e);
        }
    }

    private Defaults defaults(JsonNode node) {
        Defaults otherwise = Defaults.PAPER;
        return new Defaults(number(node, "guidance", otherwise.guidance()), integer(node, "steps", otherwise.steps()),
                number(node, "balance", otherwise.balance()), number(node, "start", otherwise.start()));
    }

    private List<String> prompts() {
        List<String> prompts = new ArrayList<>();
        for (JsonNode prompt : root.path("prompts")) {
            if (!prompt.isString()) {
                throw broken("prompts", "a list of texts");
            }
            prompts.add(prompt.stringValue());
        }
        return prompts;
    }

    private Map<String, String> sums() {
        Map<String, String> sums = new TreeMap<>();
        for (Map.Entry<String, JsonNode> entry : root.path("sha256").properties()) {
            String sum = entry.getValue().asString("").toLowerCase(Locale.ROOT);
            if (!isChecksum(sum) || !PackFolder.isInside(entry.getKey())) {
                throw broken("sha256", "64 hexadecimal digits per file of the pack");
            }
            sums.put(entry.getKey(), sum);
        }
        return sums;
    }

    private String text(JsonNode parent, String key, String otherwise) {
        JsonNode node = parent.path(key);
        if (node.isMissingNode() || node.isNull()) {
            return otherwise;
        }
        if (!node.isString()) {
            throw broken(key, "a text");
        }
        return node.stringValue();
    }

    private int integer(JsonNode parent, String key, int otherwise) {
        JsonNode node = parent.path(key);
        if (node.isMissingNode() || node.isNull()) {
            return otherwise;
        }
        if (!node.isIntegralNumber() || !node.canConvertToInt() || node.intValue() < 1 || node.intValue() > 1_000_000) {
            throw broken(key, "a whole number from 1 to 1000000");
        }
        return node.intValue();
    }

    private double number(JsonNode parent, String key, double otherwise) {
        JsonNode node = parent.path(key);
        if (node.isMissingNode() || node.isNull()) {
            return otherwise;
        }
        if (!node.isNumber() || !Double.isFinite(node.doubleValue())) {
            throw broken(key, "a number");
        }
        return node.doubleValue();
    }

    private PackBroken broken(String key, String expected) {
        return new PackBroken(file + " is damaged: " + key + " should be " + expected + ".");
    }

    /// What is taken for granted about a published folder that knows nothing of us.
    private static final class Inferred {
        /// 10.24 s: what Auffusion was trained on.
        static final int COLUMNS = 1024;

        static PackManifest manifest(Path folder) {
            String id = Files.isRegularFile(folder) ? stem(folder) : id(folder.toAbsolutePath().normalize());
            PackKind kind = Files.isRegularFile(folder) ? PackKind.PICTURE : ForeignKind.of(folder);
            return new PackManifest(id, id, kind, Origin.UNKNOWN, SpectrogramFormat.AUFFUSION, COLUMNS, Defaults.PAPER, List.of(), Map.of());
        }

        /// A checkpoint's name without its ending.
        private static String stem(Path file) {
            String name = String.valueOf(file.getFileName());
            int dot = name.lastIndexOf('.');
            return dot > 0 ? name.substring(0, dot) : name;
        }

        /// The folder's name; in a download cache, `models--owner--NAME/snapshots/commit`, the model's.
        private static String id(Path folder) {
            int depth = folder.getNameCount();
            String cache = depth < 3 ? "" : folder.getName(depth - 3).toString();
            if (cache.startsWith("models--") && folder.getName(depth - 2).toString().equals("snapshots")) {
                return cache.substring(cache.lastIndexOf("--") + 2);
            }
            return depth == 0 ? "pack" : folder.getName(depth - 1).toString();
        }
    }
}
