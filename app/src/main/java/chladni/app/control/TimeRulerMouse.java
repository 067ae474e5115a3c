package chladni.app.control;

import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;

/// The time ruler: a click seeks, dragging along it chooses a stretch (the playhead itself: scrubs), dragging up or down zooms, the wheel
/// zooms time, a double click shows everything.
final class TimeRulerMouse {
    private static final double ZOOM_PER_PIXEL = 0.004;
    private static final double DRAG_ZOOM_PER_PIXEL = 0.012;
    private static final double STILL = 4;
    private static final double GRIP = 6;

    private final SpectrogramView view;
    private final Region ruler;
    private Drag drag = Drag.NONE;
    private double pressedX;
    private double pressedY;
    private Viewport pressedView = Viewport.whole(Axes.EMPTY);

    private enum Drag { NONE, OPEN, SELECT, ZOOM, SCRUB }

    TimeRulerMouse(SpectrogramView view, Region ruler) {
        this.view = view;
        this.ruler = ruler;
    }

    void listen() {
        ruler.setOnMousePressed(this::press);
        ruler.setOnMouseDragged(this::drag);
        ruler.setOnMouseReleased(this::release);
        ruler.setOnScroll(this::scroll);
    }

    private void press(MouseEvent mouse) {
        pressedX = mouse.getX();
        pressedY = mouse.getY();
        pressedView = view.viewport();
        double head = view.screenX(view.axes().xOf(view.playheadProperty().get()));
        drag = Math.abs(head - mouse.getX()) <= GRIP ? Drag.SCRUB : Drag.OPEN;
        if (mouse.getClickCount() == 2) {
            drag = Drag.NONE;
            view.ruler().selectAll();
            view.fit();
        }
    }

    private void drag(MouseEvent mouse) {
        double right = mouse.getX() - pressedX;
        double up = pressedY - mouse.getY();
        if (drag == Drag.OPEN && Math.hypot(right, up) >= STILL) {
            drag = Math.abs(up) > Math.abs(right) ? Drag.ZOOM : Drag.SELECT;
        }
        switch (drag) {
            case SELECT -> view.ruler().select(seconds(pressedX), seconds(mouse.getX()));
            case SCRUB -> view.ruler().scrub(seconds(mouse.getX()));
            case ZOOM -> view.view(pressedView.zoomed(Math.exp(up * DRAG_ZOOM_PER_PIXEL), 1, column(pressedView, pressedX), 0));
            case NONE, OPEN -> {}
        }
    }

    private void release(MouseEvent mouse) {
        if (drag == Drag.OPEN) {
            view.ruler().selectAll();
            view.seek(seconds(mouse.getX()));
        }
        drag = Drag.NONE;
    }

    private void scroll(ScrollEvent wheel) {
        Viewport now = view.viewport();
        if (wheel.isShiftDown()) {
            double pixels = wheel.getDeltaX() != 0 ? wheel.getDeltaX() : wheel.getDeltaY();
            view.view(now.moved(-pixels / ruler.getWidth() * now.width(), 0));
        } else {
            view.view(now.zoomed(Math.exp(wheel.getDeltaY() * ZOOM_PER_PIXEL), 1, column(now, wheel.getX()), 0));
        }
        wheel.consume();
    }

    private double column(Viewport at, double x) {
        return at.left() + x / ruler.getWidth() * at.width();
    }

    private double seconds(double x) {
        return view.axes().secondsAt(view.placeAt(x, 0).x());
    }
}
