package chladni.app.control;

import chladni.app.control.SpectrogramView.Place;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Polyline;

/// The line of a shape that is being drawn, white over black.
public final class TracePath extends Region {
    private final SpectrogramView view;
    private final ObservableValue<List<Place>> corners;
    private final Polyline outer = new Polyline();
    private final Polyline inner = new Polyline();

    /// @param corners in cells; empty: nothing is being drawn
    public TracePath(SpectrogramView view, ObservableValue<List<Place>> corners) {
        this.view = view;
        this.corners = corners;
        outer.setStroke(Color.BLACK);
        outer.setStrokeWidth(3);
        inner.setStroke(Color.WHITE);
        inner.setStrokeWidth(1.4);
        inner.getStrokeDashArray().addAll(5.0, 4.0);
        getChildren().addAll(outer, inner);
        setMouseTransparent(true);
        corners.addListener(_ -> draw());
        view.viewportProperty().addListener(_ -> draw());
        draw();
    }

    private void draw() {
        List<Place> places = corners.getValue();
        setVisible(!places.isEmpty());
        List<Double> points = places.stream().flatMap(place -> java.util.stream.Stream.of(view.screenX(place.x()), view.screenY(place.y()))).toList();
        outer.getPoints().setAll(points);
        inner.getPoints().setAll(points);
    }
}
