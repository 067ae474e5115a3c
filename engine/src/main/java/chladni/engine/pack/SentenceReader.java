package chladni.engine.pack;

import chladni.engine.failure.CancelSignal;
import chladni.engine.network.NetworkConfig;
import chladni.engine.network.SentenceStates;
import chladni.engine.onnx.Device;
import chladni.engine.tensor.Tensor;
import chladni.engine.text.Tokens;
import chladni.engine.text.WordPieceTokenizer;
import java.util.function.Consumer;

/// The starter's text: WordPiece tokens through the bundled sentence model.
final class SentenceReader implements TextReader {
    private final WordPieceTokenizer tokenizer;
    private final SentenceStates states;

    private SentenceReader(WordPieceTokenizer tokenizer, SentenceStates states) {
        this.tokenizer = tokenizer;
        this.states = states;
    }

    static SentenceReader open(NetworkConfig config, Device device) {
        return new SentenceReader(tokenizer(config), SentenceStates.open(config, device));
    }

    static WordPieceTokenizer tokenizer(NetworkConfig config) {
        String name = config.text("chladni_bundled", "") + "-tokenizer.json";
        return WordPieceTokenizer.ofResource(SentenceReader.class.getClassLoader(), name);
    }

    @Override
    public Tensor states(String prompt, CancelSignal cancel, Consumer<String> notes) {
        Tokens tokens = tokenizer.tokens(prompt, states.length());
        tokens.note().ifPresent(notes);
        return states.encode(tokens.toLongArray(), cancel);
    }

    @Override
    public void close() {
        states.close();
    }
}
