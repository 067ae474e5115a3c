package chladni.engine.pack;

import chladni.engine.failure.CancelSignal;
import chladni.engine.failure.PackBroken;
import chladni.engine.network.NetworkConfig;
import chladni.engine.network.NetworkFolder;
import chladni.engine.network.UNet2DCondition;
import chladni.engine.onnx.Device;
import chladni.engine.tensor.Tensor;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A pack of kind `colour` whose network is a `UNet2DConditionModel` in pixel space: it denoises pictures of three channels, and where its
/// network takes a fourth one, that is the grey of the finished picture, clean.
public final class ColourPack implements AutoCloseable {
    private static final int COLOURS = 3;

    private final PackFolder folder;
    private final Device device;
    private final int channels;
    private final int rows;
    private final Map<String, Tensor> contexts = new HashMap<>();
    private @Nullable UNet2DCondition unet;
    private @Nullable TextReader text;

    private ColourPack(PackFolder folder, Device device, int channels, int rows) {
        this.folder = folder;
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
        if (config.integer("out_channels", COLOURS) != COLOURS || channels != COLOURS && channels != COLOURS + 1) {
            throw new PackBroken(file + " does not colour: it takes " + channels + " channels and gives "
                    + config.integer("out_channels", COLOURS) + "; 3 are wanted, or 4 where the grey is the fourth, and 3 out.");
        }
        List<Integer> size = config.integers("sample_size", 2, 32);
        return new ColourPack(folder, device, channels, size.getFirst());
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
        return channels > COLOURS;
    }

    /// Height in pixels of the pictures that it was trained on.
    public int rows() {
        return rows;
    }

    /// Widths that lose nothing are multiples of this.
    public int sizeMultiple() {
        return unet().sizeMultiple();
    }

    public void load() {
        unet();
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

    private synchronized TextReader text() {
        if (text == null) {
            text = TextReader.open(folder, device);
        }
        return text;
    }
}
