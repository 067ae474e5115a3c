package chladni.app.control;

import chladni.engine.media.Picture;
import java.util.Arrays;

/// Opaque colours ready for the screen, row by row; red, green and blue 0 … 255 in the low bytes.
///
/// @param argb `width · height` colours; not copied, must not be changed afterwards
public record Pixels(int width, int height, int[] argb) {
    private static final int OPAQUE = 0xFF000000;

    /// A picture as it is, cut to black and white at 0 and 1.
    public static Pixels of(Picture picture) {
        int plane = picture.height() * picture.width();
        int green = picture.channels() == 1 ? 0 : plane;
        float[] values = picture.values();
        int[] argb = new int[plane];
        for (int i = 0; i < plane; i++) {
            argb[i] = OPAQUE | to8Bits(values[i]) << 16 | to8Bits(values[i + green]) << 8 | to8Bits(values[i + 2 * green]);
        }
        return new Pixels(picture.width(), picture.height(), argb);
    }

    /// A grey picture through a colour map.
    public static Pixels of(Picture grey, ColourMap map) {
        int[] argb = new int[grey.values().length];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = map.at(grey.values()[i]);
        }
        return new Pixels(grey.width(), grey.height(), argb);
    }

    /// The same picture with its bands where a scale draws them; itself on the mel scale.
    public Pixels on(Axes axes) {
        if (axes.scale() == FrequencyScale.MEL) {
            return this;
        }
        int high = 2 * height; // linear and logarithmic axes spread some bands
        int[] out = new int[high * width];
        for (int y = 0; y < high; y++) {
            double band = axes.bandAt((y + 0.5) / high * axes.rows()) / axes.rows() * height;
            if (band >= 0 && band < height) {
                System.arraycopy(argb, (int) band * width, out, y * width, width);
            } else {
                Arrays.fill(out, y * width, (y + 1) * width, OPAQUE);
            }
        }
        return new Pixels(width, high, out);
    }

    private static int to8Bits(float value) {
        return Math.clamp(Math.round(value * 255), 0, 255);
    }
}
