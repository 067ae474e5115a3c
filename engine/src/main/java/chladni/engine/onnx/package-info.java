/// Runs ONNX graphs on a device: sessions, memory, and cancelling inside a run. The only package that imports ONNX Runtime,
/// so that no other one sees its handles, its exceptions or its native memory.
@NullMarked
package chladni.engine.onnx;

import org.jspecify.annotations.NullMarked;
