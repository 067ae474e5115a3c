package chladni.app.control;

import javafx.beans.InvalidationListener;
import javafx.geometry.Orientation;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.SkinBase;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/// Lays out the rulers around the picture and keeps all of them on the same viewport.
final class SpectrogramSkin extends SkinBase<SpectrogramView> {
    private static final double LEFT = 46;
    private static final double PIANO = 18;
    private static final double RIGHT = 52;
    private static final double BELOW = 28;
    private static final double NAMES_APART = 30;
    private static final double NOTES_APART = 18;
    private static final double TIMES_APART = 64;
    private static final double CRISP_FROM = 6;
    private static final double HANDLE = 9;

    private final ImageView image = new ImageView();
    private final Pane stage = new Pane();
    private final Pane over = new Pane();
    private final Region playhead = new Region();
    private final Region handle = new Region();
    private static final double LEAST = 40;
    private static final double WIDTH = 512;
    private static final double HEIGHT = 256;

    private final Region frame = new Region();
    private final PianoStrip piano = new PianoStrip();
    private final Ruler frequencies = new Ruler(Orientation.VERTICAL);
    private final Ruler times = new Ruler(Orientation.HORIZONTAL);
    private final LevelBar levels = new LevelBar();
    private final PixelImage memory = new PixelImage();
    private final Rectangle clip = new Rectangle();

    SpectrogramSkin(SpectrogramView view) {
        super(view);
        style();
        stage.getChildren().addAll(image, over, playhead);
        stage.setClip(clip);
        getChildren().addAll(frequencies, piano, times, handle, levels, stage, frame);
        new SpectrogramMouse(view, stage).listen();
        new TimeRulerMouse(view, times).listen();
        new FrequencyRulerMouse(view, frequencies).listen();
        watch(view);
        showPixels(view.pixelsProperty().get());
    }

    private void style() {
        stage.getStyleClass().add("picture-stage");
        frame.getStyleClass().add("picture-frame");
        frame.setMouseTransparent(true);
        playhead.getStyleClass().add("playhead");
        playhead.setManaged(false);
        playhead.setMouseTransparent(true);
        handle.getStyleClass().add("playhead-handle");
        handle.setMouseTransparent(true);
        handle.setManaged(false);
        times.getStyleClass().add("time-ruler");
        over.setMouseTransparent(true);
        over.setManaged(false);
        image.setPreserveRatio(false);
        image.setManaged(false);
        clip.setArcWidth(12);
        clip.setArcHeight(12);
    }

    private void watch(SpectrogramView view) {
        view.pixelsProperty().addListener((_, _, now) -> showPixels(now));
        InvalidationListener again = _ -> view.requestLayout();
        view.axesProperty().addListener(again);
        view.viewportProperty().addListener(again);
        view.playheadShownProperty().addListener(again);
        view.notesProperty().addListener(again);
        view.pianoProperty().addListener(again);
        stage.cursorProperty().bind(view.pictureCursorProperty());
        view.overlays().addListener((InvalidationListener) _ -> showOverlays());
        showOverlays();
        view.playheadProperty().addListener(_ -> placePlayhead());
        view.scaleProperty().addListener(_ -> showLevels());
        view.floorDecibelsProperty().addListener(_ -> showLevels());
        view.ceilingDecibelsProperty().addListener(_ -> showLevels());
        view.pointedDecibelsProperty().addListener((_, _, now) -> levels.mark(now.doubleValue()));
        showLevels();
    }

    private void showOverlays() {
        over.getChildren().setAll(getSkinnable().overlays());
        getSkinnable().requestLayout();
    }

    private void showLevels() {
        SpectrogramView view = getSkinnable();
        levels.show(view.scaleProperty().get(), view.floorDecibelsProperty().get(), view.ceilingDecibelsProperty().get());
    }

    private void showPixels(@Nullable Pixels pixels) {
        image.setVisible(pixels != null);
        if (pixels != null) {
            image.setImage(memory.show(pixels));
            placeImage();
        }
    }

    @Override
    protected void layoutChildren(double x, double y, double width, double height) {
        SpectrogramView view = getSkinnable();
        double strip = view.pianoProperty().get() ? PIANO : 0;
        double left = LEFT + strip;
        double w = Math.max(1, snapSizeX(width - left - RIGHT));
        double h = Math.max(1, snapSizeY(height - BELOW));
        stage.resizeRelocate(x + left, y, w, h);
        frame.resizeRelocate(x + left, y, w, h);
        over.resizeRelocate(0, 0, w, h);
        view.overlays().forEach(overlay -> overlay.resizeRelocate(0, 0, w, h));
        clip.setWidth(w);
        clip.setHeight(h);
        view.stageSize(w, h);
        frequencies.resizeRelocate(x, y, LEFT, h);
        piano.setVisible(strip > 0);
        piano.resizeRelocate(x + LEFT, y, strip, h);
        times.resizeRelocate(x + left, y + h, w, BELOW);
        levels.resizeRelocate(x + width - RIGHT + 4, y, RIGHT - 4, h);
        placeImage();
        placePlayhead();
        Viewport part = view.viewport();
        frequencies.show(view.notesProperty().get()
                ? Ticks.notes(new Ticks.Span(view.axes(), part, h, NOTES_APART))
                : Ticks.frequency(new Ticks.Span(view.axes(), part, h, NAMES_APART)));
        times.show(Ticks.time(new Ticks.Span(view.axes(), part, w, TIMES_APART)));
        if (strip > 0) {
            piano.show(view.axes(), part);
        }
    }

    /// The sizes do not follow from where things lie now, as a skin's do otherwise: a window that was large could not get small again.
    @Override
    protected double computeMinWidth(double height, double top, double right, double bottom, double left) {
        return left + LEFT + LEAST + RIGHT + right;
    }

    @Override
    protected double computeMinHeight(double width, double top, double right, double bottom, double left) {
        return top + LEAST + BELOW + bottom;
    }

    @Override
    protected double computePrefWidth(double height, double top, double right, double bottom, double left) {
        return left + LEFT + WIDTH + RIGHT + right;
    }

    @Override
    protected double computePrefHeight(double width, double top, double right, double bottom, double left) {
        return top + HEIGHT + BELOW + bottom;
    }

    /// The picture may have another size than the spectrogram; both cover the same stretch of time and frequency.
    private void placeImage() {
        if (image.getImage() == null || stage.getWidth() <= 0) {
            return;
        }
        Viewport view = getSkinnable().viewport();
        Axes axes = getSkinnable().axes();
        double perColumn = image.getImage().getWidth() / axes.columns();
        double perRow = image.getImage().getHeight() / axes.rows();
        image.setViewport(new Rectangle2D(view.left() * perColumn, view.top() * perRow,
                view.width() * perColumn, view.height() * perRow));
        image.setFitWidth(stage.getWidth());
        image.setFitHeight(stage.getHeight());
        image.setSmooth(Math.min(stage.getWidth() / (view.width() * perColumn),
                stage.getHeight() / (view.height() * perRow)) < CRISP_FROM);
    }

    private void placePlayhead() {
        SpectrogramView view = getSkinnable();
        double pixel = Math.round(view.screenX(view.axes().xOf(view.playheadProperty().get())));
        boolean seen = view.playheadShownProperty().get() && pixel >= 0 && pixel <= stage.getWidth();
        playhead.setVisible(seen);
        handle.setVisible(seen);
        double at = Math.min(pixel, stage.getWidth() - 1);
        playhead.resizeRelocate(at - 1, 0, 3, stage.getHeight());
        handle.resizeRelocate(stage.getLayoutX() + at - (HANDLE - 1) / 2, stage.getLayoutY() + stage.getHeight() + 1, HANDLE, HANDLE - 2);
    }
}
