package chladni.app.mask;

import chladni.engine.media.Picture;

/// What becomes of a painted mask before it is used.
///
/// @param grow pixels added all around, 0 … 64
/// @param feather pixels outside that over which what is new fades into what stays, 0 … 64
/// @param snap whether every latent cell that is touched belongs to the mask as a whole
public record Shaping(int grow, int feather, boolean snap) {
    /// STUDIO section 3.
    public static final Shaping DEFAULT = new Shaping(4, 8, false);
    /// Pixels of a latent cell, each way (STUDIO section 2).
    public static final int CELL = 8;
    public static final int MOST = 64;

    private static final int HALF = 128;
    private static final int FULL = 255;

    /// The mask as it will be used; the painted one is left as it is.
    public Layer of(Layer painted) {
        if (grow == 0 && feather == 0 && !snap || painted.isBlank()) {
            return painted.copy();
        }
        float[] distance = Distance.to(painted, HALF);
        Layer used = new Layer(painted.rows(), painted.columns(), painted.blank());
        if (snap) {
            snapped(distance, used);
            distance = Distance.to(used, HALF);
        }
        int grown = snap ? 0 : grow;
        for (int row = 0; row < used.rows(); row++) {
            for (int column = 0; column < used.columns(); column++) {
                double beyond = distance[row * used.columns() + column] - grown;
                double share = beyond <= 0 ? 1 : feather == 0 ? 0 : Math.max(0, 1 - beyond / (feather + 1));
                used.set(row, column, Math.max(grow == 0 && !snap ? painted.at(row, column) : 0, (int) Math.round(share * FULL)));
            }
        }
        return used;
    }

    /// Cells that the grown mask touches become white as a whole.
    private void snapped(float[] distance, Layer used) {
        for (int row = 0; row < used.rows(); row++) {
            for (int column = 0; column < used.columns(); column++) {
                if (distance[row * used.columns() + column] <= grow) {
                    fillCell(used, row / CELL * CELL, column / CELL * CELL);
                }
            }
        }
    }

    private static void fillCell(Layer used, int top, int left) {
        if (used.at(top, left) == FULL) {
            return;
        }
        for (int row = top; row < Math.min(top + CELL, used.rows()); row++) {
            for (int column = left; column < Math.min(left + CELL, used.columns()); column++) {
                used.set(row, column, FULL);
            }
        }
    }

    /// A layer as a grey picture, 0 … 1.
    public static Picture picture(Layer layer) {
        float[] values = new float[layer.rows() * layer.columns()];
        for (int i = 0; i < values.length; i++) {
            values[i] = layer.at(i / layer.columns(), i % layer.columns()) / (float) FULL;
        }
        return new Picture(1, layer.rows(), layer.columns(), values);
    }
}
