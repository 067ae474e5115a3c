package chladni.app.control;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.shape.Arc;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;

/// Two needles over one half circle: how right something looks, how right it sounds. The picture's needle ends in a square, the sound's in
/// a disc, so that colour is not all that tells them apart.
public final class NeedleMeter extends Region {
    private static final double ROOM = 12;
    private static final double TICK = 5;
    private static final double TIP = 8;
    private static final int TICKS = 10;

    private final Arc arc = new Arc();
    private final List<Line> ticks = new ArrayList<>();
    private final Line looksNeedle = needle("picture-needle");
    private final Line soundsNeedle = needle("sound-needle");
    private final Rectangle looksTip = new Rectangle(TIP, TIP);
    private final Circle soundsTip = new Circle(TIP / 2);
    private final Circle hub = new Circle(4);
    private double looks = Double.NaN;
    private double sounds = Double.NaN;

    public NeedleMeter() {
        getStyleClass().add("needle-meter");
        arc.getStyleClass().add("needle-arc");
        looksTip.getStyleClass().add("picture-tip");
        soundsTip.getStyleClass().add("sound-tip");
        hub.getStyleClass().add("needle-hub");
        for (int i = 0; i <= TICKS; i++) {
            Line tick = new Line();
            tick.getStyleClass().add("needle-tick");
            ticks.add(tick);
        }
        getChildren().add(arc);
        getChildren().addAll(ticks);
        getChildren().addAll(looksNeedle, soundsNeedle, looksTip, soundsTip, hub);
        getChildren().forEach(child -> child.setManaged(false));
    }

    private static Line needle(String style) {
        Line needle = new Line();
        needle.getStyleClass().addAll("needle", style);
        return needle;
    }

    /// Places both needles.
    ///
    /// @param looks share of the scale, 0 at the left to 1 at the right; NaN: no needle
    /// @param sounds the same
    public void show(double looks, double sounds) {
        this.looks = looks;
        this.sounds = sounds;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double x = getWidth() / 2;
        double y = getHeight() - ROOM / 2;
        double radius = Math.max(1, Math.min(x, y) - ROOM);
        arc.setCenterX(x);
        arc.setCenterY(y);
        arc.setRadiusX(radius);
        arc.setRadiusY(radius);
        arc.setStartAngle(0);
        arc.setLength(180);
        for (int i = 0; i < ticks.size(); i++) {
            double angle = angle((double) i / TICKS);
            Line tick = ticks.get(i);
            tick.setStartX(x + Math.cos(angle) * radius);
            tick.setStartY(y - Math.sin(angle) * radius);
            tick.setEndX(x + Math.cos(angle) * (radius + TICK));
            tick.setEndY(y - Math.sin(angle) * (radius + TICK));
        }
        place(looksNeedle, looksTip, looks, radius - TIP);
        place(soundsNeedle, soundsTip, sounds, radius - 2.5 * TIP);
        looksTip.setX(looksNeedle.getEndX() - TIP / 2);
        looksTip.setY(looksNeedle.getEndY() - TIP / 2);
        soundsTip.setCenterX(soundsNeedle.getEndX());
        soundsTip.setCenterY(soundsNeedle.getEndY());
        hub.setCenterX(x);
        hub.setCenterY(y);
    }

    private void place(Line needle, Node tip, double share, double length) {
        boolean there = !Double.isNaN(share);
        needle.setVisible(there);
        tip.setVisible(there);
        double angle = angle(there ? Math.clamp(share, 0, 1) : 0);
        needle.setStartX(getWidth() / 2);
        needle.setStartY(getHeight() - ROOM / 2);
        needle.setEndX(needle.getStartX() + Math.cos(angle) * length);
        needle.setEndY(needle.getStartY() - Math.sin(angle) * length);
    }

    private static double angle(double share) {
        return Math.PI * (1 - share);
    }
}
