package chladni.engine.onnx;

import chladni.engine.tensor.Shape;
import chladni.engine.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;

/// What a graph's inputs are fed with, by name: `new Feeds().put("sample", latents).put("timestep", t)`.
public final class Feeds {
    private final Map<String, Feed> feeds = new LinkedHashMap<>();

    public Feeds put(String input, Tensor tensor) {
        feeds.put(input, new Floats(tensor));
        return this;
    }

    /// Whole numbers, such as token ids.
    public Feeds put(String input, Shape shape, long... numbers) {
        feeds.put(input, new Longs(shape, numbers.clone()));
        return this;
    }

    Map<String, Feed> all() {
        return feeds;
    }

    sealed interface Feed {
        Shape shape();
    }

    record Floats(Tensor tensor) implements Feed {
        @Override
        public Shape shape() {
            return tensor.shape();
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Longs(Shape shape, long[] numbers) implements Feed {}
}
