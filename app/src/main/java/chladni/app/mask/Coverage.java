package chladni.app.mask;

/// How much of each pixel the shapes of one stroke cover, 0 … 1. Shapes that overlap do not add up, so that going over a place twice
/// in one stroke is the same as once.
public final class Coverage {
    private final Layer layer;
    private final float[] shares;
    private Area touched = Area.NONE;

    Coverage(Layer layer) {
        this.layer = layer;
        shares = new float[layer.rows() * layer.columns()];
    }

    Layer layer() {
        return layer;
    }

    float at(int row, int column) {
        return shares[row * layer.columns() + column];
    }

    void raise(int row, int column, double share) {
        int at = row * layer.columns() + column;
        shares[at] = Math.max(shares[at], (float) share);
    }

    void touch(Area area) {
        touched = touched.and(area);
    }

    /// What has been touched since this was asked last.
    Area takeTouched() {
        Area area = touched;
        touched = Area.NONE;
        return area;
    }
}
