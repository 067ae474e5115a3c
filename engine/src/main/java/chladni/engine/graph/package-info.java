/// A small language that writes ONNX graphs: values know their element type and their axes, so that a builder's mistake is
/// found where it is made and named with both sides. Weights are references to byte ranges of published files, never copies.
/// The only package that imports the ONNX protobuf classes; it knows no network, no weight format and no runtime.
@NullMarked
package chladni.engine.graph;

import org.jspecify.annotations.NullMarked;
