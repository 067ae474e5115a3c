package chladni.app.feature.canvas;

import chladni.app.control.CanvasTool;
import chladni.app.control.Pointer;
import chladni.app.control.SpectrogramView.Place;
import chladni.app.document.Painting;
import chladni.app.mask.Box;
import chladni.app.mask.Stroke;
import java.util.List;

/// Masks a rectangle between the press and the release.
final class RectangleTool implements CanvasTool {
    private final ToolsViewModel tools;
    private final Painting painting;
    private double x;
    private double y;

    RectangleTool(ToolsViewModel tools, Painting painting) {
        this.tools = tools;
        this.painting = painting;
    }

    @Override
    public boolean press(Pointer pointer) {
        x = pointer.x();
        y = pointer.y();
        return true;
    }

    @Override
    public void drag(Pointer pointer) {
        tools.traceProperty().set(List.of(new Place(x, y), new Place(pointer.x(), y), new Place(pointer.x(), pointer.y()),
                new Place(x, pointer.y()), new Place(x, y)));
    }

    @Override
    public void release(Pointer pointer) {
        if (abandon()) {
            boolean adds = tools.adds(pointer);
            Stroke stroke = painting.mask(adds);
            stroke.draw(new Box(x, y, pointer.x(), pointer.y()));
            painting.finishMask(stroke, adds ? "Masked a rectangle" : "Took a rectangle from the mask");
        }
    }

    @Override
    public boolean abandon() {
        boolean drawing = !tools.traceProperty().get().isEmpty();
        tools.traceProperty().set(List.of());
        return drawing;
    }
}
