package chladni.app.control;

import chladni.app.control.Pointer.Held;
import chladni.app.control.SpectrogramView.Place;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;

/// What pointer and wheel do to the picture. A tool has the first say; what it does not take seeks (a click) or pans (a drag), as
/// do the middle button and panning by the space bar in any case.
final class SpectrogramMouse {
    private static final double ZOOM_PER_PIXEL = 0.004;
    private static final double SIZE_PER_PIXEL = 0.004;
    private static final double STILL = 4;

    private final SpectrogramView view;
    private final Region stage;
    private double pressedX;
    private double pressedY;
    private Viewport pressedView = Viewport.whole(Axes.EMPTY);
    private boolean tooling;

    SpectrogramMouse(SpectrogramView view, Region stage) {
        this.view = view;
        this.stage = stage;
    }

    void listen() {
        stage.setOnMouseMoved(this::move);
        stage.setOnMouseExited(_ -> view.pointedProperty().set(null));
        stage.setOnMousePressed(this::press);
        stage.setOnMouseDragged(this::drag);
        stage.setOnMouseReleased(this::release);
        stage.setOnScroll(this::scroll);
    }

    private void move(MouseEvent mouse) {
        point(mouse);
        view.toolProperty().get().hover(pointer(mouse));
    }

    private void point(MouseEvent mouse) {
        view.pointedProperty().set(view.placeAt(mouse.getX(), mouse.getY()));
    }

    private void press(MouseEvent mouse) {
        view.requestFocus();
        point(mouse);
        pressedX = mouse.getX();
        pressedY = mouse.getY();
        pressedView = view.viewport();
        boolean free = mouse.getButton() != MouseButton.MIDDLE && !view.panningProperty().get();
        tooling = free && view.toolProperty().get().press(pointer(mouse));
    }

    private void drag(MouseEvent mouse) {
        point(mouse);
        if (tooling) {
            view.toolProperty().get().drag(pointer(mouse));
        } else {
            view.view(pressedView.moved((pressedX - mouse.getX()) / stage.getWidth() * pressedView.width(),
                    (pressedY - mouse.getY()) / stage.getHeight() * pressedView.height()));
        }
    }

    private void release(MouseEvent mouse) {
        if (tooling) {
            tooling = false;
            view.toolProperty().get().release(pointer(mouse));
            return;
        }
        boolean still = Math.hypot(mouse.getX() - pressedX, mouse.getY() - pressedY) < STILL;
        if (still && mouse.getButton() == MouseButton.PRIMARY && !view.panningProperty().get()) {
            view.seek(view.axes().secondsAt(view.placeAt(mouse.getX(), mouse.getY()).x()));
        }
    }

    private Pointer pointer(MouseEvent mouse) {
        Place place = view.placeAt(mouse.getX(), mouse.getY());
        return new Pointer(place.x(), place.y(),
                new Held(mouse.isShiftDown(), mouse.isAltDown(), mouse.getButton() == MouseButton.SECONDARY), mouse.getClickCount());
    }

    private void scroll(ScrollEvent wheel) {
        Viewport now = view.viewport();
        if (wheel.isControlDown()) {
            view.resizeBrush(Math.exp(wheel.getDeltaY() * SIZE_PER_PIXEL));
        } else if (wheel.isShiftDown()) {
            double pixels = wheel.getDeltaX() != 0 ? wheel.getDeltaX() : wheel.getDeltaY();
            view.view(now.moved(-pixels / stage.getWidth() * now.width(), 0));
        } else {
            double factor = Math.exp(wheel.getDeltaY() * ZOOM_PER_PIXEL);
            double x = now.left() + wheel.getX() / stage.getWidth() * now.width();
            double y = now.top() + wheel.getY() / stage.getHeight() * now.height();
            view.view(now.zoomed(wheel.isAltDown() ? 1 : factor, factor, x, y));
        }
        wheel.consume();
    }
}
