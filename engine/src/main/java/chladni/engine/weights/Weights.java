package chladni.engine.weights;

import chladni.engine.failure.PackBroken;
import chladni.engine.tensor.Shape;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// A network's weights by name, whatever files they are spread over. `at("mid_block")` is the view of one part, so that a
/// builder names weights as the published module does: `weights.at("conv_in").tensor("weight", shape)`.
public final class Weights {
    private final Map<String, StoredTensor> tensors;
    private final String prefix;

    private Weights(Map<String, StoredTensor> tensors, String prefix) {
        this.tensors = tensors;
        this.prefix = prefix;
    }

    /// @throws PackBroken when two files hold a tensor of the same name
    public static Weights of(List<WeightFile> files) {
        Map<String, StoredTensor> all = new LinkedHashMap<>();
        for (WeightFile file : files) {
            for (StoredTensor tensor : file.tensors().values()) {
                StoredTensor other = all.put(tensor.name(), tensor);
                if (other != null) {
                    throw new PackBroken("Tensor " + tensor.name() + " is in both " + other.file() + " and " + tensor.file() + ".");
                }
            }
        }
        return new Weights(all, "");
    }

    /// Weights under names of the caller's making, for files whose names differ from the ones the networks use.
    public static Weights named(Map<String, StoredTensor> tensors) {
        return new Weights(new LinkedHashMap<>(tensors), "");
    }

    /// The part whose names begin with `part` and a dot.
    public Weights at(String part) {
        return new Weights(tensors, prefix + part + ".");
    }

    public boolean has(String name) {
        return tensors.containsKey(prefix + name);
    }

    /// The tensor whatever its shape.
    ///
    /// @throws PackBroken when there is none of that name
    public StoredTensor tensor(String name) {
        StoredTensor tensor = tensors.get(prefix + name);
        if (tensor == null) {
            throw new PackBroken("Tensor " + prefix + name + " is missing in " + files() + ".");
        }
        return tensor;
    }

    /// The tensor, which must have the shape that the network's configuration asks for.
    ///
    /// @throws PackBroken naming both shapes when it has another one
    public StoredTensor tensor(String name, Shape expected) {
        StoredTensor tensor = tensor(name);
        if (!tensor.shape().equals(expected)) {
            throw new PackBroken("Tensor " + tensor.where() + " has shape " + tensor.shape() + ", but the configuration beside it asks for " + expected + ".");
        }
        if (!tensor.type().isFloating()) {
            throw new PackBroken("Tensor " + tensor.where() + " holds " + tensor.type() + " numbers, but a weight must be a floating-point one.");
        }
        return tensor;
    }

    /// Every tensor of this part.
    public Collection<StoredTensor> all() {
        return tensors.entrySet().stream().filter(e -> e.getKey().startsWith(prefix)).map(Map.Entry::getValue).toList();
    }

    /// Bytes of all tensors of this part.
    public long bytes() {
        return all().stream().mapToLong(StoredTensor::length).sum();
    }

    /// The deepest folder that holds all of the files, links followed: what a session is told, for it refuses to read outside.
    public Path folder() {
        Path common = null;
        for (Path file : tensors.values().stream().map(StoredTensor::file).collect(Collectors.toSet())) {
            Path folder = parent(file);
            common = common == null ? folder : shared(common, folder);
        }
        if (common == null) {
            throw new PackBroken("The weight file holds no tensors.");
        }
        return common;
    }

    private static Path parent(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent());
    }

    private static Path shared(Path a, Path b) {
        Path shared = a;
        while (!b.startsWith(shared)) {
            shared = Objects.requireNonNull(shared.getParent(), "two absolute paths share a root");
        }
        return shared;
    }

    private String files() {
        Set<Path> files = tensors.values().stream().map(StoredTensor::file).collect(Collectors.toSet());
        return files.isEmpty() ? "an empty weight file" : files.stream().map(Path::toString).sorted().collect(Collectors.joining(", "));
    }
}
