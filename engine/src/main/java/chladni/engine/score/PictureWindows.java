package chladni.engine.score;

import chladni.engine.media.Picture;
import java.util.ArrayList;
import java.util.List;

/// Square windows along a picture, as wide as its shorter side and an eighth of that apart: at the full size of 256 rows that is a
/// 256-pixel window every 32 pixels, as in the code of Images that Sound.
public final class PictureWindows {
    private static final int STEPS_PER_WINDOW = 8;

    private PictureWindows() {}

    /// Side of a window in pixels.
    public static int side(Picture picture) {
        return Math.min(picture.height(), picture.width());
    }

    /// Pixels from one window to the next.
    public static int step(Picture picture) {
        return Math.max(1, side(picture) / STEPS_PER_WINDOW);
    }

    /// From left to right, or from top to bottom; a square picture is its own window.
    public static List<Picture> of(Picture picture) {
        int side = side(picture);
        List<Picture> windows = new ArrayList<>();
        for (int at = 0; at + side <= Math.max(picture.height(), picture.width()); at += step(picture)) {
            windows.add(picture.height() > picture.width() ? cut(picture, at, 0, side) : cut(picture, 0, at, side));
        }
        return windows;
    }

    private static Picture cut(Picture picture, int top, int left, int side) {
        float[] values = new float[picture.channels() * side * side];
        for (int c = 0; c < picture.channels(); c++) {
            for (int y = 0; y < side; y++) {
                int from = (c * picture.height() + top + y) * picture.width() + left;
                System.arraycopy(picture.values(), from, values, (c * side + y) * side, side);
            }
        }
        return new Picture(picture.channels(), side, side, values);
    }
}
