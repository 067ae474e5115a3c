package chladni.app.control;

import java.util.function.DoubleConsumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Control;
import javafx.scene.control.Skin;
import org.jspecify.annotations.Nullable;

/// The canvas: a spectrogram that is a picture, with its rulers, level bar and playhead. The wheel zooms at the pointer
/// (Alt: frequency only, Shift: pans in time), dragging pans, a click or the time ruler seeks.
public final class SpectrogramView extends Control {
    private final ObjectProperty<Axes> axes = new SimpleObjectProperty<>(Axes.EMPTY);
    private final ObjectProperty<Viewport> viewport = new SimpleObjectProperty<>(Viewport.whole(Axes.EMPTY));
    private final ObjectProperty<@Nullable Pixels> pixels = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Place> pointed = new SimpleObjectProperty<>();
    private final ObjectProperty<ColourScale> scale = new SimpleObjectProperty<>(ColourScale.GREY);
    private final DoubleProperty floorDecibels = new SimpleDoubleProperty(-146);
    private final DoubleProperty pointedDecibels = new SimpleDoubleProperty(Double.NaN);
    private final DoubleProperty playhead = new SimpleDoubleProperty();
    private final BooleanProperty playheadShown = new SimpleBooleanProperty(true);
    private DoubleConsumer onSeek = _ -> {};

    /// A place in cells, within the picture.
    public record Place(double x, double y) {}

    public SpectrogramView() {
        getStyleClass().add("spectrogram-view");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        axes.addListener((_, _, now) -> viewport.set(Viewport.whole(now)));
    }

    public ObjectProperty<Axes> axesProperty() {
        return axes;
    }

    public Axes axes() {
        return axes.get();
    }

    public ObjectProperty<Viewport> viewportProperty() {
        return viewport;
    }

    /// Moves the view, as far as there is something to see.
    public void view(Viewport wish) {
        viewport.set(wish.within(axes.get()));
    }

    public void fit() {
        view(Viewport.whole(axes.get()));
    }

    /// Zooms in (above 1) or out around the middle.
    public void zoom(double factor) {
        Viewport now = viewport.get();
        view(now.zoomed(factor, factor, now.left() + now.width() / 2, now.top() + now.height() / 2));
    }

    /// What is drawn; any size, stretched over the cells of the axes. Null: nothing yet.
    public ObjectProperty<@Nullable Pixels> pixelsProperty() {
        return pixels;
    }

    /// Where the pointer is; null outside.
    public ObjectProperty<@Nullable Place> pointedProperty() {
        return pointed;
    }

    public ObjectProperty<ColourScale> scaleProperty() {
        return scale;
    }

    public DoubleProperty floorDecibelsProperty() {
        return floorDecibels;
    }

    /// Marked on the level bar; not a number: nothing.
    public DoubleProperty pointedDecibelsProperty() {
        return pointedDecibels;
    }

    /// Seconds.
    public DoubleProperty playheadProperty() {
        return playhead;
    }

    public BooleanProperty playheadShownProperty() {
        return playheadShown;
    }

    /// Called with seconds when the user points at a moment.
    public void setOnSeek(DoubleConsumer onSeek) {
        this.onSeek = onSeek;
    }

    void seek(double seconds) {
        onSeek.accept(Math.clamp(seconds, 0, axes.get().seconds()));
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new SpectrogramSkin(this);
    }
}
