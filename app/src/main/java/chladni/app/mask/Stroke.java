package chladni.app.mask;

/// One press of a tool until its release: it moves every pixel that is covered towards one value.
public final class Stroke {
    private static final int FULL = 255;

    private final Layer layer;
    private final Layer before;
    private final Coverage coverage;
    private final double target;

    /// @param target 255 adds to a mask, 0 takes away
    public Stroke(Layer layer, int target) {
        this.layer = layer;
        this.before = layer.copy();
        this.coverage = new Coverage(layer);
        this.target = target;
    }

    /// Draws a shape more.
    public void draw(Shape shape) {
        shape.cover(coverage);
        Area area = coverage.takeTouched();
        for (int row = area.top(); row < area.bottom(); row++) {
            for (int column = area.left(); column < area.right(); column++) {
                double old = before.at(row, column);
                layer.set(row, column, Math.clamp(Math.round(old + (target - old) * coverage.at(row, column)), 0, FULL));
            }
        }
    }

    /// What was changed since the press.
    public Patch finish() {
        return Patch.between(before, layer);
    }

    /// Takes everything back.
    public void abandon() {
        layer.paste(layer.whole(), before.cut(layer.whole()));
    }
}
