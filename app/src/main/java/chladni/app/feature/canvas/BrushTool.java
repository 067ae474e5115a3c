package chladni.app.feature.canvas;

import chladni.app.control.Pointer;
import chladni.app.document.Painting;
import chladni.app.mask.Capsule;
import chladni.app.mask.Shape;
import chladni.app.mask.Stroke;

/// Paints the mask with a round tip, or takes away from it.
class BrushTool extends StrokeTool {
    private final ToolsViewModel tools;
    private final Painting painting;
    private boolean adds;

    BrushTool(ToolsViewModel tools, Painting painting) {
        super(tools, painting);
        this.tools = tools;
        this.painting = painting;
    }

    @Override
    Stroke begin(Pointer pointer) {
        adds = tools.adds(pointer);
        return painting.mask(adds);
    }

    @Override
    Shape shape(Capsule part) {
        return part;
    }

    @Override
    void finish(Stroke stroke) {
        painting.finishMask(stroke, adds ? "Painted the mask" : "Erased from the mask");
    }
}
