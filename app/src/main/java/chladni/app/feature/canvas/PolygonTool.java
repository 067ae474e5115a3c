package chladni.app.feature.canvas;

import chladni.app.control.Pointer;
import chladni.app.control.SpectrogramView.Place;
import chladni.app.document.Painting;
import java.util.ArrayList;
import java.util.List;

/// Masks a polygon, one press a corner; a double click, Enter or a press on the first corner closes it, Esc gives it up.
final class PolygonTool extends OutlineTool {
    private static final double NEAR = 4;

    PolygonTool(ToolsViewModel tools, Painting painting) {
        super(tools, painting, "a polygon");
    }

    @Override
    public boolean press(Pointer pointer) {
        if (corners().isEmpty()) {
            begin(pointer);
        } else if (pointer.clicks() > 1 || pointer.held().secondary() || isNear(corners().getFirst(), pointer)) {
            complete();
        } else {
            add(pointer);
        }
        return true;
    }

    @Override
    public void hover(Pointer pointer) {
        if (!corners().isEmpty()) {
            List<Place> line = new ArrayList<>(corners());
            line.add(new Place(pointer.x(), pointer.y()));
            show(line);
        }
    }

    private static boolean isNear(Place corner, Pointer pointer) {
        return Math.hypot(corner.x() - pointer.x(), corner.y() - pointer.y()) < NEAR;
    }
}
