package chladni.app.control;

import chladni.app.control.Veil.Frame;
import chladni.app.mask.Layer;
import chladni.app.mask.ShapedMask;
import chladni.app.mask.Shaping;
import chladni.engine.media.Picture;

/// Draws a mask: half of its colour and a hatch where something will be made anew, a light line around what was painted, and the latent
/// cells where they are large enough to matter.
///
/// @param mask its painted edge gets the line
/// @param effective whether the latent cells are shown that will really be made anew, instead of the mask over pixels
/// @param grid whether the lines between the latent cells are drawn
/// @param rgb the mask's colour
public record MaskInk(ShapedMask mask, boolean effective, boolean grid, int rgb) implements Veil.Ink {
    private static final float HALF = 127.5f;
    private static final float FULL = 255;
    private static final int PERIOD = 9;
    private static final int STRIPE = 2;
    private static final int DASH = 7;
    private static final double VEIL = 0.42;
    private static final double HATCH = 0.62;
    private static final double LINE = 0.95;
    private static final double GRID = 0.16;
    private static final int WHITE = 0xFFFFFF;

    @Override
    public void paint(Frame frame, int[] argb) {
        int width = frame.width();
        float[] columns = columns(frame);
        float[] shares = new float[width];
        float[] above = new float[width];
        float[] here = new float[width];
        Layer used = mask.used();
        double bandAbove = -1;
        for (int y = 0; y < frame.height(); y++) {
            double band = band(frame, y);
            if (band < 0 || band >= used.rows()) {
                java.util.Arrays.fill(argb, y * width, (y + 1) * width, 0);
                bandAbove = -1;
                continue;
            }
            float[] last = above;
            above = here;
            here = last;
            line(mask.painted(), band, columns, here);
            if (effective) {
                cells(band, columns, shares);
            } else {
                line(used, band, columns, shares);
            }
            boolean rule = grid && bandAbove >= 0 && (int) band / Shaping.CELL != (int) bandAbove / Shaping.CELL;
            for (int x = 0; x < width; x++) {
                boolean edge = bandAbove >= 0 && x > 0 && isEdge(here[x], here[x - 1], above[x]);
                boolean lines = rule || grid && x > 0 && (int) columns[x] / Shaping.CELL != (int) columns[x - 1] / Shaping.CELL;
                argb[y * width + x] = edge ? dash(x, y) : lines ? premultiplied(WHITE, GRID) : veil(shares[x] / FULL, x, y);
            }
            bandAbove = band;
        }
    }

    private static boolean isEdge(float here, float left, float above) {
        return here >= HALF != left >= HALF || here >= HALF != above >= HALF;
    }

    private int dash(int x, int y) {
        return (x + y) / DASH % 2 == 0 ? premultiplied(WHITE, LINE) : premultiplied(rgb, LINE);
    }

    private int veil(float share, int x, int y) {
        return share == 0 ? 0 : premultiplied(rgb, share * ((x + y) % PERIOD < STRIPE ? HATCH : VEIL));
    }

    /// One line of the screen over a layer, between its pixels in straight lines.
    private static void line(Layer layer, double band, float[] columns, float[] out) {
        double y = Math.clamp(band - 0.5, 0, layer.rows() - 1);
        int row = (int) y;
        int next = Math.min(row + 1, layer.rows() - 1);
        float down = (float) (y - row);
        for (int x = 0; x < out.length; x++) {
            float at = Math.clamp(columns[x] - 0.5f, 0, layer.columns() - 1);
            int left = (int) at;
            int right = Math.min(left + 1, layer.columns() - 1);
            float across = at - left;
            float upper = layer.at(row, left) + across * (layer.at(row, right) - layer.at(row, left));
            float lower = layer.at(next, left) + across * (layer.at(next, right) - layer.at(next, left));
            out[x] = upper + down * (lower - upper);
        }
    }

    private void cells(double band, float[] columns, float[] out) {
        Picture cells = mask.cells();
        int row = Math.min((int) band / Shaping.CELL, cells.height() - 1);
        for (int x = 0; x < out.length; x++) {
            out[x] = FULL * cells.at(0, row, Math.min((int) columns[x] / Shaping.CELL, cells.width() - 1));
        }
    }

    private static float[] columns(Frame frame) {
        float[] columns = new float[frame.width()];
        for (int x = 0; x < columns.length; x++) {
            columns[x] = (float) (frame.view().left() + (x + 0.5) / frame.width() * frame.view().width());
        }
        return columns;
    }

    private static double band(Frame frame, int y) {
        return frame.axes().bandAt(frame.view().top() + (y + 0.5) / frame.height() * frame.view().height());
    }

    static int premultiplied(int rgb, double alpha) {
        int a = (int) Math.round(alpha * FULL);
        return a << 24 | scaled(rgb >> 16 & 0xFF, alpha) << 16 | scaled(rgb >> 8 & 0xFF, alpha) << 8 | scaled(rgb & 0xFF, alpha);
    }

    private static int scaled(int channel, double alpha) {
        return (int) Math.round(channel * alpha);
    }
}
