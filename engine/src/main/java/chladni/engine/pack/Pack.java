package chladni.engine.pack;

import chladni.engine.failure.CancelSignal;
import chladni.engine.media.Sound;
import chladni.engine.media.Spectrogram;
import chladni.engine.media.SpectrogramFormat;
import chladni.engine.network.AutoencoderKl;
import chladni.engine.network.HifiGan;
import chladni.engine.network.NetworkConfig;
import chladni.engine.network.NetworkFolder;
import chladni.engine.network.UNet2DCondition;
import chladni.engine.onnx.Device;
import chladni.engine.tensor.Tensor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A pack opened on a device: its networks, loaded when first needed, and the text states of the prompts it has read.
public final class Pack implements AutoCloseable {
    /// A session of work returns to a few prompts; a handful of text states is small.
    private static final int CONTEXTS_KEPT = 64;

    private final PackFolder folder;
    private final PackNetworks networks;
    private final Device device;
    private final AutoencoderKl vae;
    private record Said(String prompt, int clipSkip) {}

    private record Read(Tensor states, List<String> notes) {}

    private final Map<Said, Read> contexts = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Said, Read> eldest) {
            return size() > CONTEXTS_KEPT;
        }
    };
    private @Nullable UNet2DCondition unet;
    private @Nullable TextReader text;
    private @Nullable HifiGan vocoder;

    private Pack(PackFolder folder, Device device) {
        this.folder = folder;
        this.networks = PackNetworks.of(folder);
        this.device = device;
        this.vae = AutoencoderKl.open(networks.vae(), device);
    }

    /// Reads the pack's configurations; weights are loaded at first use.
    ///
    /// @throws chladni.engine.failure.PackBroken naming the file that is missing or damaged
    public static Pack open(PackFolder folder, Device device) {
        return new Pack(folder, device);
    }

    public String id() {
        return folder.manifest().id();
    }

    /// Where it lies.
    public Path place() {
        return folder.path();
    }

    public PackManifest manifest() {
        return folder.manifest();
    }

    public SpectrogramFormat format() {
        return folder.manifest().spectrogram();
    }

    /// Its scheduler's configuration.
    public NetworkConfig schedule() {
        return networks.scheduler();
    }

    public int latentChannels() {
        return vae.latentChannels();
    }

    /// Pixels of the picture along one side of a latent cell.
    public int pixelsPerCell() {
        return vae.factor();
    }

    /// Channels of its pictures: 1 grey, 3 colour.
    public int pictureChannels() {
        return vae.pictureChannels();
    }

    /// Loads the networks that every take needs.
    public void load() {
        unet();
    }

    /// A prompt's text states, `[1, l, d]`.
    ///
    /// @param clipSkip how many of the text encoder's last layers are left out
    /// @param notes told when the prompt had to be cut
    public synchronized Tensor context(String prompt, int clipSkip, CancelSignal cancel, Consumer<String> notes) {
        Said said = new Said(prompt, clipSkip);
        Read known = contexts.get(said);
        if (known == null) {
            List<String> told = new ArrayList<>();
            known = new Read(text().states(prompt, clipSkip, cancel, told::add), told);
            contexts.put(said, known);
        }
        known.notes().forEach(notes);
        return known.states();
    }

    /// What the denoiser predicts, whatever that is (its scheduler file says): x `[n, c, h, w]`, context `[n, l, d]`.
    public Tensor predict(Tensor x, float timestep, Tensor context, CancelSignal cancel) {
        return unet().predict(x, timestep, context, cancel);
    }

    /// The same, while another pack predicts (see [#predictsBeside]).
    public Tensor predictBeside(Tensor x, float timestep, Tensor context, CancelSignal cancel) {
        return unet().predictBeside(x, timestep, context, cancel);
    }

    /// Whether predictions of two such packs are done sooner side by side than one after the other.
    public boolean predictsBeside() {
        return unet().runsBeside();
    }

    /// Model latents `[1, c, h, w]` → picture `[1, c', H, W]`, about −1 … 1.
    public Tensor decode(Tensor latents, CancelSignal cancel) {
        return vae.decode(vae.fromModel(latents), cancel);
    }

    /// Picture `[1, c', H, W]` in −1 … 1 → the distribution of its latents, before [#toModel].
    public AutoencoderKl.Moments encode(Tensor picture, CancelSignal cancel) {
        return vae.encode(picture, cancel);
    }

    public Tensor toModel(Tensor encoded) {
        return vae.toModel(encoded);
    }

    /// Whether both decode alike, so that one decode serves two eyes.
    public boolean sharesDecoderWith(Pack other) {
        return this == other || folder.manifest().sameFile("vae/diffusion_pytorch_model.safetensors", other.manifest());
    }

    public boolean hasVocoder() {
        return Files.isDirectory(folder.vocoder());
    }

    /// The pack's own vocoder: `columns · hop` samples.
    public Sound vocode(Spectrogram spectrogram, CancelSignal cancel) {
        return Sound.mono(format().sampleRate(), vocoder().waveform(LogMelTensor.of(spectrogram), cancel).data());
    }

    /// Names this pack's exact content in a take's record.
    public String fingerprint() {
        return folder.fingerprint();
    }

    /// Gives the memory back; the pack may be used again and loads anew.
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
        if (vocoder != null) {
            vocoder.close();
            vocoder = null;
        }
        vae.close();
        contexts.clear();
    }

    private synchronized UNet2DCondition unet() {
        if (unet == null) {
            unet = UNet2DCondition.open(networks.unet(), device);
        }
        return unet;
    }

    private synchronized HifiGan vocoder() {
        if (vocoder == null) {
            vocoder = HifiGan.open(NetworkFolder.open(folder.vocoder()), device);
        }
        return vocoder;
    }

    private synchronized TextReader text() {
        if (text == null) {
            text = TextReader.open(networks, device);
        }
        return text;
    }
}
