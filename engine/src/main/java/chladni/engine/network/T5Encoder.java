package chladni.engine.network;

import chladni.engine.failure.CancelSignal;
import chladni.engine.failure.PackBroken;
import chladni.engine.onnx.Device;
import chladni.engine.onnx.Feeds;
import chladni.engine.onnx.Session;
import chladni.engine.tensor.Shape;
import chladni.engine.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// transformers' `T5EncoderModel` (Raffel et al. 2020), whose states DeepFloyd IF is conditioned on.
public final class T5Encoder implements AutoCloseable {
    /// Added to the scores of keys that are padding: their share becomes zero.
    private static final float HIDDEN = -1e30f;

    private final NetworkFolder folder;
    private final T5Config config;
    private final Session session;

    private T5Encoder(NetworkFolder folder, T5Config config, Session session) {
        this.folder = folder;
        this.config = config;
        this.session = session;
    }

    /// Loads a pack's `text_encoder` folder, in one file or in shards.
    ///
    /// @throws PackBroken when its files are damaged, or ask for what is not built
    public static T5Encoder open(NetworkFolder folder, Device device) {
        T5Config config = T5Config.read(folder.config());
        Part root = Part.root(folder.weights());
        new T5Graph(config, root).write();
        return new T5Encoder(folder, config, Session.open(root.model(), device));
    }

    /// Rows of ids of one length, each with its padding at the end → states `[b, l, d]`. Padded places see the text and have states too,
    /// which the picture models read.
    ///
    /// @param lengths how many ids of each row are not padding, at least 1
    public Tensor encode(List<long[]> ids, int[] lengths, CancelSignal cancel) {
        int length = ids.getFirst().length;
        long[] flat = ids.stream().flatMapToLong(Arrays::stream).toArray();
        boolean fits = flat.length == ids.size() * length && lengths.length == ids.size() && Arrays.stream(lengths).allMatch(n -> n >= 1 && n <= length);
        if (!fits || Arrays.stream(flat).anyMatch(id -> id < 0 || id >= config.vocabulary())) {
            throw new IllegalArgumentException("token ids must be rows of one length, each from 0 to " + (config.vocabulary() - 1));
        }
        Feeds feeds = new Feeds().put("ids", Shape.of(ids.size(), length), flat)
                .put("buckets", Shape.of(length * length), config.buckets(length)).put("mask", mask(lengths, length));
        Tensor states = Objects.requireNonNull(session.run(feeds, cancel).get("states"));
        if (!states.isFinite()) {
            throw new PackBroken("The text encoder in " + folder.path() + " gave numbers that are not finite; its weights are damaged.");
        }
        return states;
    }

    /// `[b, 1, 1, l]`
    static Tensor mask(int[] lengths, int length) {
        float[] mask = new float[lengths.length * length];
        for (int row = 0; row < lengths.length; row++) {
            Arrays.fill(mask, row * length + lengths[row], (row + 1) * length, HIDDEN);
        }
        return Tensor.of(Shape.of(lengths.length, 1, 1, length), mask);
    }

    /// Width of the states.
    public int width() {
        return config.width();
    }

    /// Token ids are below this.
    public int vocabulary() {
        return config.vocabulary();
    }

    @Override
    public void close() {
        session.close();
    }
}
