package chladni.engine;

import chladni.engine.tensor.Npy;
import chladni.engine.tensor.Tensor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A set of parity fixtures in the test resources: arrays that other programs computed, and how far ours may be from them.
/// `parity/open/README.md` says what each array is; the rule of comparison is that of the set's own `compare.py`.
public final class Parity {
    private final Path root;
    private final JsonNode settings;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private record Entry(Path file, double atol, double rtol, double meanAtol) {}

    private Parity(String name) {
        root = Path.of(location("/parity/" + name + "/manifest.json")).getParent();
        JsonNode manifest;
        try {
            manifest = JsonMapper.shared().readTree(Files.readString(root.resolve("manifest.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        settings = manifest.get("settings");
        for (JsonNode file : manifest.get("files")) {
            entries.put(file.get("name").asString(), new Entry(
                    root.resolve(file.get("file").asString()), file.get("atol").asDouble(), file.get("rtol").asDouble(),
                    Optional.ofNullable(file.get("mean_atol")).map(JsonNode::asDouble).orElse(Double.POSITIVE_INFINITY)));
        }
    }

    /// The development set, `parity/open`.
    public static Parity open() {
        return new Parity("open");
    }

    /// The second set, `parity/more`: networks that judge, and those that colour.
    public static Parity more() {
        return new Parity("more");
    }

    /// Prompts, seeds, sizes and steps that the arrays were made with.
    public JsonNode settings() {
        return settings;
    }

    /// A file or folder of the set, such as `tiny-picture`.
    public Path path(String relative) {
        return root.resolve(relative);
    }

    /// Rows of whole numbers, such as token ids.
    public List<long[]> rows(String name) {
        Tensor tensor = load(name);
        int width = tensor.shape().length(1);
        List<long[]> rows = new ArrayList<>();
        for (int b = 0; b < tensor.shape().length(0); b++) {
            long[] row = new long[width];
            for (int i = 0; i < width; i++) {
                row[i] = (long) tensor.at(b, i);
            }
            rows.add(row);
        }
        return rows;
    }

    public Tensor load(String name) {
        try {
            return Npy.read(entry(name).file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Axes of length one may differ, nothing else; both the worst and the mean difference must be within the tolerances.
    ///
    /// @throws AssertionError with the largest difference and where it is
    public void check(String name, Tensor actual) {
        Entry entry = entry(name);
        Tensor expected = load(name);
        if (!Arrays.equals(squeezed(expected), squeezed(actual))) {
            throw new AssertionError(name + ": shape " + actual.shape() + ", expected " + expected.shape());
        }
        double sum = 0;
        double largest = 0;
        int worst = -1;
        int outside = 0;
        for (int i = 0; i < expected.size(); i++) {
            double difference = Math.abs((double) expected.data()[i] - actual.data()[i]);
            sum += difference;
            // Negated so that NaN counts as outside.
            if (!(difference <= entry.atol + entry.rtol * Math.abs(expected.data()[i]))) {
                outside++;
            }
            if (worst < 0 || !(difference <= largest)) {
                largest = difference;
                worst = i;
            }
        }
        double mean = sum / Math.max(1, expected.size());
        if (outside > 0 || !(mean <= entry.meanAtol)) {
            throw new AssertionError(String.format(Locale.ROOT,
                    "%s: max abs %.3g (allowed %.3g + %.3g·|x|), %d of %d outside, mean %.3g (allowed %.3g); worst at flat index %d of %s: %.7g, expected %.7g",
                    name, largest, entry.atol, entry.rtol, outside, expected.size(), mean, entry.meanAtol,
                    worst, expected.shape(), actual.data()[worst], expected.data()[worst]));
        }
    }

    private Entry entry(String name) {
        Entry entry = entries.get(name);
        if (entry == null) {
            throw new IllegalArgumentException("the fixtures hold no " + name);
        }
        return entry;
    }

    private static int[] squeezed(Tensor tensor) {
        return Arrays.stream(tensor.shape().toArray()).filter(length -> length != 1).toArray();
    }

    private static URI location(String resource) {
        URL url = Parity.class.getResource(resource);
        if (url == null) {
            throw new IllegalStateException("test resource " + resource + " is missing");
        }
        try {
            return url.toURI();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
