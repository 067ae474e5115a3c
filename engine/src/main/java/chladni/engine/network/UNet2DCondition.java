package chladni.engine.network;

import chladni.engine.failure.CancelSignal;
import chladni.engine.failure.PackBroken;
import chladni.engine.onnx.Device;
import chladni.engine.onnx.Feeds;
import chladni.engine.onnx.Model;
import chladni.engine.onnx.Session;
import chladni.engine.tensor.Shape;
import chladni.engine.tensor.Tensor;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// diffusers' `UNet2DConditionModel`, the denoiser of Stable Diffusion 1.x and 2.x, of Auffusion, and of our starter pack.
/// What it predicts (noise, v or x₀) is for the scheduler's configuration to say.
public final class UNet2DCondition implements AutoCloseable {
    /// A second session costs the weights once more; and large networks use all cores well by themselves.
    private static final long MOST_BYTES_BESIDE = 256L << 20;

    private final Path folder;
    private final UNet2DConfig config;
    private final Session session;
    private final @Nullable Supplier<Session> opener;
    private @Nullable Session half;

    private UNet2DCondition(Path folder, UNet2DConfig config, Model model, Device device) {
        this.folder = folder;
        this.config = config;
        this.session = Session.open(model, device);
        boolean pays = device.equals(Device.CPU) && model.weightBytes() <= MOST_BYTES_BESIDE;
        this.opener = pays ? () -> Session.openOnHalf(model, device) : null; // a large graph is not kept
    }

    /// Loads a pack's `unet` folder.
    ///
    /// @throws PackBroken when its files are damaged, or ask for what is not built
    public static UNet2DCondition open(NetworkFolder folder, Device device) {
        UNet2DConfig config = UNet2DConfig.read(folder.config());
        Part root = Part.root(folder.weights());
        new UNet2DGraph(config, root).write();
        return new UNet2DCondition(folder.path(), config, root.model(), device);
    }

    /// `sample [n, c, h, w]` noised to `timestep` (0–999) and `context [n, l, d]` → prediction `[n, c', h, w]`.
    ///
    /// @throws chladni.engine.failure.Cancelled when the signal is raised, also in the middle of the network
    /// @throws PackBroken when the prediction is not finite
    public Tensor predict(Tensor sample, float timestep, Tensor context, CancelSignal cancel) {
        return predict(session, sample, timestep, context, cancel);
    }

    /// The same, while another network predicts: on half of the cores where this one is small enough that it pays.
    public Tensor predictBeside(Tensor sample, float timestep, Tensor context, CancelSignal cancel) {
        return predict(opener == null ? session : half(opener), sample, timestep, context, cancel);
    }

    /// Whether two such networks are done sooner side by side than one after the other.
    public boolean runsBeside() {
        return opener != null;
    }

    private synchronized Session half(Supplier<Session> opener) {
        if (half == null) {
            half = opener.get();
        }
        return half;
    }

    private Tensor predict(Session chosen, Tensor sample, float timestep, Tensor context, CancelSignal cancel) {
        if (sample.shape().length(0) != context.shape().length(0)) {
            throw new IllegalArgumentException("a batch of " + sample.shape() + " with contexts " + context.shape());
        }
        Feeds feeds = new Feeds().put("sample", sample).put("timestep", Tensor.of(Shape.of(1), new float[] {timestep})).put("context", context);
        Tensor prediction = Objects.requireNonNull(chosen.run(feeds, cancel).get("prediction"));
        if (!prediction.isFinite()) {
            throw new PackBroken("The network in " + folder + " gave numbers that are not finite; its weights are damaged, or the sample is.");
        }
        return prediction;
    }

    /// Channels of a sample.
    public int channels() {
        return config.inChannels();
    }

    /// Width of a context's states.
    public int contextWidth() {
        return config.contextWidth();
    }

    /// Heights and widths need not be multiples of this, but lose nothing when they are.
    public int sizeMultiple() {
        return 1 << (config.levels() - 1);
    }

    /// Time spent inside ONNX Runtime so far.
    public synchronized long nanosInside() {
        return session.nanosInside() + (half == null ? 0 : half.nanosInside());
    }

    @Override
    public synchronized void close() {
        session.close();
        if (half != null) {
            half.close();
        }
    }
}
