package chladni.engine.network;

import chladni.engine.Parity;
import chladni.engine.failure.CancelSignal;
import chladni.engine.graph.Value;
import chladni.engine.onnx.Device;
import chladni.engine.onnx.Feeds;
import chladni.engine.onnx.Session;
import chladni.engine.tensor.Shape;
import chladni.engine.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClapTest {
    private final Parity parity = Parity.more();

    @Test
    void soundsAndTextsLieWhereTransformersPutsThem() {
        try (Clap clap = open()) {
            Clap.Audio audio = clap.audio(parity.load("clap/input_features"), new CancelSignal());
            parity.check("clap/audio_pooled", audio.pooled());
            parity.check("clap/audio_projected", audio.embedding().raw());
            parity.check("clap/audio_embeds", audio.embedding().unit());

            List<Clap.Text> texts = texts(clap);
            parity.check("clap/text_last_hidden", padded(texts));
            parity.check("clap/text_pooled", Tensor.stack(texts.stream().map(Clap.Text::pooled).toList()));
            parity.check("clap/text_embeds", Tensor.stack(texts.stream().map(text -> text.embedding().unit()).toList()));

            float[] cosines = new float[texts.size()];
            for (int i = 0; i < cosines.length; i++) {
                cosines[i] = (float) audio.embedding().cosine(0, texts.get(i).embedding(), 0);
            }
            Tensor cosine = Tensor.of(Shape.of(1, cosines.length), cosines);
            parity.check("clap/cosine", cosine);
            parity.check("clap/logits_per_audio", cosine.map(value -> value * clap.audioScale()));
            parity.check("clap/logits_per_text", cosine.map(value -> value * clap.textScale()));
        }
    }

    @Test
    void everyStageOfTheSoundTowerIsTheReferences() {
        NetworkFolder folder = NetworkFolder.open(parity.path("tiny-clap"));
        Part root = Part.root(folder.weights());
        ClapAudioGraph graph = new ClapAudioGraph(ClapConfig.read(folder.config()), root);
        graph.write();
        for (Map.Entry<String, Value> landmark : graph.landmarks().entrySet()) {
            root.graph().output(landmark.getKey(), landmark.getValue());
        }
        try (Session session = Session.open(root.model(), Device.CPU)) {
            Map<String, Tensor> out = session.run(new Feeds().put("features", parity.load("clap/input_features")), new CancelSignal());
            parity.check("clap/audio_image_after_norm", out.get("image_after_norm"));
            parity.check("clap/audio_patches_first_512", firstRows(out.get("patches"), 512));
            parity.check("clap/audio_stage0_block0_first_512", firstRows(out.get("stage0_block0"), 512));
            parity.check("clap/audio_stage0_block1_first_512", firstRows(out.get("stage0_block1"), 512));
            for (int stage = 0; stage < 4; stage++) {
                parity.check("clap/audio_after_stage" + stage, out.get("stage" + stage));
            }
        }
    }

    /// Each text without its padding, as the network takes them.
    private List<Clap.Text> texts(Clap clap) {
        List<long[]> ids = parity.rows("clap/token_ids");
        List<long[]> masks = parity.rows("clap/token_mask");
        List<Clap.Text> texts = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            texts.add(clap.text(Arrays.copyOf(ids.get(i), (int) Arrays.stream(masks.get(i)).sum()), new CancelSignal()));
        }
        return texts;
    }

    private Tensor padded(List<Clap.Text> texts) {
        Shape shape = parity.load("clap/text_last_hidden").shape();
        List<Tensor> rows = new ArrayList<>();
        for (Clap.Text text : texts) {
            rows.add(Tensor.of(shape.with(0, 1), Arrays.copyOf(text.states().data(), shape.length(1) * shape.length(2))));
        }
        return Tensor.stack(rows);
    }

    private static Tensor firstRows(Tensor rows, int count) {
        int width = rows.shape().length(2);
        return Tensor.of(Shape.of(1, count, width), Arrays.copyOf(rows.data(), count * width));
    }

    private Clap open() {
        return Clap.open(NetworkFolder.open(parity.path("tiny-clap")), Device.CPU);
    }
}
