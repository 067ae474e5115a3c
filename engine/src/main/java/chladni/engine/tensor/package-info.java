/// Plain float32 arrays with a shape, PyTorch-compatible noise, and the `.npy` file format. Knows no model, file layout or window.
@NullMarked
package chladni.engine.tensor;

import org.jspecify.annotations.NullMarked;
