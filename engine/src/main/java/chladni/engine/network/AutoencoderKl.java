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
import org.jspecify.annotations.Nullable;

/// diffusers' `AutoencoderKL`: pictures in −1…1 to latents and back. Encoder and decoder are loaded when first used.
public final class AutoencoderKl implements AutoCloseable {
    private final NetworkFolder folder;
    private final AutoencoderKlConfig config;
    private final Device device;
    private @Nullable Session encoder;
    private @Nullable Session decoder;

    private AutoencoderKl(NetworkFolder folder, Device device) {
        this.folder = folder;
        this.config = AutoencoderKlConfig.read(folder.config());
        this.device = device;
    }

    /// Takes a pack's `vae` folder.
    ///
    /// @throws PackBroken when its configuration is damaged or asks for what is not built; damaged weights show at first use
    public static AutoencoderKl open(NetworkFolder folder, Device device) {
        return new AutoencoderKl(folder, device);
    }

    /// What the encoder says about a picture's latents: a normal distribution per place, before any scaling; both `[n, z, h, w]`.
    public record Moments(Tensor mean, Tensor logVariance) {
        /// `mean + exp(logVariance / 2) · noise`
        public Tensor sample(Tensor noise) {
            mean.requireSameShape(noise);
            float[] sampled = new float[noise.size()];
            for (int i = 0; i < sampled.length; i++) {
                sampled[i] = mean.data()[i] + (float) Math.exp(0.5f * logVariance.data()[i]) * noise.data()[i];
            }
            return Tensor.of(mean.shape(), sampled);
        }
    }

    /// `picture [n, c, H, W]` in −1…1; H and W must be multiples of [#factor()].
    public Moments encode(Tensor picture, CancelSignal cancel) {
        Tensor moments = finite(encoder().run(new Feeds().put("picture", picture), cancel).get("moments")); // [n, 2·z, h, w]
        // The library clamps here too, against overflow in exp.
        return new Moments(half(moments, 0), half(moments, 1).clamp(-30f, 20f));
    }

    /// `latents [n, z, h, w]` as the encoder gives them (not the model's, see [#fromModel]) → picture `[n, c, H, W]`, about −1…1, not clamped.
    public Tensor decode(Tensor latents, CancelSignal cancel) {
        return finite(decoder().run(new Feeds().put("latents", latents), cancel).get("picture"));
    }

    /// Latents as denoisers know them: `(z − mean) / deviation · scaling_factor`.
    public Tensor toModel(Tensor latents) {
        return perChannel(latents, (z, mean, deviation) -> (z - mean) / deviation * (float) config.scaling().factor());
    }

    /// The way back from [#toModel].
    public Tensor fromModel(Tensor latents) {
        return perChannel(latents, (z, mean, deviation) -> z / (float) config.scaling().factor() * deviation + mean);
    }

    /// Pixels per latent along each side.
    public int factor() {
        return config.factor();
    }

    /// Channels of a decoded picture: 1 grey, 3 RGB.
    public int pictureChannels() {
        return config.outChannels() / (config.patch() * config.patch());
    }

    public int latentChannels() {
        return config.latentChannels();
    }

    @Override
    public synchronized void close() {
        if (encoder != null) {
            encoder.close();
            encoder = null;
        }
        if (decoder != null) {
            decoder.close();
            decoder = null;
        }
    }

    private synchronized Session encoder() {
        if (encoder == null) {
            Part root = Part.root(folder.weights());
            new AutoencoderKlGraph(config, root).encoder();
            encoder = Session.open(root.model(), device);
        }
        return encoder;
    }

    private synchronized Session decoder() {
        if (decoder == null) {
            Part root = Part.root(folder.weights());
            new AutoencoderKlGraph(config, root).decoder();
            decoder = Session.open(root.model(), device);
        }
        return decoder;
    }

    private Tensor finite(@Nullable Tensor tensor) {
        Tensor result = Objects.requireNonNull(tensor);
        if (!result.isFinite()) {
            throw new PackBroken("The autoencoder in " + folder.path() + " gave numbers that are not finite; its weights are damaged, or its input is.");
        }
        return result;
    }

    // [n, 2·z, h, w] → [n, z, h, w]
    private static Tensor half(Tensor moments, int which) {
        int n = moments.shape().length(0);
        int size = moments.size() / n / 2;
        List<Tensor> rows = new java.util.ArrayList<>();
        Shape row = moments.shape().with(0, 1).with(1, moments.shape().length(1) / 2);
        for (int i = 0; i < n; i++) {
            int start = (2 * i + which) * size;
            rows.add(Tensor.of(row, Arrays.copyOfRange(moments.data(), start, start + size)));
        }
        return Tensor.stack(rows);
    }

    @FunctionalInterface
    private interface Rescaling {
        float apply(float z, float mean, float deviation);
    }

    private Tensor perChannel(Tensor latents, Rescaling rescaling) {
        int channels = config.latentChannels();
        if (latents.shape().rank() != 4 || latents.shape().length(1) != channels) {
            throw new IllegalArgumentException("latents " + latents.shape() + " for an autoencoder with " + channels + " latent channels");
        }
        int plane = latents.shape().length(2) * latents.shape().length(3);
        float[] out = new float[latents.size()];
        for (int i = 0; i < out.length; i++) {
            int channel = i / plane % channels;
            out[i] = rescaling.apply(latents.data()[i], config.scaling().mean().get(channel).floatValue(),
                    config.scaling().deviation().get(channel).floatValue());
        }
        return Tensor.of(latents.shape(), out);
    }
}
