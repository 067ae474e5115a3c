package chladni.engine.pack;

import chladni.engine.failure.CancelSignal;
import chladni.engine.failure.PackBroken;
import chladni.engine.network.NetworkConfig;
import chladni.engine.network.NetworkFolder;
import chladni.engine.network.PixelUNet;
import chladni.engine.network.UNet2DCondition;
import chladni.engine.onnx.Device;
import chladni.engine.tensor.Tensor;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A pack of kind `colour` or `enlarge`, whose network is a `UNet2DConditionModel` in pixel space: it denoises pictures of three channels.
/// Where the starter's takes a fourth one, that is the grey of the finished picture, clean. DeepFloyd IF's says its variance too, and where it
/// enlarges takes the small picture as three more channels.
public final class ColourPack implements AutoCloseable {
    private static final int COLOURS = 3;

    private final PackFolder folder;
    private final Device device;
    private final int channels;
    private final int rows;
    private final Map<String, Tensor> contexts = new HashMap<>();
    private final boolean deepFloyd;
    private @Nullable UNet2DCondition unet;
    private @Nullable PixelUNet pixels;
    private @Nullable TextReader text;

    private ColourPack(PackFolder folder, Device device, boolean deepFloyd, int channels, int rows) {
        this.folder = folder;
        this.deepFloyd = deepFloyd;
        this.device = device;
        this.channels = channels;
        this.rows = rows;
    }

    /// Reads the pack's configuration; weights are loaded at first use.
    ///
    /// @throws PackBroken when a file is missing or damaged, or the network is of another kind
    public static ColourPack open(PackFolder folder, Device device) {
        Path file = folder.unet().resolve("config.json");
        NetworkConfig config = NetworkConfig.read(file);
        int channels = config.integer("in_channels", COLOURS);
        boolean deepFloyd = PixelUNet.serves(config);
        if (!deepFloyd && (config.integer("out_channels", COLOURS) != COLOURS || channels != COLOURS && channels != COLOURS + 1)) {
            throw new PackBroken(file + " does not colour: it takes " + channels + " channels and gives "
                    + config.integer("out_channels", COLOURS) + "; 3 are wanted, or 4 where the grey is the fourth, and 3 out.");
        }
        List<Integer> size = config.integers("sample_size", 2, 32);
        return new ColourPack(folder, device, deepFloyd, channels, size.getFirst());
    }

    public String id() {
        return folder.id();
    }

    public PackManifest manifest() {
        return folder.manifest();
    }

    public Path scheduler() {
        return folder.scheduler();
    }

    /// Whether the network sees the grey of the finished picture as its last channel.
    public boolean seesGrey() {
        return channels > COLOURS && !deepFloyd;
    }

    /// Whether its network is one of DeepFloyd IF's, for [#predictPixels].
    public boolean isDeepFloyd() {
        return deepFloyd;
    }

    /// Whether it wants a small picture beside the noisy one.
    public boolean enlarges() {
        return deepFloyd && channels > COLOURS;
    }

    /// The folder of the schedule by which a small picture is noised before it is enlarged.
    public Path lowScheduler() {
        return folder.path().resolve("image_noising_scheduler");
    }

    /// Height in pixels of the pictures that it was trained on.
    public int rows() {
        return rows;
    }

    /// Widths that lose nothing are multiples of this.
    public int sizeMultiple() {
        return deepFloyd ? pixels().sizeMultiple() : unet().sizeMultiple();
    }

    public void load() {
        if (deepFloyd) {
            pixels();
        } else {
            unet();
        }
    }

    /// A prompt's text states, `[1, l, d]`.
    public synchronized Tensor context(String prompt, CancelSignal cancel, Consumer<String> notes) {
        Tensor known = contexts.get(prompt);
        if (known == null) {
            known = text().states(prompt, cancel, notes);
            contexts.put(prompt, known);
        }
        return known;
    }

    /// x `[n, 3 or 4, h, w]`, context `[n, l, d]` → what the network was trained to predict, `[n, 3, h, w]`.
    public Tensor predict(Tensor x, float timestep, Tensor context, CancelSignal cancel) {
        return unet().predict(x, timestep, context, cancel);
    }

    /// As [#predict] for a network of DeepFloyd IF: `[n, 3 or 6, h, w] → [n, 3 or 6, h, w]`, the noise and behind it the variance.
    public Tensor predictPixels(Tensor x, float timestep, Tensor context, float noiseLevel, CancelSignal cancel) {
        return pixels().predict(x, timestep, context, noiseLevel, cancel);
    }

    /// Names this pack's exact content in a take's record.
    public String fingerprint() {
        return folder.fingerprint();
    }

    @Override
    public synchronized void close() {
        if (unet != null) {
            unet.close();
            unet = null;
        }
        if (pixels != null) {
            pixels.close();
            pixels = null;
        }
        if (text != null) {
            text.close();
            text = null;
        }
        contexts.clear();
    }

    private synchronized UNet2DCondition unet() {
        if (unet == null) {
            unet = UNet2DCondition.open(NetworkFolder.open(folder.unet()), device);
        }
        return unet;
    }

    private synchronized PixelUNet pixels() {
        if (pixels == null) {
            pixels = PixelUNet.open(NetworkFolder.open(folder.unet()), device);
        }
        return pixels;
    }

    private synchronized TextReader text() {
        if (text == null) {
            text = TextReader.open(new PackNetworks.InFolders(folder), device);
        }
        return text;
    }
}
