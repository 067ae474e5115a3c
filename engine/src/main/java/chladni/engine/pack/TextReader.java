package chladni.engine.pack;

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

    @Override
    void close();

    /// @throws chladni.engine.failure.PackBroken when the pack's text encoder is damaged or of a kind that is not built
    static TextReader open(PackFolder folder, Device device) {
        NetworkConfig config = NetworkConfig.read(folder.textEncoder().resolve("config.json"));
        if (SentenceStates.serves(config)) {
            return SentenceReader.open(config, device);
        }
        return config.text("model_type", "").equals("t5") ? T5Reader.open(folder, device) : ClipReader.open(folder, device);
    }
}
