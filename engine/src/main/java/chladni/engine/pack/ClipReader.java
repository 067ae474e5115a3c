package chladni.engine.pack;

import chladni.engine.failure.BadInput;
import chladni.engine.failure.CancelSignal;
import chladni.engine.failure.PackBroken;
import chladni.engine.network.ClipText;
import chladni.engine.onnx.Device;
import chladni.engine.tensor.Tensor;
import chladni.engine.text.ClipTokenizer;
import chladni.engine.text.Tokens;
import java.util.List;
import java.util.function.Consumer;

/// Stable Diffusion's text: CLIP tokens, always as many as the model has places, through CLIP's text model.
final class ClipReader implements TextReader {
    private final ClipTokenizer tokenizer;
    private final PackNetworks networks;
    private final Device device;
    private ClipText text;

    private ClipReader(PackNetworks networks, Device device, ClipTokenizer tokenizer, ClipText text) {
        this.networks = networks;
        this.device = device;
        this.tokenizer = tokenizer;
        this.text = text;
    }

    static ClipReader open(PackNetworks networks, Device device) {
        ClipTokenizer tokenizer = networks.tokenizer();
        ClipText text = ClipText.open(networks.textEncoder(), device);
        if (tokenizer.length() > text.positions() || tokenizer.largestId() >= text.vocabulary()) {
            text.close();
            throw new PackBroken("The tokenizer in " + networks.tokenizerPlace() + " does not belong to the text encoder beside it: it makes rows of "
                    + tokenizer.length() + " tokens up to " + tokenizer.largestId() + ", the encoder takes "
                    + text.positions() + " below " + text.vocabulary() + ".");
        }
        return new ClipReader(networks, device, tokenizer, text);
    }

    @Override
    public Tensor states(String prompt, CancelSignal cancel, Consumer<String> notes) {
        return states(prompt, 0, cancel, notes);
    }

    @Override
    public Tensor states(String prompt, int clipSkip, CancelSignal cancel, Consumer<String> notes) {
        if (clipSkip >= text.layers()) {
            throw new BadInput("\"clip_skip\" must be a whole number from 0 to %d for this pack, not %d: its text encoder has %d layers."
                    .formatted(text.layers() - 1, clipSkip, text.layers()));
        }
        if (clipSkip != text.skipped()) {
            text.close();
            text = ClipText.open(networks.textEncoder(), device, clipSkip);
        }
        Tokens tokens = tokenizer.tokens(prompt);
        tokens.note().ifPresent(notes);
        return text.encode(List.of(tokens.toLongArray()), cancel);
    }

    @Override
    public void close() {
        text.close();
    }
}
