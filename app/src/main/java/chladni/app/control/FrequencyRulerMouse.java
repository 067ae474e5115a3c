package chladni.app.control;

import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;

/// The frequency ruler: dragging to the right zooms in and to the left out, up and down pans; the wheel zooms frequency; a double
/// click shows all bands.
final class FrequencyRulerMouse {
    private static final double ZOOM_PER_PIXEL = 0.004;
    private static final double DRAG_ZOOM_PER_PIXEL = 0.012;

    private final SpectrogramView view;
    private final Region ruler;
    private double pressedX;
    private double pressedY;
    private Viewport pressedView = Viewport.whole(Axes.EMPTY);

    FrequencyRulerMouse(SpectrogramView view, Region ruler) {
        this.view = view;
        this.ruler = ruler;
    }

    void listen() {
        ruler.setOnMousePressed(this::press);
        ruler.setOnMouseDragged(this::drag);
        ruler.setOnScroll(this::scroll);
    }

    private void press(MouseEvent mouse) {
        pressedX = mouse.getX();
        pressedY = mouse.getY();
        pressedView = view.viewport();
        if (mouse.getClickCount() == 2) {
            Viewport now = view.viewport();
            view.view(new Viewport(now.left(), 0, now.width(), view.axes().rows()));
        }
    }

    private void drag(MouseEvent mouse) {
        Viewport panned = pressedView.moved(0, (pressedY - mouse.getY()) / ruler.getHeight() * pressedView.height());
        view.view(panned.zoomed(1, Math.exp((mouse.getX() - pressedX) * DRAG_ZOOM_PER_PIXEL), 0, row(pressedView, pressedY)));
    }

    private void scroll(ScrollEvent wheel) {
        Viewport now = view.viewport();
        view.view(now.zoomed(1, Math.exp(wheel.getDeltaY() * ZOOM_PER_PIXEL), 0, row(now, wheel.getY())));
        wheel.consume();
    }

    private double row(Viewport at, double y) {
        return at.top() + y / ruler.getHeight() * at.height();
    }
}
