package chladni.app.control;

import java.util.function.Function;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.geometry.Dimension2D;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;

/// Something painted over the picture pixel for pixel of the screen, off the FX thread: newest wish wins, memory is used again.
public final class Veil extends Region {
    private static final int BUFFERS = 3;

    private final SpectrogramView view;
    private final Painter.Slot slot;
    private final Function<Frame, Ink> ink;
    private final ImageView image = new ImageView();
    private final PixelImage memory = new PixelImage();
    private final int[][] buffers = new int[BUFFERS][0];
    private int turn;

    /// What is to be painted: which part of which axes over how many pixels of the screen.
    public record Frame(Axes axes, Viewport view, int width, int height) {}

    /// Paints a frame; called on the painter's thread.
    @FunctionalInterface
    public interface Ink {
        /// @param argb premultiplied, `width · height`, to be filled wholly
        void paint(Frame frame, int[] argb);
    }

    /// @param ink what to paint now; asked on the FX thread, so that it can copy what may change
    public Veil(SpectrogramView view, Painter painter, Function<Frame, Ink> ink) {
        this.view = view;
        this.ink = ink;
        slot = painter.slot(pixels -> image.setImage(memory.show(pixels)));
        image.setSmooth(false);
        getChildren().add(image);
        setMouseTransparent(true);
        follow(view.viewportProperty(), view.axesProperty(), view.stageSizeProperty(), visibleProperty());
    }

    /// Paints again whenever one of these changes.
    public void follow(Observable... causes) {
        InvalidationListener again = _ -> repaint();
        for (Observable cause : causes) {
            cause.addListener(again);
        }
    }

    public void repaint() {
        Dimension2D size = view.stageSizeProperty().get();
        if (!isVisible() || size.getWidth() < 2 || size.getHeight() < 2) {
            return;
        }
        Frame frame = new Frame(view.axes(), view.viewport(), (int) size.getWidth(), (int) size.getHeight());
        Ink now = ink.apply(frame);
        slot.paint(() -> {
            int[] argb = buffer(frame.width() * frame.height());
            now.paint(frame, argb);
            return new Pixels(frame.width(), frame.height(), argb);
        });
    }

    /// One is shown, one waits to be shown, one is painted.
    private int[] buffer(int length) {
        turn = (turn + 1) % BUFFERS;
        if (buffers[turn].length != length) {
            buffers[turn] = new int[length];
        }
        return buffers[turn];
    }
}
