package chladni.engine.pack;

import chladni.engine.failure.CancelSignal;
import chladni.engine.failure.PackBroken;
import chladni.engine.network.ClipText;
import chladni.engine.network.NetworkFolder;
import chladni.engine.onnx.Device;
import chladni.engine.tensor.Tensor;
import chladni.engine.text.ClipTokenizer;
import chladni.engine.text.Tokens;
import java.util.List;
import java.util.function.Consumer;

/// Stable Diffusion's text: CLIP tokens, always as many as the model has places, through CLIP's text model.
final class ClipReader implements TextReader {
    private final ClipTokenizer tokenizer;
    private final ClipText text;

    private ClipReader(ClipTokenizer tokenizer, ClipText text) {
        this.tokenizer = tokenizer;
        this.text = text;
    }

    static ClipReader open(PackFolder folder, Device device) {
        ClipTokenizer tokenizer = ClipTokenizer.open(folder.tokenizer());
        ClipText text = ClipText.open(NetworkFolder.open(folder.textEncoder()), device);
        if (tokenizer.length() > text.positions() || tokenizer.largestId() >= text.vocabulary()) {
            text.close();
            throw new PackBroken("The tokenizer in " + folder.tokenizer() + " does not belong to the text encoder beside it: it makes rows of "
                    + tokenizer.length() + " tokens up to " + tokenizer.largestId() + ", the encoder takes "
                    + text.positions() + " below " + text.vocabulary() + ".");
        }
        return new ClipReader(tokenizer, text);
    }

    @Override
    public Tensor states(String prompt, CancelSignal cancel, Consumer<String> notes) {
        Tokens tokens = tokenizer.tokens(prompt);
        tokens.note().ifPresent(notes);
        return text.encode(List.of(tokens.toLongArray()), cancel);
    }

    @Override
    public void close() {
        text.close();
    }
}
