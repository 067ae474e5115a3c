package chladni.app.shell;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/// Shows the window's content larger: it is laid out in a smaller room and drawn that much larger, so that everything keeps its
/// proportions and text stays sharp.
public final class ScaledRoot extends Region {
    private final Node content;
    private final DoubleProperty factor = new SimpleDoubleProperty(1);

    public ScaledRoot(Region content) {
        this.content = content;
        getStyleClass().add("scaled-root");
        Scale scale = new Scale(1, 1, 0, 0);
        scale.xProperty().bind(factor);
        scale.yProperty().bind(factor);
        content.getTransforms().add(scale);
        getChildren().add(content);
        factor.addListener(_ -> requestLayout());
    }

    /// 1 as it is, 2 twice as large.
    public DoubleProperty factorProperty() {
        return factor;
    }

    @Override
    protected void layoutChildren() {
        content.resizeRelocate(0, 0, getWidth() / factor.get(), getHeight() / factor.get());
    }
}
