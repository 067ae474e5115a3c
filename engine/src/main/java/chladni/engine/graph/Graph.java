package chladni.engine.graph;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// An ONNX graph being written. Operations are methods of [Value]; this class has what is not an operation: inputs, outputs,
/// constants, stored weights, and the finished bytes.
public final class Graph {
    private static final int IR_VERSION = 9;
    private static final int OPSET = 20;
    /// ONNX Runtime's own operators: fused attention, activations and norms.
    static final String CONTRIB = "com.microsoft";

    private final GraphProto.Builder graph = GraphProto.newBuilder().setName("chladni");
    private final Map<Object, Value> known = new HashMap<>();
    private int count;

    public Value input(String name, ElementType type, Dim... dims) {
        Value value = new Value(this, name, type, List.of(dims));
        graph.addInput(declaration(value));
        return value;
    }

    /// Makes the value an output of the graph called `name`.
    public void output(String name, Value value) {
        graph.addNode(NodeProto.newBuilder().setOpType("Identity").setName("output " + name).addInput(value.name()).addOutput(name));
        graph.addOutput(declaration(new Value(this, name, value.type(), value.dims())));
    }

    /// Weights in a file; asking for the same ones again gives the same value.
    public Value stored(Stored stored) {
        return known.computeIfAbsent(stored, key -> {
            TensorProto.Builder tensor = TensorProto.newBuilder().setDataLocation(TensorProto.DataLocation.EXTERNAL)
                    .addExternalData(entry("location", stored.location()))
                    .addExternalData(entry("offset", Long.toString(stored.offset())))
                    .addExternalData(entry("length", Long.toString(stored.length())));
            return initializer(tensor, stored.type(), stored.lengths());
        });
    }

    /// A vector of whole numbers, as shapes, axes and indices are.
    public Value constant(long... numbers) {
        return known.computeIfAbsent(Arrays.toString(numbers), key -> {
            ByteBuffer bytes = ByteBuffer.allocate(8 * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asLongBuffer().put(numbers);
            return initializer(TensorProto.newBuilder().setRawData(ByteString.copyFrom(bytes)), ElementType.INT64, numbers.length);
        });
    }

    /// Small float32 constants; large ones belong in a file.
    public Value constant(float[] numbers, int... lengths) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(numbers);
        return initializer(TensorProto.newBuilder().setRawData(ByteString.copyFrom(bytes)), ElementType.FLOAT, lengths);
    }

    /// A float32 number without axes.
    public Value scalar(float number) {
        return known.computeIfAbsent(number, key -> constant(new float[] {number}));
    }

    /// How many numbers of the files the graph refers to.
    public long storedNumbers() {
        return known.keySet().stream().mapToLong(key -> key instanceof Stored stored ? stored.length() / stored.type().bytes() : 0).sum();
    }

    /// The serialized model.
    public byte[] bytes() {
        return ModelProto.newBuilder()
                .setIrVersion(IR_VERSION)
                .setProducerName("chladni")
                .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPSET))
                .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain(CONTRIB).setVersion(1))
                .setGraph(graph)
                .build()
                .toByteArray();
    }

    /// Adds the node and returns its first result.
    Value add(Node node, ElementType type, List<Dim> dims) {
        String name = node.op() + "_" + count++;
        graph.addNode(node.write().setName(name).addOutput(name));
        return new Value(this, name, type, dims);
    }

    /// Adds a node with several results; an empty name leaves one out.
    void addSeveral(Node node, List<String> results) {
        graph.addNode(node.write().setName(results.getFirst()).addAllOutput(results));
    }

    String freshName(String stem) {
        return stem + "_" + count++;
    }

    private Value initializer(TensorProto.Builder tensor, ElementType type, int... lengths) {
        String name = "weight_" + count++;
        tensor.setName(name).setDataType(type.number());
        for (int length : lengths) {
            tensor.addDims(length);
        }
        graph.addInitializer(tensor);
        return new Value(this, name, type, Arrays.stream(lengths).mapToObj(Dim::of).toList());
    }

    private static ValueInfoProto declaration(Value value) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
        for (Dim dim : value.dims()) {
            var written = TensorShapeProto.Dimension.newBuilder();
            shape.addDim(dim.isKnown() ? written.setDimValue(dim.length()) : written.setDimParam(dim.name()));
        }
        TypeProto.Tensor tensor = TypeProto.Tensor.newBuilder().setElemType(value.type().number()).setShape(shape).build();
        return ValueInfoProto.newBuilder().setName(value.name()).setType(TypeProto.newBuilder().setTensorType(tensor)).build();
    }

    private static StringStringEntryProto entry(String key, String value) {
        return StringStringEntryProto.newBuilder().setKey(key).setValue(value).build();
    }
}
