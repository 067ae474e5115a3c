package chladni.engine.network;

import chladni.engine.failure.CancelSignal;
import chladni.engine.failure.PackBroken;
import chladni.engine.graph.Dim;
import chladni.engine.graph.ElementType;
import chladni.engine.graph.Layers.Norm;
import chladni.engine.graph.Value;
import chladni.engine.graph.Window;
import chladni.engine.onnx.Device;
import chladni.engine.onnx.Feeds;
import chladni.engine.onnx.Session;
import chladni.engine.tensor.Tensor;
import chladni.engine.weights.TensorReader;
import java.util.List;
import java.util.Objects;

/// The starter's judge: a small convolutional encoder that places a picture or a spectrogram among sentences (`assets/recipe/judges.py`, class
/// Matcher). Each level halves the picture; the mean over all places goes through one matrix.
public final class SentenceMatcher implements AutoCloseable {
    private static final String ARCHITECTURE = "chladni-judge";
    private static final float EPSILON = 1e-5f;

    private final Session session;
    private final Embedding rivals;
    private final double scale;
    private final int rows;

    private SentenceMatcher(Session session, Embedding rivals, double scale, int rows) {
        this.session = session;
        this.rivals = rivals;
        this.scale = scale;
        this.rows = rows;
    }

    /// Loads a folder with `config.json` and weights.
    ///
    /// @throws PackBroken when they are damaged or of another kind
    public static SentenceMatcher open(NetworkFolder folder, Device device) {
        NetworkConfig config = folder.config();
        config.requireOnly("architecture", ARCHITECTURE);
        List<Integer> channels = config.integers("channels", List.of(24, 48, 96, 128));
        int width = config.integer("embedding", 384);
        int rows = config.integer("rows", 128);
        Norm norm = new Norm(config.integer("norm_num_groups", 8), EPSILON);
        if (channels.isEmpty() || norm.groups() == 0 || channels.stream().anyMatch(c -> c == 0 || c % norm.groups() != 0)) {
            throw config.unsupported("channels");
        }
        Part root = Part.root(folder.weights());
        Value x = root.graph().input("pictures", ElementType.FLOAT, Dim.named("n"), Dim.of(1), Dim.of(rows), Dim.named("w"));
        for (int i = 0; i < channels.size(); i++) {
            x = level(root.at("levels", i), x, channels.get(i), norm); // [n, c, h, w] → [n, c', h/2, w/2]
        }
        root.graph().output("vectors", root.at("head").linear(x.meanOverPlaces(), width)); // → [n, d]
        Embedding rivals = Embedding.of(read(folder, "rivals"));
        if (rivals.raw().shape().rank() != 2 || rivals.raw().shape().length(1) != width) {
            throw new PackBroken("The rivals of the judge in " + folder.path() + " have the shape " + rivals.raw().shape() + ", not [k, " + width + "].");
        }
        return new SentenceMatcher(Session.open(root.model(), device), rivals, Math.exp(read(folder, "logit_scale").data()[0]), rows);
    }

    private static Tensor read(NetworkFolder folder, String name) {
        return TensorReader.read(folder.weights().tensor(name));
    }

    private static Value level(Part part, Value x, int channels, Norm norm) {
        Value halved = part.at("norm").groupNorm(part.at("conv").conv(x, channels, 3, Window.halving()), norm).silu();
        Value more = part.at("norm2").groupNorm(part.at("conv2").conv(halved, channels, 3, Window.keeping(3)), norm).silu();
        return halved.plus(more);
    }

    /// Pictures `[n, 1, rows, w]`, 0 … 1, row 0 at the top → sentence vectors `[n, d]`.
    public Embedding vectors(Tensor pictures, CancelSignal cancel) {
        return Embedding.of(Objects.requireNonNull(session.run(new Feeds().put("pictures", pictures), cancel).get("vectors")));
    }

    /// One sentence for each thing that it was trained to tell apart, `[k, d]`.
    public Embedding rivals() {
        return rivals;
    }

    /// What cosines are multiplied by before they compete.
    public double scale() {
        return scale;
    }

    /// Height of its pictures.
    public int rows() {
        return rows;
    }

    @Override
    public void close() {
        session.close();
    }
}
