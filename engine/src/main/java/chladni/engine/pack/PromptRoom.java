package chladni.engine.pack;

import chladni.engine.network.NetworkConfig;
import chladni.engine.network.SentenceStates;
import chladni.engine.text.ClipTokenizer;
import chladni.engine.text.Tokens;
import chladni.engine.text.WordPieceTokenizer;
import java.util.Optional;
import java.util.function.Function;

/// How much of a prompt a pack's text model sees: its tokenizer alone, without the network.
public final class PromptRoom {
    private final Function<String, Tokens> tokenizer;

    private PromptRoom(Function<String, Tokens> tokenizer) {
        this.tokenizer = tokenizer;
    }

    /// @throws chladni.engine.failure.PackBroken when the pack's tokenizer cannot be read
    public static PromptRoom of(PackFolder folder) {
        NetworkConfig config = NetworkConfig.read(folder.textEncoder().resolve("config.json"));
        if (SentenceStates.serves(config)) {
            WordPieceTokenizer words = SentenceReader.tokenizer(config);
            int length = SentenceStates.length(config);
            return new PromptRoom(prompt -> words.tokens(prompt, length));
        }
        return new PromptRoom(ClipTokenizer.open(folder.tokenizer())::tokens);
    }

    /// A sentence for the user when the model does not see all of it.
    public Optional<String> note(String prompt) {
        return tokenizer.apply(prompt).note();
    }
}
