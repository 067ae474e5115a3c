package chladni.app.control;

import chladni.app.control.SpectrogramView.Place;
import javafx.beans.InvalidationListener;
import javafx.beans.value.ObservableDoubleValue;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Ellipse;
import org.jspecify.annotations.Nullable;

/// The round brush under the pointer, white in black so that it is seen on anything. A circle of pixels is an ellipse on the screen
/// where time and frequency are magnified differently.
public final class BrushCursor extends Region {
    private static final double LEAST = 3;

    private final SpectrogramView view;
    private final ObservableDoubleValue radius;
    private final Ellipse outer = new Ellipse();
    private final Ellipse inner = new Ellipse();

    /// @param radius in cells; not a number: the tool has no brush
    public BrushCursor(SpectrogramView view, ObservableDoubleValue radius) {
        this.view = view;
        this.radius = radius;
        outer.setFill(null);
        outer.setStroke(Color.BLACK);
        outer.setStrokeWidth(3);
        outer.setOpacity(0.8);
        inner.setFill(null);
        inner.setStroke(Color.WHITE);
        inner.setStrokeWidth(1.4);
        getChildren().addAll(outer, inner);
        setMouseTransparent(true);
        InvalidationListener again = _ -> place(view.pointedProperty().get());
        view.pointedProperty().addListener(again);
        view.viewportProperty().addListener(again);
        view.panningProperty().addListener(again);
        radius.addListener(again);
        place(null);
    }

    private void place(@Nullable Place pointed) {
        boolean shown = pointed != null && !Double.isNaN(radius.get()) && !view.panningProperty().get();
        setVisible(shown);
        if (pointed == null || !shown) {
            return;
        }
        double x = view.screenX(pointed.x());
        double y = view.screenY(pointed.y());
        double wide = view.screenX(pointed.x() + radius.get()) - x;
        double high = (view.screenY(pointed.y() + radius.get()) - view.screenY(pointed.y() - radius.get())) / 2;
        for (Ellipse ellipse : new Ellipse[] {outer, inner}) {
            ellipse.setCenterX(x);
            ellipse.setCenterY(y);
            ellipse.setRadiusX(Math.max(LEAST, wide));
            ellipse.setRadiusY(Math.max(LEAST, high));
        }
    }
}
