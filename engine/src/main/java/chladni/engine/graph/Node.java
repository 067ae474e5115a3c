package chladni.engine.graph;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.Arrays;

/// One operation being written: `Node.of("Conv", x, weight, bias).with("group", 1)`.
final class Node {
    private final String op;
    private final NodeProto.Builder proto = NodeProto.newBuilder();

    private Node(String op, String domain, Value... inputs) {
        this.op = op;
        proto.setOpType(op).setDomain(domain);
        for (Value input : inputs) {
            proto.addInput(input.name());
        }
    }

    static Node of(String op, Value... inputs) {
        return new Node(op, "", inputs);
    }

    /// An operator of ONNX Runtime's own.
    static Node contrib(String op, Value... inputs) {
        return new Node(op, Graph.CONTRIB, inputs);
    }

    Node with(String attribute, long number) {
        proto.addAttribute(named(attribute).setType(AttributeProto.AttributeType.INT).setI(number));
        return this;
    }

    Node with(String attribute, float number) {
        proto.addAttribute(named(attribute).setType(AttributeProto.AttributeType.FLOAT).setF(number));
        return this;
    }

    Node with(String attribute, String text) {
        proto.addAttribute(named(attribute).setType(AttributeProto.AttributeType.STRING).setS(com.google.protobuf.ByteString.copyFromUtf8(text)));
        return this;
    }

    Node with(String attribute, int... numbers) {
        AttributeProto.Builder ints = named(attribute).setType(AttributeProto.AttributeType.INTS);
        Arrays.stream(numbers).forEach(ints::addInts);
        proto.addAttribute(ints);
        return this;
    }

    String op() {
        return op;
    }

    NodeProto.Builder write() {
        return proto;
    }

    private static AttributeProto.Builder named(String name) {
        return AttributeProto.newBuilder().setName(name);
    }
}
