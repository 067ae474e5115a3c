package chladni.app.feature.canvas;

import chladni.app.control.CanvasTool;
import chladni.app.control.Pointer;
import chladni.app.control.SpectrogramView.Place;
import chladni.app.document.Painting;
import chladni.app.mask.Outline;
import chladni.app.mask.Stroke;
import java.util.ArrayList;
import java.util.List;

/// A tool that draws a line and masks what it encloses.
abstract class OutlineTool implements CanvasTool {
    private static final int LEAST_CORNERS = 3;

    private final ToolsViewModel tools;
    private final Painting painting;
    private final String name;
    private final List<Place> corners = new ArrayList<>();
    private boolean adds = true;

    /// @param name "a lasso"
    OutlineTool(ToolsViewModel tools, Painting painting, String name) {
        this.tools = tools;
        this.painting = painting;
        this.name = name;
    }

    final List<Place> corners() {
        return corners;
    }

    final void begin(Pointer pointer) {
        corners.clear();
        adds = tools.adds(pointer);
        add(pointer);
    }

    final void add(Pointer pointer) {
        corners.add(new Place(pointer.x(), pointer.y()));
        show(corners);
    }

    final void show(List<Place> line) {
        tools.traceProperty().set(List.copyOf(line));
    }

    @Override
    public boolean complete() {
        boolean enough = corners.size() >= LEAST_CORNERS;
        if (enough) {
            Stroke stroke = painting.mask(adds);
            stroke.draw(new Outline(corners.stream().mapToDouble(Place::x).toArray(), corners.stream().mapToDouble(Place::y).toArray()));
            painting.finishMask(stroke, (adds ? "Masked " : "Took out ") + name);
        }
        return abandon() || enough;
    }

    @Override
    public boolean abandon() {
        boolean drawing = !corners.isEmpty();
        corners.clear();
        show(corners);
        return drawing;
    }
}
