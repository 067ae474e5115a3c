package chladni.app.control;

import java.util.function.Supplier;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/// A small picture that fills its room.
public final class Thumbnail extends Region {
    private static final double ARC = 10;

    private final ImageView image = new ImageView();
    private final PixelImage memory = new PixelImage();
    private final Rectangle clip = new Rectangle();
    private final Painter.Slot slot;
    private boolean empty = true;

    public Thumbnail(Painter painter) {
        slot = painter.slot(this::take);
        getStyleClass().add("thumbnail");
        image.setSmooth(true);
        image.setManaged(false);
        clip.setArcWidth(ARC);
        clip.setArcHeight(ARC);
        setClip(clip);
        getChildren().add(image);
    }

    /// @param pixels called on the painter's thread
    public void show(Supplier<Pixels> pixels) {
        empty = false;
        slot.paint(pixels);
    }

    public void clear() {
        empty = true;
        image.setVisible(false);
    }

    @Override
    protected void layoutChildren() {
        image.setFitWidth(getWidth());
        image.setFitHeight(getHeight());
        clip.setWidth(getWidth());
        clip.setHeight(getHeight());
    }

    private void take(Pixels pixels) {
        if (!empty) {
            image.setImage(memory.show(pixels));
            image.setVisible(true);
        }
    }
}
