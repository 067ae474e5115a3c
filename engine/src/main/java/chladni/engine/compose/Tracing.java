package chladni.engine.compose;

import chladni.engine.tensor.Tensor;
import java.util.List;

/// Whether a run keeps its intermediate tensors.
public enum Tracing {
    OFF,
    ON;

    /// @param contexts each voice's text states
    Trace begin(List<Tensor> contexts) {
        Trace trace = new Trace(this == ON);
        for (int i = 0; i < contexts.size(); i++) {
            trace.put("context-" + i, contexts.get(i));
        }
        return trace;
    }
}
