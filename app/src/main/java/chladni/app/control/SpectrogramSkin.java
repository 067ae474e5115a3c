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
    private static final double RIGHT = 52;
    private static final double BELOW = 28;
    private static final double NAMES_APART = 30;
    private static final double TIMES_APART = 64;
    private static final double CRISP_FROM = 6;

    private final ImageView image = new ImageView();
    private final Pane stage = new Pane();
    private final Region playhead = new Region();
    private final Region frame = new Region();
    private final Ruler frequencies = new Ruler(Orientation.VERTICAL);
    private final Ruler times = new Ruler(Orientation.HORIZONTAL);
    private final LevelBar levels = new LevelBar();
    private final PixelImage memory = new PixelImage();
    private final Rectangle clip = new Rectangle();

    SpectrogramSkin(SpectrogramView view) {
        super(view);
        style();
        stage.getChildren().addAll(image, playhead);
        stage.setClip(clip);
        getChildren().addAll(frequencies, times, levels, stage, frame);
        new SpectrogramMouse(view, stage, times).listen();
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
        view.playheadProperty().addListener(_ -> placePlayhead());
        view.scaleProperty().addListener(_ -> showLevels());
        view.floorDecibelsProperty().addListener(_ -> showLevels());
        view.pointedDecibelsProperty().addListener((_, _, now) -> levels.mark(now.doubleValue()));
        showLevels();
    }

    private void showLevels() {
        levels.show(getSkinnable().scaleProperty().get(), getSkinnable().floorDecibelsProperty().get());
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
        double w = Math.max(1, snapSizeX(width - LEFT - RIGHT));
        double h = Math.max(1, snapSizeY(height - BELOW));
        stage.resizeRelocate(x + LEFT, y, w, h);
        frame.resizeRelocate(x + LEFT, y, w, h);
        clip.setWidth(w);
        clip.setHeight(h);
        frequencies.resizeRelocate(x, y, LEFT, h);
        times.resizeRelocate(x + LEFT, y + h, w, BELOW);
        levels.resizeRelocate(x + width - RIGHT + 4, y, RIGHT - 4, h);
        placeImage();
        placePlayhead();
        Viewport view = getSkinnable().viewportProperty().get();
        frequencies.show(Ticks.frequency(new Ticks.Span(getSkinnable().axes(), view, h, NAMES_APART)));
        times.show(Ticks.time(new Ticks.Span(getSkinnable().axes(), view, w, TIMES_APART)));
    }

    /// The picture may have another size than the spectrogram; both cover the same stretch of time and frequency.
    private void placeImage() {
        if (image.getImage() == null || stage.getWidth() <= 0) {
            return;
        }
        Viewport view = getSkinnable().viewportProperty().get();
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
        Viewport view = getSkinnable().viewportProperty().get();
        double x = getSkinnable().axes().xOf(getSkinnable().playheadProperty().get());
        double pixel = Math.round((x - view.left()) / view.width() * stage.getWidth());
        playhead.setVisible(getSkinnable().playheadShownProperty().get() && pixel >= 0 && pixel <= stage.getWidth());
        playhead.resizeRelocate(Math.min(pixel, stage.getWidth() - 1) - 1, 0, 3, stage.getHeight());
    }
}
