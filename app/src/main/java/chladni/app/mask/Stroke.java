package chladni.app.mask;

import java.util.function.UnaryOperator;

/// One press of a tool until its release: it moves every pixel that is covered towards one value, as far as the pixel is covered, so
/// that the same stroke the other way leaves no rim.
public final class Stroke {
    private static final int FULL = 255;

    private final Layer layer;
    private final Layer before;
    private final Coverage coverage;
    private final int target;

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
                int old = before.at(row, column);
                int most = Math.round(FULL * coverage.at(row, column));
                layer.set(row, column, old + Math.clamp(target - old, -most, most));
            }
        }
    }

    /// What was changed since the press.
    public Patch finish() {
        return Patch.between(before, layer);
    }

    /// Puts another state of the layer in its place, made of how it was at the press.
    public void replace(UnaryOperator<Layer> change) {
        Layer after = change.apply(before);
        layer.paste(layer.whole(), after.cut(after.whole()));
    }

    /// Takes everything back.
    public void abandon() {
        layer.paste(layer.whole(), before.cut(layer.whole()));
    }
}
