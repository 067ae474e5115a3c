package chladni.app.control;

import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;

/// The colours of the levels with their decibels, and a mark at the level under the pointer.
final class LevelBar extends Region {
    private static final int STEPS = 256;
    private static final double BAR = 10;
    private static final double LABEL_HEIGHT = 16;

    private final ImageView bar = new ImageView();
    private final Region frame = new Region();
    private final Region mark = new Region();
    private final Label top = new Label("0 dB");
    private final Label bottom = new Label();
    private final PixelImage image = new PixelImage();
    private double floor = -80;
    private double ceiling;
    private double marked = Double.NaN;

    LevelBar() {
        getStyleClass().add("level-bar");
        frame.getStyleClass().add("level-frame");
        mark.getStyleClass().add("level-mark");
        bar.setSmooth(true);
        getChildren().addAll(bar, frame, mark, top, bottom);
    }

    void show(ColourScale scale, double floorDecibels, double ceilingDecibels) {
        floor = floorDecibels;
        ceiling = ceilingDecibels;
        bottom.setText(number(floorDecibels));
        top.setText(number(ceilingDecibels) + " dB");
        int[] argb = new int[STEPS];
        for (int i = 0; i < STEPS; i++) {
            argb[i] = scale.argb(1 - i / (STEPS - 1.0));
        }
        bar.setImage(image.show(new Pixels(1, STEPS, argb)));
        requestLayout();
    }

    /// @param decibels not a number: nothing is pointed at
    void mark(double decibels) {
        marked = decibels;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double left = Math.round((getWidth() - BAR) / 2);
        double length = Math.max(1, getHeight() - 2 * LABEL_HEIGHT);
        bar.setFitWidth(BAR);
        bar.setFitHeight(length);
        bar.relocate(left, LABEL_HEIGHT);
        frame.resizeRelocate(left - 1, LABEL_HEIGHT - 1, BAR + 2, length + 2);
        centre(top, 0);
        centre(bottom, getHeight() - LABEL_HEIGHT + 2);
        mark.setVisible(!Double.isNaN(marked));
        double share = Double.isNaN(marked) ? 0 : Math.clamp((ceiling - marked) / Math.max(1, ceiling - floor), 0, 1);
        mark.resizeRelocate(left - 4, Math.round(LABEL_HEIGHT + share * length) - 1, BAR + 8, 3);
    }

    private static String number(double decibels) {
        return String.format(Locale.ROOT, "%.0f", decibels).replace('-', '−');
    }

    private void centre(Label label, double y) {
        double width = Math.ceil(label.prefWidth(-1));
        label.resizeRelocate(Math.round((getWidth() - width) / 2), y, width, label.prefHeight(-1));
    }
}
