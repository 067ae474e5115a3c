package chladni.app.feature.canvas;

import chladni.app.control.Pointer;
import chladni.app.document.Painting;
import chladni.app.mask.Capsule;
import chladni.app.mask.Shape;
import chladni.app.mask.Stroke;

/// Paints where the picture or the sound has more of a say. Shift: the sound, Alt: the picture, right button: as the panel says.
final class BalanceTool extends StrokeTool {
    private final ToolsViewModel tools;
    private final Painting painting;
    private BalanceSide side = BalanceSide.SOUND;

    BalanceTool(ToolsViewModel tools, Painting painting) {
        super(tools, painting);
        this.tools = tools;
        this.painting = painting;
    }

    @Override
    Stroke begin(Pointer pointer) {
        side = pointer.held().secondary() ? BalanceSide.NEITHER
                : pointer.held().shift() ? BalanceSide.SOUND
                : pointer.held().alt() ? BalanceSide.PICTURE : tools.sideProperty().get();
        return painting.balance(side.value());
    }

    @Override
    Shape shape(Capsule part) {
        return part;
    }

    @Override
    void finish(Stroke stroke) {
        painting.finishBalance(stroke, "Painted " + side.label());
    }
}
