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
    private static final int HALF = 128;
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
        int[] columns = columns(frame);
        int[] rows = rows(frame);
        Shares shares = effective ? this::ofCell : this::ofPixel;
        for (int y = 0; y < frame.height(); y++) {
            for (int x = 0; x < frame.width(); x++) {
                argb[y * frame.width() + x] = colour(shares, rows, columns, x, y);
            }
        }
    }

    private int colour(Shares shares, int[] rows, int[] columns, int x, int y) {
        if (rows[y] < 0) {
            return 0;
        }
        if (isEdge(rows, columns, x, y)) {
            return (x + y) / DASH % 2 == 0 ? premultiplied(WHITE, LINE) : premultiplied(rgb, LINE);
        }
        if (grid && isGrid(rows, columns, x, y)) {
            return premultiplied(WHITE, GRID);
        }
        double share = shares.at(rows[y], columns[x]);
        if (share == 0) {
            return 0;
        }
        boolean stripe = (x + y) % PERIOD < STRIPE;
        return premultiplied(rgb, share * (stripe ? HATCH : VEIL));
    }

    /// How much of a pixel is made anew, 0 … 1.
    private interface Shares {
        double at(int row, int column);
    }

    private double ofPixel(int row, int column) {
        return mask.used().at(row, column) / 255.0;
    }

    private double ofCell(int row, int column) {
        Picture cells = mask.cells();
        return cells.at(0, Math.min(row / Shaping.CELL, cells.height() - 1), Math.min(column / Shaping.CELL, cells.width() - 1));
    }

    private boolean isEdge(int[] rows, int[] columns, int x, int y) {
        if (x == 0 || y == 0 || rows[y - 1] < 0) {
            return false;
        }
        Layer painted = mask.painted();
        boolean here = painted.at(rows[y], columns[x]) >= HALF;
        return here != painted.at(rows[y], columns[x - 1]) >= HALF || here != painted.at(rows[y - 1], columns[x]) >= HALF;
    }

    private static boolean isGrid(int[] rows, int[] columns, int x, int y) {
        return x > 0 && columns[x] / Shaping.CELL != columns[x - 1] / Shaping.CELL
                || y > 0 && rows[y - 1] >= 0 && rows[y] / Shaping.CELL != rows[y - 1] / Shaping.CELL;
    }

    private int[] columns(Frame frame) {
        int[] columns = new int[frame.width()];
        for (int x = 0; x < columns.length; x++) {
            double at = frame.view().left() + (x + 0.5) / frame.width() * frame.view().width();
            columns[x] = Math.clamp((int) at, 0, mask.painted().columns() - 1);
        }
        return columns;
    }

    /// The band of each line of the screen; −1 where the scale goes beyond the bands.
    private int[] rows(Frame frame) {
        int[] rows = new int[frame.height()];
        for (int y = 0; y < rows.length; y++) {
            double band = frame.axes().bandAt(frame.view().top() + (y + 0.5) / frame.height() * frame.view().height());
            rows[y] = band < 0 || band >= mask.painted().rows() ? -1 : (int) band;
        }
        return rows;
    }

    static int premultiplied(int rgb, double alpha) {
        int a = (int) Math.round(alpha * 255);
        return a << 24 | scaled(rgb >> 16 & 0xFF, alpha) << 16 | scaled(rgb >> 8 & 0xFF, alpha) << 8 | scaled(rgb & 0xFF, alpha);
    }

    private static int scaled(int channel, double alpha) {
        return (int) Math.round(channel * alpha);
    }
}
