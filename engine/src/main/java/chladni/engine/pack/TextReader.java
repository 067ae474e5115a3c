package chladni.engine.pack;

import chladni.engine.failure.BadInput;
import chladni.engine.failure.CancelSignal;
import chladni.engine.network.NetworkConfig;
import chladni.engine.network.SentenceStates;
import chladni.engine.onnx.Device;
import chladni.engine.tensor.Tensor;
import java.util.function.Consumer;

/// Turns a prompt into the text states that a pack's denoiser was trained with.
interface TextReader extends AutoCloseable {
    /// `[1, l, d]`, where l is the same for every prompt.
    ///
    /// @param notes told in a sentence when the prompt had to be cut
    Tensor states(String prompt, CancelSignal cancel, Consumer<String> notes);

    /// The same without the text encoder's last `clipSkip` layers.
    ///
    /// @throws BadInput when the encoder has no such layers
    default Tensor states(String prompt, int clipSkip, CancelSignal cancel, Consumer<String> notes) {
        if (clipSkip != 0) {
            throw new BadInput("\"clip_skip\" must be 0 for this pack: its texts are not read by CLIP.");
        }
        return states(prompt, cancel, notes);
    }

    @Override
    void close();

    /// @throws chladni.engine.failure.PackBroken when the pack's text encoder is damaged or of a kind that is not built
    static TextReader open(PackNetworks networks, Device device) {
        NetworkConfig config = networks.textConfig();
        if (SentenceStates.serves(config)) {
            return SentenceReader.open(config, device);
        }
        return config.text("model_type", "").equals("t5") ? T5Reader.open(networks, device) : ClipReader.open(networks, device);
    }
}
