package chladni.engine.pack;

import chladni.engine.failure.CancelSignal;
import chladni.engine.failure.PackBroken;
import chladni.engine.network.T5Encoder;
import chladni.engine.onnx.Device;
import chladni.engine.tensor.Tensor;
import chladni.engine.text.T5Tokenizer;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/// DeepFloyd IF's text: lower case, T5's pieces, always 77 places, of which the picture model reads the empty ones too.
final class T5Reader implements TextReader {
    private static final int LENGTH = 77;

    private final T5Tokenizer tokenizer;
    private final T5Encoder encoder;

    private T5Reader(T5Tokenizer tokenizer, T5Encoder encoder) {
        this.tokenizer = tokenizer;
        this.encoder = encoder;
    }

    static T5Reader open(PackNetworks networks, Device device) {
        T5Tokenizer tokenizer = T5Tokenizer.open(networks.tokenizerPlace());
        T5Encoder encoder = T5Encoder.open(networks.textEncoder(), device);
        if (tokenizer.pieces() > encoder.vocabulary()) {
            encoder.close();
            throw new PackBroken("The tokenizer in " + networks.tokenizerPlace() + " has " + tokenizer.pieces()
                    + " pieces, but the text encoder beside it knows " + encoder.vocabulary() + ": they do not belong together.");
        }
        return new T5Reader(tokenizer, encoder);
    }

    @Override
    public Tensor states(String prompt, CancelSignal cancel, Consumer<String> notes) {
        T5Tokenizer.Row row = tokenizer.tokens(prompt.strip().toLowerCase(Locale.ROOT), LENGTH);
        row.tokens().note().ifPresent(notes);
        long[] ids = row.tokens().toLongArray();
        for (int i = 0; i < ids.length; i++) {
            ids[i] = ids[i] < encoder.vocabulary() ? ids[i] : tokenizer.unknown(); // an extra id that this encoder lacks
        }
        return encoder.encode(List.of(ids), new int[] {row.used()}, cancel);
    }

    @Override
    public void close() {
        encoder.close();
    }
}
