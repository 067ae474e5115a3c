package chladni.engine.network;

import chladni.engine.failure.CancelSignal;
import chladni.engine.failure.PackBroken;
import chladni.engine.onnx.Device;
import chladni.engine.onnx.Feeds;
import chladni.engine.onnx.Session;
import chladni.engine.tensor.Shape;
import chladni.engine.tensor.Tensor;
import chladni.engine.weights.TensorReader;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;

/// transformers' `ClapModel` without fusion (Wu et al. 2023): sounds and texts in one space.
public final class Clap implements AutoCloseable {
    private final NetworkFolder folder;
    private final ClapConfig config;
    private final Session audio;
    private final Session text;

    private Clap(NetworkFolder folder, ClapConfig config, Device device) {
        this.folder = folder;
        this.config = config;
        Part ears = Part.root(folder.weights());
        new ClapAudioGraph(config, ears).write();
        Part words = Part.root(folder.weights());
        new ClapTextGraph(config, words).write();
        this.audio = Session.open(ears.model(), device);
        this.text = Session.open(words.model(), device);
    }

    /// Loads a folder with `config.json` and weights.
    ///
    /// @throws PackBroken when its files are damaged, or ask for what is not built
    public static Clap open(NetworkFolder folder, Device device) {
        return new Clap(folder, ClapConfig.read(folder.config()), device);
    }

    /// What the sound tower says.
    ///
    /// @param pooled `[1, d]`, the mean over all places
    public record Audio(Tensor pooled, Embedding embedding) {}

    /// What the text tower says.
    ///
    /// @param states `[1, l, d]`
    /// @param pooled `[1, d]`, from the first place
    public record Text(Tensor states, Tensor pooled, Embedding embedding) {}

    /// `features [1, 1, frames, bands]` in decibels, as `ClapFeatures` makes them.
    public Audio audio(Tensor features, CancelSignal cancel) {
        if (features.shape().length(2) > frames()) {
            throw new IllegalArgumentException("features of " + features.shape() + " are longer than the model's picture");
        }
        Map<String, Tensor> out = audio.run(new Feeds().put("features", features), cancel);
        return new Audio(finite(out, "pooled"), Embedding.of(finite(out, "projected")));
    }

    /// One text's ids with their beginning and end, without padding.
    public Text text(long[] ids, CancelSignal cancel) {
        if (ids.length == 0 || ids.length > length() || Arrays.stream(ids).anyMatch(id -> id < 0 || id >= config.text().vocabulary())) {
            throw new IllegalArgumentException("a text must have 1 to " + length() + " ids, each from 0 to " + (config.text().vocabulary() - 1));
        }
        long[] places = new long[ids.length];
        Arrays.setAll(places, i -> config.text().padding() + 1L + i);
        Shape shape = Shape.of(1, ids.length);
        Map<String, Tensor> out = text.run(new Feeds().put("ids", shape, ids).put("places", shape, places), cancel);
        return new Text(finite(out, "states"), finite(out, "pooled"), Embedding.of(finite(out, "projected")));
    }

    private Tensor finite(Map<String, Tensor> out, String name) {
        Tensor tensor = Objects.requireNonNull(out.get(name));
        if (!tensor.isFinite()) {
            throw new PackBroken("The CLAP model in " + folder.path() + " gave numbers that are not finite; its weights are damaged.");
        }
        return tensor;
    }

    /// What a cosine is multiplied with to give the logit of a sound among texts.
    public double audioScale() {
        return scale("logit_scale_a");
    }

    /// What a cosine is multiplied with to give the logit of a text among sounds.
    public double textScale() {
        return scale("logit_scale_t");
    }

    private double scale(String name) {
        return Math.exp(TensorReader.read(folder.weights().tensor(name, Shape.of(new int[0]))).data()[0]);
    }

    /// Longest text in tokens.
    public int length() {
        return config.text().length();
    }

    /// Token ids are below this.
    public int vocabulary() {
        return config.text().vocabulary();
    }

    /// Most frames of its features.
    public int frames() {
        return config.audio().size() * config.audio().pieces();
    }

    /// Bands of its features.
    public int bands() {
        return config.audio().bands();
    }

    @Override
    public void close() {
        audio.close();
        text.close();
    }
}
