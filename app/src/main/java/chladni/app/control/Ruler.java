package chladni.app.control;

import chladni.app.control.Ticks.Tick;
import java.util.ArrayList;
import java.util.Collections;
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
    private final List<Region> marks = new ArrayList<>();
    private final List<Label> names = new ArrayList<>();
    private List<Tick> ticks = List.of();

    Ruler(Orientation orientation) {
        this.orientation = orientation;
        getStyleClass().add("ruler");
    }

    void show(List<Tick> ticks) {
        this.ticks = ticks;
        while (marks.size() < ticks.size()) {
            Region mark = new Region();
            mark.getStyleClass().add("ruler-mark");
            Label name = new Label();
            marks.add(mark);
            names.add(name);
            getChildren().addAll(mark, name);
        }
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        for (int i = 0; i < marks.size(); i++) {
            boolean used = i < ticks.size();
            marks.get(i).setVisible(used);
            boolean named = used && !ticks.get(i).text().isEmpty();
            if (named) {
                bring(ticks.get(i).text(), i);
            }
            names.get(i).setVisible(named);
            if (used) {
                place(ticks.get(i), marks.get(i), names.get(i));
            }
        }
    }

    /// A name that moves on keeps its label: while the view pans or zooms most names stay, and each new text would be measured anew.
    private void bring(String text, int place) {
        for (int i = place; i < names.size(); i++) {
            if (names.get(i).getText().equals(text)) {
                Collections.swap(names, place, i);
                return;
            }
        }
        names.get(place).setText(text);
    }

    private void place(Tick tick, Region mark, Label name) {
        double long_ = tick.text().isEmpty() ? SMALL_MARK : MARK;
        double at = Math.round(tick.place());
        boolean vertical = orientation == Orientation.VERTICAL;
        mark.resizeRelocate(vertical ? getWidth() - long_ : at, vertical ? at : 0, vertical ? long_ : 1, vertical ? 1 : long_);
        if (tick.text().isEmpty()) {
            return;
        }
        double width = Math.ceil(name.prefWidth(-1));
        double height = name.prefHeight(-1);
        if (vertical) {
            double y = Math.clamp(at - height / 2, -4, Math.max(-4, getHeight() - height + 4));
            name.resizeRelocate(getWidth() - GAP - width, Math.round(y), width, height);
        } else {
            name.resizeRelocate(Math.round(at - width / 2), GAP, width, height);
        }
    }
}
