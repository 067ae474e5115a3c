package chladni.app.mask;

import chladni.engine.media.Picture;

/// A painted balance as the sound's share of the say, cell by cell.
public final class BalanceMap {
    private static final double EVEN = 128;
    private static final double FULL = 255;

    private BalanceMap() {}

    /// @param balance the panel's: the sound's share where nothing is painted
    /// @return 0 = all picture … 1 = all sound
    public static Picture of(Layer painted, double balance) {
        float[] values = new float[painted.rows() * painted.columns()];
        for (int i = 0; i < values.length; i++) {
            int value = painted.at(i / painted.columns(), i % painted.columns());
            values[i] = (float) (value <= EVEN ? balance * value / EVEN : balance + (1 - balance) * (value - EVEN) / (FULL - EVEN));
        }
        return new Picture(1, painted.rows(), painted.columns(), values);
    }

    /// The painting that `of` made a map of.
    public static Layer painted(Picture map, double balance) {
        Layer layer = new Layer(map.height(), map.width(), (int) EVEN);
        for (int row = 0; row < map.height(); row++) {
            for (int column = 0; column < map.width(); column++) {
                double share = map.at(0, row, column);
                double value = share <= balance ? EVEN * share / balance : EVEN + (FULL - EVEN) * (share - balance) / (1 - balance);
                layer.set(row, column, (int) Math.clamp(Math.round(value), 0, (long) FULL));
            }
        }
        return layer;
    }
}
