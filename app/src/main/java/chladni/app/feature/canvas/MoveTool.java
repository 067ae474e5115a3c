package chladni.app.feature.canvas;

import chladni.app.control.CanvasTool;
import chladni.app.control.Pointer;
import chladni.app.document.Painting;
import chladni.app.mask.Stroke;
import org.jspecify.annotations.Nullable;

/// Moves the mask when it is pressed inside it; elsewhere a click seeks and dragging pans.
final class MoveTool implements CanvasTool {
    private final Painting painting;
    private @Nullable Stroke move;
    private double x;
    private double y;

    MoveTool(Painting painting) {
        this.painting = painting;
    }

    @Override
    public boolean press(Pointer pointer) {
        boolean inside = painting.mask().at((int) pointer.y(), (int) pointer.x()) > 0;
        move = inside ? painting.mask(true) : null;
        x = pointer.x();
        y = pointer.y();
        return inside;
    }

    @Override
    public void drag(Pointer pointer) {
        Stroke now = move;
        if (now != null) {
            int right = (int) Math.round(pointer.x() - x);
            int down = (int) Math.round(pointer.y() - y);
            now.replace(mask -> mask.moved(right, down));
            painting.changed();
        }
    }

    @Override
    public void release(Pointer pointer) {
        Stroke done = move;
        move = null;
        if (done != null) {
            painting.finishMask(done, "Moved the mask");
        }
    }
}
