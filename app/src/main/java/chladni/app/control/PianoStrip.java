package chladni.app.control;

import chladni.engine.sound.Note;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;

/// Piano keys along the frequency axis, each as high as its semitone; where they are too small to be seen only the octaves are marked.
final class PianoStrip extends Region {
    private static final int WHITE = 0xFFE6E9EE;
    private static final int BLACK = 0xFF20262E;
    private static final int LINE = 0xFF9AA3AF;
    private static final int OCTAVE = 0xFF45C8D4;
    private static final double LEAST_KEY = 2.2;
    private static final double LEAST_HERTZ = 20;
    /// Sharps within an octave, one bit each from C up.
    private static final int SHARPS = 0b010101001010;

    private final ImageView keys = new ImageView();
    private final PixelImage memory = new PixelImage();

    PianoStrip() {
        getStyleClass().add("piano-strip");
        keys.setSmooth(false);
        getChildren().add(keys);
    }

    void show(Axes axes, Viewport view) {
        int height = (int) getHeight();
        if (height < 2) {
            return;
        }
        int[] argb = new int[height];
        for (int y = 0; y < height; y++) {
            argb[y] = colour(axes, view, y, height);
        }
        keys.setImage(memory.show(new Pixels(1, height, argb)));
        keys.setFitWidth(getWidth());
        keys.setFitHeight(height);
    }

    private static int colour(Axes axes, Viewport view, int y, int height) {
        double upper = hertz(axes, view, (double) y / height);
        double lower = hertz(axes, view, (y + 1.0) / height);
        int note = Note.of(lower).number();
        boolean edge = Note.of(upper).number() != note;
        boolean tooSmall = 12 * Math.log(upper / lower) / Math.log(2) > 1 / LEAST_KEY;
        if (Math.floorMod(note, 12) == 0 && edge && Math.floorDiv(Note.of(upper).number(), 12) == Math.floorDiv(note, 12)) {
            return tooSmall ? OCTAVE : LINE;
        }
        if (tooSmall) {
            return BLACK;
        }
        boolean sharp = (SHARPS >> Math.floorMod(note, 12) & 1) == 1;
        return sharp ? BLACK : edge ? LINE : WHITE;
    }

    private static double hertz(Axes axes, Viewport view, double share) {
        return Math.max(LEAST_HERTZ, axes.hertzAt(view.top() + share * view.height()));
    }
}
