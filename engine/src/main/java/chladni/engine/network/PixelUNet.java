package chladni.engine.network;

import chladni.engine.failure.CancelSignal;
import chladni.engine.failure.PackBroken;
import chladni.engine.onnx.Device;
import chladni.engine.onnx.Feeds;
import chladni.engine.onnx.Session;
import chladni.engine.tensor.Shape;
import chladni.engine.tensor.Tensor;
import java.nio.file.Path;
import java.util.Objects;

/// diffusers' `UNet2DConditionModel` as DeepFloyd IF uses it (stages I and II): a denoiser of pixels that also says how uncertain it is.
public final class PixelUNet implements AutoCloseable {
    private final Path folder;
    private final PixelUNetConfig config;
    private final Session session;

    private PixelUNet(Path folder, PixelUNetConfig config, Session session) {
        this.folder = folder;
        this.config = config;
        this.session = session;
    }

    /// Whether this `unet` configuration is one of those.
    public static boolean serves(NetworkConfig config) {
        return config.text("mid_block_type", "").equals("UNetMidBlock2DSimpleCrossAttn");
    }

    /// Loads a pack's `unet` folder.
    ///
    /// @throws PackBroken when its files are damaged, or ask for what is not built
    public static PixelUNet open(NetworkFolder folder, Device device) {
        PixelUNetConfig config = PixelUNetConfig.read(folder.config());
        Part root = Part.root(folder.weights());
        new PixelUNetGraph(config, root).write();
        return new PixelUNet(folder.path(), config, Session.open(root.model(), device));
    }

    /// `sample [n, c, h, w]` noised to `timestep` and `context [n, l, d]` → prediction `[n, c', h, w]`: noise, and after it the variance
    /// where the network says one. Height and width must be multiples of [#sizeMultiple].
    ///
    /// @param noiseLevel how noisy the small picture in the sample's second half is; not looked at by networks that enlarge nothing
    /// @throws chladni.engine.failure.Cancelled when the signal is raised, also in the middle of the network
    public Tensor predict(Tensor sample, float timestep, Tensor context, float noiseLevel, CancelSignal cancel) {
        Shape shape = sample.shape();
        if (shape.length(0) != context.shape().length(0) || shape.length(2) % sizeMultiple() != 0 || shape.length(3) % sizeMultiple() != 0) {
            throw new IllegalArgumentException("a batch of " + shape + " with contexts " + context.shape() + "; sides must be multiples of " + sizeMultiple());
        }
        Feeds feeds = new Feeds().put("sample", sample).put("timestep", number(timestep)).put("context", context);
        if (config.noiseLevel()) {
            feeds.put("noise_level", number(noiseLevel));
        }
        Tensor prediction = Objects.requireNonNull(session.run(feeds, cancel).get("prediction"));
        if (!prediction.isFinite()) {
            throw new PackBroken("The network in " + folder + " gave numbers that are not finite; its weights are damaged, or the sample is.");
        }
        return prediction;
    }

    private static Tensor number(float number) {
        return Tensor.of(Shape.of(1), new float[] {number});
    }

    /// Channels of a sample: 3, or 6 where a small picture is enlarged.
    public int channels() {
        return config.inChannels();
    }

    /// Channels of a prediction: 3, or 6 with the variance.
    public int predictedChannels() {
        return config.outChannels();
    }

    /// Width of the text's states.
    public int contextWidth() {
        return config.stateWidth();
    }

    /// Height and width in pixels that it was trained at.
    public int size() {
        return config.size();
    }

    /// Whether it enlarges a small picture.
    public boolean enlarges() {
        return config.noiseLevel();
    }

    public int sizeMultiple() {
        return 1 << (config.levels() - 1);
    }

    @Override
    public void close() {
        session.close();
    }
}
