package chladni.engine.network;

import chladni.engine.failure.PackBroken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A network's published `config.json`. Keys may be missing: every question names the library's default.
public final class NetworkConfig {
    /// Python writes `Infinity` and `NaN`, which JSON does not know.
    private static final JsonMapper JSON = JsonMapper.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

    private final Path file;
    private final JsonNode root;

    private NetworkConfig(Path file, JsonNode root) {
        this.file = file;
        this.root = root;
    }

    /// @throws PackBroken when the file is missing or not a JSON object
    public static NetworkConfig read(Path file) {
        try {
            JsonNode root = JSON.readTree(Files.readAllBytes(file));
            if (!root.isObject()) {
                throw new PackBroken(file + " is damaged: it is not a JSON object.");
            }
            return new NetworkConfig(file, root);
        } catch (JacksonException e) {
            throw PackBroken.damaged(file, e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new PackBroken(file + " is missing or cannot be read.", e);
        }
    }

    /// A configuration that was worked out, for files that come without one.
    ///
    /// @param file what messages name
    public static NetworkConfig of(Path file, JsonNode root) {
        return new NetworkConfig(file, root);
    }

    /// The file that says all this.
    public Path file() {
        return file;
    }

    /// Whether the value is an infinity, which some libraries write for "no limit".
    public boolean unbounded(String key) {
        return node(key).isNumber() && Double.isInfinite(node(key).asDouble());
    }

    /// The object under a key, as a configuration of its own.
    NetworkConfig part(String key) {
        return new NetworkConfig(file, node(key));
    }

    /// Whether the key is there and not null.
    public boolean has(String key) {
        return !node(key).isMissingNode();
    }

    /// Whether the value is an object, where another file might have a number.
    boolean isObject(String key) {
        return node(key).isObject();
    }

    boolean isList(String key) {
        return node(key).isArray();
    }

    /// `count` flags, false when the key is missing; one flag stands for a list of equal ones.
    List<Boolean> flags(String key, int count) {
        if (!isList(key)) {
            return java.util.Collections.nCopies(count, flag(key, false));
        }
        List<JsonNode> items = list(key);
        if (items.size() != count || !items.stream().allMatch(JsonNode::isBoolean)) {
            throw broken(key, "a list of " + count + " times true or false");
        }
        return items.stream().map(JsonNode::booleanValue).toList();
    }

    /// A whole number from 0 to a million.
    public int integer(String key, int byDefault) {
        return has(key) ? integer(key, node(key)) : byDefault;
    }

    public double number(String key, double byDefault) {
        return has(key) ? number(key, node(key)) : byDefault;
    }

    public boolean flag(String key, boolean byDefault) {
        if (has(key) && !node(key).isBoolean()) {
            throw broken(key, "true or false");
        }
        return has(key) ? node(key).asBoolean() : byDefault;
    }

    public String text(String key, String byDefault) {
        if (has(key) && !node(key).isString()) {
            throw broken(key, "a text");
        }
        return has(key) ? node(key).asString() : byDefault;
    }

    public List<String> texts(String key, List<String> byDefault) {
        return has(key) ? list(key).stream().map(item -> item.asString("")).toList() : byDefault;
    }

    public List<Integer> integers(String key, List<Integer> byDefault) {
        return has(key) ? list(key).stream().map(item -> integer(key, item)).toList() : byDefault;
    }

    /// A list of `count` whole numbers; one number stands for a list of equal ones.
    public List<Integer> integers(String key, int count, int byDefault) {
        if (!node(key).isArray()) {
            return java.util.Collections.nCopies(count, integer(key, byDefault));
        }
        List<Integer> numbers = integers(key, List.of());
        if (numbers.size() != count) {
            throw broken(key, "a list of " + count + " numbers");
        }
        return numbers;
    }

    /// An empty list when the key is missing.
    public List<Double> numbers(String key) {
        return has(key) ? list(key).stream().map(item -> number(key, item)).toList() : List.of();
    }

    /// A list of lists of whole numbers.
    public List<List<Integer>> integerLists(String key) {
        return list(key).stream().map(inner -> elements(key, inner).stream().map(item -> integer(key, item)).toList()).toList();
    }

    /// A configuration that asks for something that is not built: better refused than computed wrongly.
    public PackBroken unsupported(String key) {
        return refused(key, "which is not supported.");
    }

    /// @param because ends the sentence "… asks for key = value, …"
    public PackBroken refused(String key, String because) {
        return new PackBroken(file + " asks for " + key + " = " + shortened(key) + ", " + because);
    }

    /// @throws PackBroken when the key has another value than `only`; a missing key passes
    void requireOnly(String key, String only) {
        if (has(key) && !node(key).asString("").equals(only)) {
            throw unsupported(key);
        }
    }

    private JsonNode node(String key) {
        JsonNode node = root.path(key);
        return node.isNull() ? root.path("") : node;
    }

    private int integer(String key, JsonNode node) {
        if (!node.isIntegralNumber() || !node.canConvertToInt() || node.asInt() < 0 || node.asInt() > 1_000_000) {
            throw broken(key, "a whole number from 0 to 1000000");
        }
        return node.asInt();
    }

    private double number(String key, JsonNode node) {
        if (!node.isNumber() || !Double.isFinite(node.asDouble())) {
            throw broken(key, "a number");
        }
        return node.asDouble();
    }

    private List<JsonNode> list(String key) {
        return elements(key, node(key));
    }

    private List<JsonNode> elements(String key, JsonNode node) {
        if (!node.isArray() || node.size() > 1000) {
            throw broken(key, "a list of at most 1000");
        }
        List<JsonNode> items = new ArrayList<>();
        node.forEach(items::add);
        return items;
    }

    private PackBroken broken(String key, String expected) {
        return new PackBroken(file + " is damaged: " + key + " should be " + expected + ", not " + shortened(key) + ".");
    }

    private String shortened(String key) {
        String text = node(key).toString();
        return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }
}
