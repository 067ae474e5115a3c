package chladni.engine.weights;

import chladni.engine.failure.PackBroken;
import chladni.engine.tensor.Shape;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// PyTorch's zip archive (`.bin`, `.pt`, `.ckpt`): `NAME/data.pkl` is a pickled table, `NAME/data/0`, `NAME/data/1`, … are
/// the numbers. The pickle is read as data: it may rebuild tensors and ordered dictionaries, and anything else it mentions
/// is refused by name. Tables inside tables get dotted names: `generator.conv_pre.weight`.
final class TorchArchive {
    private static final Set<String> REBUILDS = Set.of("torch._utils._rebuild_tensor", "torch._utils._rebuild_tensor_v2");
    private static final String PARAMETER = "torch._utils._rebuild_parameter";
    private static final String ORDERED = "collections.OrderedDict";
    private static final String STORAGE = "Storage";
    private static final int DEEPEST = 4;
    private static final int MOST_VALUES = 200_000;
    private static final long LONGEST_TABLE = 1L << 28;

    private final Path file;
    private final String root;
    private final Map<String, ZipDirectory.Entry> entries;
    private int visited;

    private TorchArchive(Path file, String root, Map<String, ZipDirectory.Entry> entries) {
        this.file = file;
        this.root = root;
        this.entries = entries;
    }

    static WeightFile read(Path file, FileChannel channel) throws IOException {
        Map<String, ZipDirectory.Entry> entries = ZipDirectory.read(file, channel);
        String table = entries.keySet().stream().filter(name -> name.matches("[^/]*/data\\.pkl")).findFirst().orElseThrow(() ->
                new PackBroken(file + " is a zip archive, but not one of PyTorch's: it holds no data.pkl."));
        TorchArchive archive = new TorchArchive(file, table.substring(0, table.length() - "data.pkl".length()), entries);
        return new WeightFile(file, archive.tensors(archive.bytes(table, channel), archive.byteOrder(channel)));
    }

    private byte[] bytes(String name, FileChannel channel) throws IOException {
        ZipDirectory.Entry entry = entry(name);
        if (entry.length() > LONGEST_TABLE) {
            throw broken("its entry " + name + " is too long");
        }
        return WeightFile.read(channel, entry.offset(), (int) entry.length()).array();
    }

    private String byteOrder(FileChannel channel) throws IOException {
        String name = root + "byteorder";
        return entries.containsKey(name) ? new String(bytes(name, channel), java.nio.charset.StandardCharsets.US_ASCII) : "little";
    }

    private ZipDirectory.Entry entry(String name) {
        ZipDirectory.Entry entry = entries.get(name);
        if (entry == null) {
            throw broken("its table refers to " + name + ", which is not in it");
        }
        if (!entry.stored()) {
            throw new PackBroken(file + " is compressed, so that its weights cannot be used where they lie. "
                    + "Save it anew with PyTorch, which does not compress.");
        }
        return entry;
    }

    private LinkedHashMap<String, StoredTensor> tensors(byte[] pickle, String byteOrder) {
        if (!byteOrder.equals("little")) {
            throw new PackBroken(file + " was written on a big-endian machine, which is not supported.");
        }
        LinkedHashMap<String, StoredTensor> tensors = new LinkedHashMap<>();
        try {
            flatten("", Pickle.read(pickle, new Rebuilding()), DEEPEST, tensors);
        } catch (Pickle.Malformed e) {
            throw broken(String.valueOf(e.getMessage()));
        }
        if (tensors.isEmpty()) {
            throw broken("its table holds no tensors");
        }
        return tensors;
    }

    private void flatten(String name, Object value, int depth, Map<String, StoredTensor> into) {
        // A small table may refer to itself over and over, so that unfolding it would never end.
        if (++visited > MOST_VALUES) {
            throw broken("its table unfolds to more than " + MOST_VALUES + " values");
        }
        if (value instanceof View view) {
            into.put(name, located(name, view));
        } else if (value instanceof LinkedHashMap<?, ?> table && depth > 0) {
            table.forEach((key, inner) -> flatten(name.isEmpty() ? key.toString() : name + "." + key, inner, depth - 1, into));
        }
    }

    private StoredTensor located(String name, View view) {
        requireContiguous(name, view);
        long room = entry(view.storage().entry()).length() / view.storage().type().bytes();
        long size = view.shape().size();
        if (view.offset() < 0 || view.offset() > room - size) {
            throw broken("tensor " + name + " of shape " + view.shape() + " does not fit into its " + room + " numbers");
        }
        long offset = entry(view.storage().entry()).offset() + view.offset() * view.storage().type().bytes();
        return new StoredTensor(name, view.storage().type(), view.shape(), file, offset);
    }

    private void requireContiguous(String name, View view) {
        long expected = 1;
        for (int axis = view.shape().rank() - 1; axis >= 0; axis--) {
            int length = view.shape().length(axis);
            if (length > 1 && view.strides().get(axis) != expected) {
                throw new PackBroken("Tensor " + name + " in " + file + " is stored with strides " + view.strides() + " for shape " + view.shape()
                        + ", so that it cannot be used where it lies. Save the file anew with contiguous tensors.");
            }
            expected *= length;
        }
    }

    private PackBroken broken(String what) {
        return new PackBroken(file + " is damaged: " + what + ".");
    }

    /// A storage: the numbers that tensors are views of.
    private record Storage(NumberType type, String entry) {}

    private record View(Storage storage, long offset, Shape shape, List<Long> strides) {}

    /// The few calls a table of tensors is made with.
    private final class Rebuilding implements Pickle.Calls {
        private final Map<String, NumberType> storages = new HashMap<>();

        Rebuilding() {
            for (NumberType type : NumberType.values()) {
                storages.put(("torch." + type.torchName() + STORAGE).toLowerCase(Locale.ROOT), type);
            }
        }

        @Override
        public Object global(String name) {
            boolean storage = storages.containsKey(name.toLowerCase(Locale.ROOT));
            if (REBUILDS.contains(name) || name.equals(PARAMETER) || name.equals(ORDERED) || storage) {
                return new Pickle.Global(name);
            }
            throw new PackBroken(file + " wants to call " + shortened(name) + ". A file of weights has no need to, so it was not read; "
                    + "get the model as .safetensors instead.");
        }

        @Override
        public Object call(Object callable, List<?> arguments) {
            String name = callable instanceof Pickle.Global(String global) ? global : "something that is not a function";
            if (REBUILDS.contains(name) && arguments.size() >= 4 && arguments.get(0) instanceof Storage storage && arguments.get(1) instanceof Long offset) {
                List<Long> lengths = numbers(arguments.get(2));
                List<Long> strides = numbers(arguments.get(3));
                if (lengths.size() == strides.size()) {
                    return new View(storage, offset, shape(lengths), strides);
                }
            }
            if (name.equals(PARAMETER) && !arguments.isEmpty() && arguments.getFirst() instanceof View view) {
                return view;
            }
            if (name.equals(ORDERED) && arguments.isEmpty()) {
                return new LinkedHashMap<>();
            }
            throw broken("its table calls " + name + " with arguments that make no sense");
        }

        /// `("storage", torch.FloatStorage, "0", "cpu", 576)`
        @Override
        public Object persistent(Object id) {
            if (id instanceof List<?> parts && parts.size() >= 3 && parts.get(1) instanceof Pickle.Global(String name) && parts.get(2) instanceof String key) {
                NumberType type = storages.get(name.toLowerCase(Locale.ROOT));
                if (type != null) {
                    return new Storage(type, root + "data/" + key);
                }
            }
            throw broken("its table refers to something that is not a storage");
        }

        private List<Long> numbers(Object value) {
            if (value instanceof List<?> list && list.size() <= 8 && list.stream().allMatch(Long.class::isInstance)) {
                return list.stream().map(Long.class::cast).toList();
            }
            throw broken("a tensor's shape in its table is not a list of at most 8 whole numbers");
        }

        private Shape shape(List<Long> lengths) {
            long size = 1;
            for (long length : lengths) {
                if (length < 0 || length > Integer.MAX_VALUE || size * length > Integer.MAX_VALUE) {
                    throw broken("a tensor in its table has the impossible shape " + lengths);
                }
                size *= length;
            }
            return Shape.of(lengths.stream().mapToInt(Long::intValue).toArray());
        }

        private static String shortened(String name) {
            return name.length() <= 80 ? name : name.substring(0, 80) + "…";
        }
    }
}
