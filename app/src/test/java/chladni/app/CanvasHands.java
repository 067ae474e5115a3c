package chladni.app;

import chladni.app.control.SpectrogramView;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/// A person's hand on the canvas: places are columns and bands of the picture.
final class CanvasHands {
    private static final int STEPS = 8;

    private final StudioWindow window;

    CanvasHands(StudioWindow window) {
        this.window = window;
        Fx.run(() -> window.wiring.scene.getRoot().layout());
    }

    SpectrogramView view() {
        return window.wiring.canvasView.spectrogram();
    }

    /// Presses, drags in small steps and releases.
    void stroke(double x0, double y0, double x1, double y1, String keys) {
        Fx.run(() -> {
            fire(MouseEvent.MOUSE_PRESSED, x0, y0, keys, 1);
            for (int i = 1; i <= STEPS; i++) {
                fire(MouseEvent.MOUSE_DRAGGED, x0 + (x1 - x0) * i / STEPS, y0 + (y1 - y0) * i / STEPS, keys, 1);
            }
            fire(MouseEvent.MOUSE_RELEASED, x1, y1, keys, 1);
        });
    }

    /// Draws along corners with the button held.
    void line(String keys, double... corners) {
        Fx.run(() -> {
            fire(MouseEvent.MOUSE_PRESSED, corners[0], corners[1], keys, 1);
            for (int i = 2; i < corners.length; i += 2) {
                fire(MouseEvent.MOUSE_DRAGGED, corners[i], corners[i + 1], keys, 1);
            }
            fire(MouseEvent.MOUSE_RELEASED, corners[corners.length - 2], corners[corners.length - 1], keys, 1);
        });
    }

    /// One frame of a long stroke, on the FX thread.
    void on(int frame, int frames) {
        double x = 100 + 700.0 * frame / frames;
        fire(frame == 0 ? MouseEvent.MOUSE_PRESSED : frame == frames - 1 ? MouseEvent.MOUSE_RELEASED : MouseEvent.MOUSE_DRAGGED,
                x, 100 + 40 * Math.sin(frame * 0.1), "", 1);
    }

    void click(double x, double y, int clicks) {
        Fx.run(() -> {
            fire(MouseEvent.MOUSE_PRESSED, x, y, "", clicks);
            fire(MouseEvent.MOUSE_RELEASED, x, y, "", clicks);
        });
    }

    void hover(double x, double y) {
        Fx.run(() -> fire(MouseEvent.MOUSE_MOVED, x, y, "", 0));
    }

    void wheel(double x, double y, double turn, String keys) {
        Fx.run(() -> {
            Node stage = stage();
            Point2D at = stage.localToScene(view().screenX(x), view().screenY(y));
            Event.fireEvent(stage, new ScrollEvent(ScrollEvent.SCROLL, at.getX(), at.getY(), at.getX(), at.getY(),
                    keys.contains("shift"), keys.contains("ctrl"), keys.contains("alt"), false, false, false,
                    0, turn, 0, turn, ScrollEvent.HorizontalTextScrollUnits.NONE, 0, ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0, null));
        });
    }

    /// Drags along the time ruler, from and to in seconds, by so many pixels upwards.
    void rule(double from, double to, double up) {
        Fx.run(() -> {
            Node ruler = window.wiring.scene.lookup(".time-ruler");
            double x0 = view().screenX(view().axes().xOf(from));
            double x1 = view().screenX(view().axes().xOf(to));
            fire(ruler, MouseEvent.MOUSE_PRESSED, ruler.localToScene(x0, 10), "", 1);
            for (int i = 1; i <= STEPS; i++) {
                fire(ruler, MouseEvent.MOUSE_DRAGGED, ruler.localToScene(x0 + (x1 - x0) * i / STEPS, 10 - up * i / STEPS), "", 1);
            }
            fire(ruler, MouseEvent.MOUSE_RELEASED, ruler.localToScene(x1, 10 - up), "", 1);
        });
    }

    private void fire(EventType<MouseEvent> type, double x, double y, String keys, int clicks) {
        fire(stage(), type, stage().localToScene(view().screenX(x), view().screenY(y)), keys, clicks);
    }

    private static void fire(Node node, EventType<MouseEvent> type, Point2D at, String keys, int clicks) {
        boolean down = type != MouseEvent.MOUSE_RELEASED && type != MouseEvent.MOUSE_MOVED;
        boolean right = keys.contains("right");
        MouseButton button = type == MouseEvent.MOUSE_MOVED ? MouseButton.NONE : right ? MouseButton.SECONDARY : MouseButton.PRIMARY;
        Event.fireEvent(node, new MouseEvent(type, at.getX(), at.getY(), at.getX(), at.getY(), button, clicks,
                keys.contains("shift"), keys.contains("ctrl"), keys.contains("alt"), false,
                down && !right, false, down && right, false, false, clicks == 1, null));
    }

    private Node stage() {
        return window.wiring.scene.lookup(".picture-stage");
    }
}
