package chladni.engine.pack;

import chladni.engine.failure.CancelSignal;
import chladni.engine.failure.PackBroken;
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

    /// @throws PackBroken when the pack's text encoder is of a kind that is not built
    static TextReader open(PackFolder folder, Device device) {
        throw new PackBroken("The pack " + folder.id() + " has a text encoder that this program cannot read yet.");
    }
}
