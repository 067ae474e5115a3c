package chladni.engine.graph;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;

/// What a value's elements are.
public enum ElementType {
    FLOAT(DataType.FLOAT, 4),
    FLOAT16(DataType.FLOAT16, 2),
    BFLOAT16(DataType.BFLOAT16, 2),
    DOUBLE(DataType.DOUBLE, 8),
    INT64(DataType.INT64, 8);

    private final DataType onnx;
    private final int bytes;

    ElementType(DataType onnx, int bytes) {
        this.onnx = onnx;
        this.bytes = bytes;
    }

    int number() {
        return onnx.getNumber();
    }

    int bytes() {
        return bytes;
    }
}
