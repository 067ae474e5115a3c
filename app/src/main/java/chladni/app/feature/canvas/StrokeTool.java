package chladni.app.feature.canvas;

import chladni.app.control.CanvasTool;
import chladni.app.control.Pointer;
import chladni.app.document.Painting;
import chladni.app.mask.Capsule;
import chladni.app.mask.Shape;
import chladni.app.mask.Stroke;
import org.jspecify.annotations.Nullable;

/// A tool whose tip is drawn over the canvas, from place to place as the pointer goes.
abstract class StrokeTool implements CanvasTool {
    private final ToolsViewModel tools;
    private final Painting painting;
    private @Nullable Stroke stroke;
    private double lastX;
    private double lastY;

    StrokeTool(ToolsViewModel tools, Painting painting) {
        this.tools = tools;
        this.painting = painting;
    }

    /// A new stroke for this press.
    abstract Stroke begin(Pointer pointer);

    /// What the newest part of the way leaves behind.
    abstract Shape shape(Capsule part);

    abstract void finish(Stroke stroke);

    @Override
    public boolean press(Pointer pointer) {
        stroke = begin(pointer);
        lastX = pointer.x();
        lastY = pointer.y();
        drag(pointer);
        return true;
    }

    @Override
    public void drag(Pointer pointer) {
        Stroke now = stroke;
        if (now != null) {
            now.draw(shape(new Capsule(lastX, lastY, pointer.x(), pointer.y(), tools.tipRadius())));
            lastX = pointer.x();
            lastY = pointer.y();
            painting.changed();
        }
    }

    @Override
    public void release(Pointer pointer) {
        Stroke done = stroke;
        stroke = null;
        if (done != null) {
            finish(done);
        }
    }

    @Override
    public boolean abandon() {
        Stroke begun = stroke;
        stroke = null;
        if (begun != null) {
            begun.abandon();
            painting.changed();
        }
        return begun != null;
    }
}
