package chladni.app.control;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.layout.Region;

/// A bar from −60 dB to 0 dB: green, then yellow towards full scale. The whole scale is the background; what is not reached
/// is covered.
public final class LevelMeter extends Region {
    private static final double FLOOR_DECIBELS = -60;

    private final DoubleProperty decibels = new SimpleDoubleProperty(FLOOR_DECIBELS);
    private final Region cover = new Region();

    public LevelMeter() {
        getStyleClass().add("level-meter");
        cover.getStyleClass().add("level-cover");
        cover.setManaged(false);
        getChildren().add(cover);
        setAccessibleText("Level of the sound that plays");
        decibels.addListener(_ -> place());
    }

    public DoubleProperty decibelsProperty() {
        return decibels;
    }

    @Override
    protected void layoutChildren() {
        place();
    }

    private void place() {
        double share = Math.clamp(1 - decibels.get() / FLOOR_DECIBELS, 0, 1);
        double left = Math.round(getWidth() * share);
        cover.resizeRelocate(left, 0, getWidth() - left, getHeight());
    }
}
