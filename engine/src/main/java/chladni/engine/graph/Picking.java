package chladni.engine.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/// Some places of a value, in some order.
public final class Picking {
    private Picking() {}

    /// The places `indices` along one axis, as often and in the order named.
    public static Value along(Value x, int axis, long... indices) {
        List<Dim> dims = new ArrayList<>(x.dims());
        dims.set(axis, Dim.of(indices.length));
        return x.graph().add(Node.of("Gather", x, x.graph().constant(indices)).with("axis", (long) axis), x.type(), dims);
    }

    /// One place along an axis, which goes: `one(x [n, l, d], 1, 0) → [n, d]`.
    public static Value one(Value x, int axis, int index) {
        List<Dim> dims = new ArrayList<>(x.dims());
        dims.remove(axis);
        Value kept = along(x, axis, index);
        return x.graph().add(Node.of("Squeeze", kept, x.graph().constant(axis)), x.type(), dims);
    }

    /// Moved along an axis of known length, what leaves at one end coming in at the other: place i goes to i + shift.
    public static Value rolled(Value x, int axis, int shift) {
        int length = x.dim(axis).length();
        return along(x, axis, LongStream.range(0, length).map(i -> Math.floorMod(i - shift, (long) length)).toArray());
    }

    /// A row of each: `x [b, l, d]` at `places [b, 1] → [b, d]`.
    public static Value rowOfEach(Value x, Value places) {
        return x.graph().add(Node.of("GatherND", x, places).with("batch_dims", 1L), x.type(), List.of(x.dim(0), x.dim(2)));
    }

    /// `first` as often as `batch` has rows, followed by those: `[1, k, d]` and `[n, l, d] → [n, k + l, d]`.
    public static Value withFirst(Value first, Value batch) {
        Graph graph = batch.graph();
        Value shape = batch.shape(0, 1).concat(graph.constant(first.dim(1).length(), first.dim(2).length()), 0);
        Value repeated = graph.add(Node.of("Expand", first, shape), first.type(), List.of(batch.dim(0), first.dim(1), first.dim(2)));
        return repeated.concat(batch, 1);
    }
}
