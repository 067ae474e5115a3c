package chladni.app.control;

import chladni.app.control.SpectrogramView.Place;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;

/// What pointer and wheel do to the canvas.
final class SpectrogramMouse {
    private static final double ZOOM_PER_PIXEL = 0.004;
    private static final double STILL = 4;

    private final SpectrogramView view;
    private final Region stage;
    private final Node timeRuler;
    private double pressedX;
    private double pressedY;
    private Viewport pressedView = Viewport.whole(Axes.EMPTY);

    SpectrogramMouse(SpectrogramView view, Region stage, Node timeRuler) {
        this.view = view;
        this.stage = stage;
        this.timeRuler = timeRuler;
    }

    void listen() {
        stage.setOnMouseMoved(this::point);
        stage.setOnMouseExited(_ -> view.pointedProperty().set(null));
        stage.setOnMousePressed(this::press);
        stage.setOnMouseDragged(this::pan);
        stage.setOnMouseReleased(this::release);
        stage.setOnScroll(this::scroll);
        timeRuler.setOnMousePressed(this::seekOrFit);
        timeRuler.setOnMouseDragged(this::seekOrFit);
        timeRuler.setOnScroll(this::scroll);
    }

    private void point(MouseEvent mouse) {
        view.pointedProperty().set(placeOf(mouse.getX(), mouse.getY()));
    }

    private void press(MouseEvent mouse) {
        view.requestFocus();
        pressedX = mouse.getX();
        pressedY = mouse.getY();
        pressedView = view.viewportProperty().get();
    }

    private void pan(MouseEvent mouse) {
        point(mouse);
        view.view(pressedView.moved((pressedX - mouse.getX()) / stage.getWidth() * pressedView.width(),
                (pressedY - mouse.getY()) / stage.getHeight() * pressedView.height()));
    }

    private void release(MouseEvent mouse) {
        boolean still = Math.hypot(mouse.getX() - pressedX, mouse.getY() - pressedY) < STILL;
        if (still && mouse.getButton() == MouseButton.PRIMARY) {
            view.seek(view.axes().secondsAt(placeOf(mouse.getX(), mouse.getY()).x()));
        }
    }

    private void seekOrFit(MouseEvent mouse) {
        if (mouse.getClickCount() == 2) {
            view.fit();
        } else {
            view.seek(view.axes().secondsAt(placeOf(mouse.getX(), 0).x()));
        }
    }

    private void scroll(ScrollEvent wheel) {
        Viewport now = view.viewportProperty().get();
        Place at = placeOf(wheel.getX(), wheel.getSource().equals(stage) ? wheel.getY() : 0);
        if (wheel.isShiftDown()) {
            double pixels = wheel.getDeltaX() != 0 ? wheel.getDeltaX() : wheel.getDeltaY();
            view.view(now.moved(-pixels / stage.getWidth() * now.width(), 0));
        } else {
            double factor = Math.exp(wheel.getDeltaY() * ZOOM_PER_PIXEL);
            boolean onRuler = !wheel.getSource().equals(stage);
            view.view(now.zoomed(wheel.isAltDown() ? 1 : factor, onRuler ? 1 : factor, at.x(), at.y()));
        }
        wheel.consume();
    }

    private Place placeOf(double x, double y) {
        Viewport now = view.viewportProperty().get();
        return new Place(
                Math.clamp(now.left() + x / stage.getWidth() * now.width(), 0, view.axes().columns() - 1e-9),
                Math.clamp(now.top() + y / stage.getHeight() * now.height(), 0, view.axes().rows() - 1e-9));
    }
}
