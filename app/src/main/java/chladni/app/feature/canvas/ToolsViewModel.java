package chladni.app.feature.canvas;

import chladni.app.control.Axes;
import chladni.app.control.CanvasTool;
import chladni.app.control.Pointer;
import chladni.app.control.SpectrogramView.Place;
import chladni.app.document.Document;
import chladni.app.document.Painting;
import chladni.app.document.Shown;
import chladni.app.mask.Area;
import chladni.engine.media.SpectrogramFormat;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;

/// The tools of the canvas and what they paint with.
public final class ToolsViewModel {
    /// STUDIO section 3, in cells.
    public static final double LEAST_BRUSH = 1;
    public static final double MOST_BRUSH = 256;
    private static final double BRUSH = 48;
    private static final double SMALLER = 0.85;
    private static final double LARGER = 1.15;
    /// A tooth of the harmonic brush is as much narrower than the brush.
    private static final double TEETH = 8;

    private final Document document;
    private final ObjectProperty<Tool> tool = new SimpleObjectProperty<>(Tool.MOVE);
    private final DoubleProperty size = new SimpleDoubleProperty(BRUSH);
    private final BooleanProperty adding = new SimpleBooleanProperty(true);
    private final BooleanProperty veiled = new SimpleBooleanProperty(true);
    private final BooleanProperty effective = new SimpleBooleanProperty();
    private final ObjectProperty<List<Place>> trace = new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<BalanceSide> side = new SimpleObjectProperty<>(BalanceSide.SOUND);
    private final Map<Tool, CanvasTool> tools = new EnumMap<>(Tool.class);
    private final DoubleBinding tip;
    private final StringBinding maskText;
    private final StringBinding hint;

    public ToolsViewModel(Document document) {
        this.document = document;
        tools.put(Tool.MOVE, new MoveTool(painting()));
        tools.put(Tool.HAND, CanvasTool.HAND);
        tools.put(Tool.BRUSH, new BrushTool(this, painting()));
        tools.put(Tool.ERASER, new BrushTool(this, painting()));
        tools.put(Tool.RECTANGLE, new RectangleTool(this, painting()));
        tools.put(Tool.LASSO, new LassoTool(this, painting()));
        tools.put(Tool.POLYGON, new PolygonTool(this, painting()));
        tools.put(Tool.HARMONIC, new HarmonicTool(this, painting()));
        tools.put(Tool.BALANCE, new BalanceTool(this, painting()));
        tip = Bindings.createDoubleBinding(() -> tool.get().isBrush() ? tipRadius() : Double.NaN, tool, size);
        maskText = Bindings.createStringBinding(this::maskTextNow, painting().settledProperty());
        hint = Bindings.createStringBinding(this::hintNow, tool, painting().maskedProperty(), document.visibleProperty());
    }

    public ObjectProperty<Tool> toolProperty() {
        return tool;
    }

    /// Diameter of the brush in cells.
    public DoubleProperty sizeProperty() {
        return size;
    }

    /// Whether tools add to the mask; false: they take away.
    public BooleanProperty addingProperty() {
        return adding;
    }

    /// Whether mask and balance are seen.
    public BooleanProperty veiledProperty() {
        return veiled;
    }

    /// Whether the latent cells are shown that will really be made anew.
    public BooleanProperty effectiveProperty() {
        return effective;
    }

    /// Corners of the shape that is being drawn.
    public ObjectProperty<List<Place>> traceProperty() {
        return trace;
    }

    /// Which voice the balance brush favours.
    public ObjectProperty<BalanceSide> sideProperty() {
        return side;
    }

    /// Radius of the tip in cells; not a number for tools without.
    public DoubleBinding tipProperty() {
        return tip;
    }

    /// "mask 1.3 s × 62 bands · 17 × 8 cells"; empty without a mask.
    public StringBinding maskTextProperty() {
        return maskText;
    }

    /// Whether the tool changes the mask or the balance.
    public boolean paints() {
        return tool.get() != Tool.MOVE && tool.get() != Tool.HAND;
    }

    /// What to do with the tool that is chosen, for those who do not know yet; empty when that is plain.
    public StringBinding hintProperty() {
        return hint;
    }

    public Painting painting() {
        return document.painting();
    }

    public void choose(Tool next) {
        abandon();
        tool.set(next);
        if (next != Tool.MOVE && next != Tool.HAND) {
            veiled.set(true); // painting what is not seen helps nobody
        }
    }

    public void nextShape() {
        choose(tool.get().nextShape());
    }

    public void swap() {
        if (tool.get() == Tool.BALANCE) {
            side.set(side.get().other());
        } else {
            adding.set(!adding.get());
        }
    }

    public void smaller() {
        scaleBrush(SMALLER);
    }

    public void larger() {
        scaleBrush(LARGER);
    }

    public void scaleBrush(double factor) {
        double next = size.get() * factor;
        size.set(Math.clamp(factor > 1 ? Math.ceil(next) : Math.floor(next), LEAST_BRUSH, MOST_BRUSH));
    }

    /// Ends the shape that is being drawn.
    ///
    /// @return whether there was one
    public boolean complete() {
        return current().complete();
    }

    public boolean abandon() {
        return current().abandon();
    }

    CanvasTool current() {
        return Objects.requireNonNull(tools.get(tool.get()));
    }

    /// Whether a press with these keys adds to the mask.
    boolean adds(Pointer pointer) {
        if (pointer.held().shift()) {
            return true;
        }
        if (pointer.held().alt() || pointer.held().secondary()) {
            return false;
        }
        return tool.get() != Tool.ERASER && adding.get();
    }

    double tipRadius() {
        return tool.get() == Tool.HARMONIC ? Math.max(1, size.get() / TEETH / 2) : size.get() / 2;
    }

    /// The format of what is on the canvas.
    SpectrogramFormat format() {
        Shown shown = document.visible();
        return shown == null ? Axes.EMPTY.format() : shown.format();
    }

    private String hintNow() {
        boolean masked = painting().maskedProperty().get();
        return document.visible() == null ? "" : switch (tool.get()) {
            case MOVE, HAND -> masked ? "" : "To repaint a part: choose the brush, paint over it, Make region anew";
            case BALANCE -> "Paint where the picture, or the sound, should have more of a say; the next takes follow";
            case ERASER -> "Rub over the mask to take away from it";
            default -> masked ? "" : "Paint over what should be made anew; all else stays as it is";
        };
    }

    private String maskTextNow() {
        Shown shown = document.visible();
        if (shown == null || !painting().maskedProperty().get()) {
            return "";
        }
        Area used = painting().shaped().used().painted();
        Area cells = painting().shaped().cellArea();
        return String.format(Locale.ROOT, "mask %.2f s × %d bands · %d × %d cells",
                used.width() * shown.format().secondsPerColumn(), used.height(), cells.width(), cells.height());
    }

}
