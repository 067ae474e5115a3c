package chladni.app.control;

import chladni.app.control.Ticks.Tick;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// An axis with names and marks. Its children are used again when the ticks change.
final class Ruler extends Region {
    private static final double MARK = 5;
    private static final double SMALL_MARK = 3;
    private static final double GAP = 8;

    private final Orientation orientation;
    private List<Tick> ticks = List.of();

    Ruler(Orientation orientation) {
        this.orientation = orientation;
        getStyleClass().add("ruler");
    }

    void show(List<Tick> ticks) {
        this.ticks = ticks;
        while (getChildren().size() < ticks.size() * 2) {
            Region mark = new Region();
            mark.getStyleClass().add("ruler-mark");
            getChildren().addAll(mark, new Label());
        }
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        for (int i = 0; i < getChildren().size() / 2; i++) {
            Region mark = (Region) getChildren().get(2 * i);
            Label name = (Label) getChildren().get(2 * i + 1);
            mark.setVisible(i < ticks.size());
            name.setVisible(i < ticks.size() && !ticks.get(i).text().isEmpty());
            if (i < ticks.size()) {
                place(ticks.get(i), mark, name);
            }
        }
    }

    private void place(Tick tick, Region mark, Label name) {
        double long_ = tick.text().isEmpty() ? SMALL_MARK : MARK;
        double at = Math.round(tick.place());
        name.setText(tick.text());
        double width = Math.ceil(name.prefWidth(-1));
        double height = name.prefHeight(-1);
        if (orientation == Orientation.VERTICAL) {
            mark.resizeRelocate(getWidth() - long_, at, long_, 1);
            double y = Math.clamp(at - height / 2, -4, Math.max(-4, getHeight() - height + 4));
            name.resizeRelocate(getWidth() - GAP - width, Math.round(y), width, height);
        } else {
            mark.resizeRelocate(at, 0, 1, long_);
            name.resizeRelocate(Math.round(at - width / 2), GAP, width, height);
        }
    }
}
