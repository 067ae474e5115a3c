package chladni.app.feature.canvas;

import chladni.app.control.BalanceInk;
import chladni.app.control.BrushCursor;
import chladni.app.control.MaskInk;
import chladni.app.control.Painter;
import chladni.app.control.SelectionBand;
import chladni.app.control.SpectrogramView;
import chladni.app.control.TracePath;
import chladni.app.control.Veil;
import chladni.app.document.Painting;
import chladni.app.document.Span;
import chladni.app.mask.Layer;
import javafx.beans.binding.Bindings;
import javafx.scene.Cursor;
import org.jspecify.annotations.Nullable;

/// What lies over the picture: balance, mask, the chosen stretch of time, the shape being drawn and the brush under the pointer.
final class CanvasOverlays {
    /// STUDIO section 1.
    private static final int MASK = 0xD76BFF;
    private static final int PICTURE = 0xF0B14C;
    private static final int SOUND = 0x45C8D4;
    /// Pixels of the screen for one of the picture from which the latent cells are drawn.
    private static final double GRID_FROM = 2;

    private final CanvasViewModel model;
    private final ToolsViewModel tools;
    private final SpectrogramView view;

    CanvasOverlays(CanvasViewModel model, ToolsViewModel tools, SpectrogramView view) {
        this.model = model;
        this.tools = tools;
        this.view = view;
    }

    void add(Painter painter) {
        view.overlays().addAll(balance(painter), mask(painter), selection(), new TracePath(view, tools.traceProperty()),
                new BrushCursor(view, tools.tipProperty()));
        view.toolProperty().bind(Bindings.createObjectBinding(tools::current, tools.toolProperty()));
        view.setOnBrushWheel(tools::scaleBrush);
        view.pictureCursorProperty().bind(Bindings.createObjectBinding(this::cursor, tools.toolProperty(), view.panningProperty()));
    }

    private Cursor cursor() {
        Tool tool = tools.toolProperty().get();
        return view.panningProperty().get() || tool == Tool.HAND ? Cursor.OPEN_HAND : tool.isBrush() ? Cursor.NONE : Cursor.CROSSHAIR;
    }

    private Veil mask(Painter painter) {
        Painting painting = tools.painting();
        Veil veil = new Veil(view, painter, _ -> new MaskInk(painting.shaped(), tools.effectiveProperty().get(), showsGrid(), MASK));
        veil.visibleProperty().bind(tools.veiledProperty().and(painting.maskedProperty().or(Bindings.createBooleanBinding(
                () -> showsGrid(), tools.toolProperty(), view.viewportProperty(), view.stageSizeProperty()))));
        veil.follow(painting.versionProperty(), tools.effectiveProperty(), tools.toolProperty());
        return veil;
    }

    private Veil balance(Painter painter) {
        Painting painting = tools.painting();
        Veil veil = new Veil(view, painter, _ -> {
            Layer balance = painting.balance().copy();
            return new BalanceInk(balance, Painting.EVEN, PICTURE, SOUND);
        });
        veil.visibleProperty().bind(tools.veiledProperty().and(painting.balancedProperty()));
        veil.follow(painting.versionProperty());
        return veil;
    }

    /// While there is something to paint and the cells are large enough to aim at.
    private boolean showsGrid() {
        Tool tool = tools.toolProperty().get();
        double across = view.stageSizeProperty().get().getWidth() / view.viewport().width();
        double down = view.stageSizeProperty().get().getHeight() / view.viewport().height();
        return tool != Tool.MOVE && tool != Tool.HAND && Math.min(across, down) >= GRID_FROM;
    }

    private SelectionBand selection() {
        SelectionBand band = new SelectionBand(view);
        model.selectionProperty().subscribe(span -> show(band, span));
        return band;
    }

    private static void show(SelectionBand band, @Nullable Span span) {
        band.fromProperty().set(span == null ? Double.NaN : span.from());
        band.toProperty().set(span == null ? Double.NaN : span.to());
    }
}
