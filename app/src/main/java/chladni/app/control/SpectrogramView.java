package chladni.app.control;

import java.util.function.DoubleConsumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Dimension2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Control;
import javafx.scene.control.Skin;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// The canvas: a spectrogram that is a picture, with its rulers, level bar and playhead. The wheel zooms at the pointer
/// (Alt: frequency only, Shift: pans in time); what a press does is the tool's business, and without one a click seeks and
/// dragging pans.
public final class SpectrogramView extends Control {
    private static final double PER_CENT = 100;

    private final ObjectProperty<Axes> axes = new SimpleObjectProperty<>(Axes.EMPTY);
    private final ObjectProperty<Viewport> viewport = new SimpleObjectProperty<>(Viewport.whole(Axes.EMPTY));
    private final ObjectProperty<@Nullable Pixels> pixels = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Place> pointed = new SimpleObjectProperty<>();
    private final ObjectProperty<ColourScale> scale = new SimpleObjectProperty<>(ColourScale.GREY);
    private final DoubleProperty floorDecibels = new SimpleDoubleProperty(-146);
    private final DoubleProperty ceilingDecibels = new SimpleDoubleProperty(0);
    private final DoubleProperty pointedDecibels = new SimpleDoubleProperty(Double.NaN);
    private final DoubleProperty playhead = new SimpleDoubleProperty();
    private final BooleanProperty playheadShown = new SimpleBooleanProperty(true);
    private final BooleanProperty notes = new SimpleBooleanProperty();
    private final BooleanProperty piano = new SimpleBooleanProperty();
    private final BooleanProperty panning = new SimpleBooleanProperty();
    private final ObjectProperty<CanvasTool> tool = new SimpleObjectProperty<>(CanvasTool.HAND);
    private final ObjectProperty<Cursor> pictureCursor = new SimpleObjectProperty<>(Cursor.CROSSHAIR);
    private final ReadOnlyObjectWrapper<Dimension2D> stageSize = new ReadOnlyObjectWrapper<>(new Dimension2D(1, 1));
    private final ObservableList<Region> overlays = FXCollections.observableArrayList();
    private RulerActions ruler = _ -> {};
    private DoubleConsumer brushWheel = _ -> {};

    /// A place in cells, within the picture.
    public record Place(double x, double y) {}

    public SpectrogramView() {
        getStyleClass().add("spectrogram-view");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        axes.addListener((_, before, now) -> {
            if (before.columns() != now.columns() || before.rows() != now.rows()) {
                viewport.set(Viewport.whole(now));
            }
        });
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

    public Viewport viewport() {
        return viewport.get();
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

    /// So many pixels of the screen for one of the picture, in time and, as far as that fills the height, in frequency.
    public void zoomTo(double perCent) {
        Viewport now = viewport.get();
        double scale = perCent / PER_CENT;
        zoomAround(now, now.width() * scale / stageSize.get().getWidth(), now.height() * scale / stageSize.get().getHeight());
    }

    private void zoomAround(Viewport now, double time, double frequency) {
        view(now.zoomed(time, frequency, now.left() + now.width() / 2, now.top() + now.height() / 2));
    }

    /// What is drawn; any size, stretched over the cells of the axes. Null: nothing yet.
    public ObjectProperty<@Nullable Pixels> pixelsProperty() {
        return pixels;
    }

    /// Where the pointer is; null outside. Its `y` is a band, whatever the scale.
    public ObjectProperty<@Nullable Place> pointedProperty() {
        return pointed;
    }

    public ObjectProperty<ColourScale> scaleProperty() {
        return scale;
    }

    public DoubleProperty floorDecibelsProperty() {
        return floorDecibels;
    }

    public DoubleProperty ceilingDecibelsProperty() {
        return ceilingDecibels;
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

    /// Whether the frequency axis names notes instead of hertz.
    public BooleanProperty notesProperty() {
        return notes;
    }

    /// Whether piano keys stand beside the frequency axis.
    public BooleanProperty pianoProperty() {
        return piano;
    }

    /// Whether dragging pans, whatever the tool.
    public BooleanProperty panningProperty() {
        return panning;
    }

    public ObjectProperty<CanvasTool> toolProperty() {
        return tool;
    }

    /// The cursor over the picture.
    public ObjectProperty<Cursor> pictureCursorProperty() {
        return pictureCursor;
    }

    /// What lies over the picture, under the playhead; each is as large as the picture on the screen.
    public ObservableList<Region> overlays() {
        return overlays;
    }

    /// Pixels of the screen that the picture takes.
    public ReadOnlyObjectProperty<Dimension2D> stageSizeProperty() {
        return stageSize.getReadOnlyProperty();
    }

    void stageSize(double width, double height) {
        if (width != stageSize.get().getWidth() || height != stageSize.get().getHeight()) {
            stageSize.set(new Dimension2D(width, height));
        }
    }

    /// Columns → pixels from the left edge of the picture on the screen.
    public double screenX(double x) {
        return (x - viewport.get().left()) / viewport.get().width() * stageSize.get().getWidth();
    }

    /// Bands → pixels from its upper edge.
    public double screenY(double band) {
        return (axes.get().yOfBand(band) - viewport.get().top()) / viewport.get().height() * stageSize.get().getHeight();
    }

    /// The place under a point of the screen, within the picture.
    public Place placeAt(double screenX, double screenY) {
        Viewport now = viewport.get();
        double y = Math.clamp(now.top() + screenY / stageSize.get().getHeight() * now.height(), 0, axes().rows() - 1e-9);
        return new Place(
                Math.clamp(now.left() + screenX / stageSize.get().getWidth() * now.width(), 0, axes().columns() - 1e-9),
                Math.clamp(axes().bandAt(y), 0, axes().rows() - 1e-9));
    }

    /// What the time ruler and clicks on the picture ask for.
    public void setRulerActions(RulerActions actions) {
        ruler = actions;
    }

    /// Called with a factor when Ctrl and the wheel ask for another size of brush.
    public void setOnBrushWheel(DoubleConsumer onBrushWheel) {
        brushWheel = onBrushWheel;
    }

    void resizeBrush(double factor) {
        brushWheel.accept(factor);
    }

    RulerActions ruler() {
        return ruler;
    }

    void seek(double seconds) {
        ruler.seek(Math.clamp(seconds, 0, axes.get().seconds()));
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new SpectrogramSkin(this);
    }
}
