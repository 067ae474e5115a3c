package chladni.engine.network;

import chladni.engine.failure.CancelSignal;
import chladni.engine.failure.PackBroken;
import chladni.engine.onnx.Device;
import chladni.engine.onnx.Feeds;
import chladni.engine.onnx.Session;
import chladni.engine.tensor.Shape;
import chladni.engine.tensor.Tensor;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// The token states of a bundled sentence model (all-MiniLM-L6-v2), which the starter pack is conditioned on. A starter's
/// `text_encoder/config.json` names the model by `chladni_bundled` and brings no weights of its own.
public final class SentenceStates implements AutoCloseable {
    private final Session session;
    private final int length;

    private SentenceStates(Session session, int length) {
        this.session = session;
        this.length = length;
    }

    /// Whether this `text_encoder` configuration asks for a bundled model.
    public static boolean serves(NetworkConfig config) {
        return config.has("chladni_bundled");
    }

    /// @throws PackBroken when the configuration names a model that this program does not bring
    public static SentenceStates open(NetworkConfig config, Device device) {
        return new SentenceStates(Session.open(bundled(config), device), length(config));
    }

    /// Longest sentence in tokens, as the configuration says.
    public static int length(NetworkConfig config) {
        return config.integer("max_length", 32);
    }

    /// `ids` with their start and end tokens → states `[1, length, d]`: zeros follow the last token, as in training.
    public Tensor encode(long[] ids, CancelSignal cancel) {
        if (ids.length == 0 || ids.length > length) {
            throw new IllegalArgumentException("a sentence of " + ids.length + " tokens, not 1 to " + length);
        }
        Shape shape = Shape.of(1, ids.length);
        long[] ones = new long[ids.length];
        Arrays.fill(ones, 1);
        Feeds feeds = new Feeds().put("input_ids", shape, ids).put("attention_mask", shape, ones).put("token_type_ids", shape, new long[ids.length]);
        Tensor states = session.run(feeds, cancel).values().iterator().next(); // [1, l, d]
        int width = states.shape().length(2);
        return Tensor.of(Shape.of(1, length, width), Arrays.copyOf(states.data(), length * width)); // → [1, length, d]
    }

    /// Longest sentence in tokens, and the number of states.
    public int length() {
        return length;
    }

    @Override
    public void close() {
        session.close();
    }

    private static byte[] bundled(NetworkConfig config) {
        String name = config.text("chladni_bundled", "");
        try (InputStream model = SentenceStates.class.getResourceAsStream("/" + name + ".onnx")) {
            if (model == null || !name.matches("[a-z0-9-]+")) {
                throw config.unsupported("chladni_bundled");
            }
            return model.readAllBytes();
        } catch (IOException e) {
            throw new PackBroken("The bundled sentence model " + name + " cannot be read: " + e.getMessage(), e);
        }
    }
}
