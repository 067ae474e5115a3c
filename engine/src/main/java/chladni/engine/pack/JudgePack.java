package chladni.engine.pack;

import chladni.engine.failure.CancelSignal;
import chladni.engine.network.Embedding;
import chladni.engine.network.SentenceMatcher;
import chladni.engine.network.NetworkFolder;
import chladni.engine.onnx.Device;
import chladni.engine.tensor.Shape;
import chladni.engine.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;

/// One half of a pack of kind `judge`: an encoder of pictures or of spectrograms, and the sentences that it places them among.
public final class JudgePack implements AutoCloseable {
    private final String id;
    private final SentenceMatcher matcher;
    private final TextReader text;
    private final Map<String, Embedding> sentences = new LinkedHashMap<>();

    private JudgePack(String id, SentenceMatcher matcher, TextReader text) {
        this.id = id;
        this.matcher = matcher;
        this.text = text;
    }

    /// @param half `picture` or `sound`
    /// @throws chladni.engine.failure.PackBroken naming the file that is missing or damaged
    public static JudgePack open(PackFolder folder, String half, Device device) {
        SentenceMatcher matcher = SentenceMatcher.open(NetworkFolder.open(folder.path().resolve(half)), device);
        return new JudgePack(folder.id(), matcher, TextReader.open(new PackNetworks.InFolders(folder), device));
    }

    public String id() {
        return id;
    }

    public SentenceMatcher matcher() {
        return matcher;
    }

    /// A sentence's place: the mean of its token states (Reimers & Gurevych 2019, section 3), of length one.
    public Embedding sentence(String words, CancelSignal cancel) {
        return sentences.computeIfAbsent(words, unread -> Embedding.of(mean(text.states(unread, cancel, _ -> {}))));
    }

    /// `[1, l, d] → [1, d]`, over the tokens; what follows the last one is zero.
    private static Tensor mean(Tensor states) {
        int length = states.shape().length(1);
        int width = states.shape().length(2);
        float[] sum = new float[width];
        for (int token = 0; token < length; token++) {
            for (int i = 0; i < width; i++) {
                sum[i] += states.data()[token * width + i]; // only the direction counts, so the number of tokens does not
            }
        }
        return Tensor.of(Shape.of(1, width), sum);
    }

    @Override
    public void close() {
        matcher.close();
        text.close();
    }
}
