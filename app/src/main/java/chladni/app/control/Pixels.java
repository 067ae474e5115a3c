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

    /// Made smaller by whole steps, each pixel the mean of those it stands for, but not below a size.
    public Pixels atLeast(int wide, int high) {
        int across = Math.max(1, width / wide);
        int down = Math.max(1, height / high);
        if (across == 1 && down == 1) {
            return this;
        }
        int w = width / across;
        int h = height / down;
        int[] out = new int[w * h];
        for (int i = 0; i < out.length; i++) {
            out[i] = mean(i % w * across, i / w * down, across, down);
        }
        return new Pixels(w, h, out);
    }

    private int mean(int left, int top, int across, int down) {
        int red = 0;
        int green = 0;
        int blue = 0;
        for (int y = top; y < top + down; y++) {
            for (int x = left; x < left + across; x++) {
                int one = argb[y * width + x];
                red += one >> 16 & 0xFF;
                green += one >> 8 & 0xFF;
                blue += one & 0xFF;
            }
        }
        int count = across * down;
        return OPAQUE | red / count << 16 | green / count << 8 | blue / count;
    }

    private static int to8Bits(float value) {
        return Math.clamp(Math.round(value * 255), 0, 255);
    }
}
