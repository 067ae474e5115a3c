package chladni.app.control;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.layout.Region;

/// The chosen stretch of time: a faint band with a bar along the upper edge.
public final class SelectionBand extends Region {
    private final SpectrogramView view;
    private final DoubleProperty from = new SimpleDoubleProperty(Double.NaN);
    private final DoubleProperty to = new SimpleDoubleProperty(Double.NaN);
    private final Region band = new Region();
    private final Region bar = new Region();

    public SelectionBand(SpectrogramView view) {
        this.view = view;
        band.getStyleClass().add("selection-band");
        bar.getStyleClass().add("selection-bar");
        getChildren().addAll(band, bar);
        setMouseTransparent(true);
        from.addListener(_ -> requestLayout());
        to.addListener(_ -> requestLayout());
        view.viewportProperty().addListener(_ -> requestLayout());
    }

    /// Seconds; not a number: nothing is chosen.
    public DoubleProperty fromProperty() {
        return from;
    }

    public DoubleProperty toProperty() {
        return to;
    }

    @Override
    protected void layoutChildren() {
        boolean chosen = !Double.isNaN(from.get()) && !Double.isNaN(to.get());
        band.setVisible(chosen);
        bar.setVisible(chosen);
        double left = chosen ? Math.round(view.screenX(view.axes().xOf(from.get()))) : 0;
        double right = chosen ? Math.round(view.screenX(view.axes().xOf(to.get()))) : 0;
        band.resizeRelocate(left, 0, Math.max(1, right - left), getHeight());
        bar.resizeRelocate(left, 0, Math.max(1, right - left), 4);
    }
}
