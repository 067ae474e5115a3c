package chladni.app.feature.canvas;

import chladni.app.control.Pointer;
import chladni.app.document.Painting;

/// Masks what a line drawn by hand encloses.
final class LassoTool extends OutlineTool {
    LassoTool(ToolsViewModel tools, Painting painting) {
        super(tools, painting, "a lasso");
    }

    @Override
    public boolean press(Pointer pointer) {
        begin(pointer);
        return true;
    }

    @Override
    public void drag(Pointer pointer) {
        add(pointer);
    }

    @Override
    public void release(Pointer pointer) {
        complete();
    }
}
