package chladni.app.mask;

import java.util.Arrays;

/// What a step changed: one rectangle of a layer, before and after.
public record Patch(Area area, byte[] before, byte[] after) {
    /// The difference of two states of a layer, no larger than needed.
    public static Patch between(Layer before, Layer after) {
        Area area = changed(before, after);
        return new Patch(area, before.cut(area), after.cut(area));
    }

    public void redo(Layer layer) {
        layer.paste(area, after);
    }

    public void undo(Layer layer) {
        layer.paste(area, before);
    }

    public boolean isEmpty() {
        return area.isEmpty();
    }

    public long bytes() {
        return (long) before.length + after.length;
    }

    private static Area changed(Layer before, Layer after) {
        Area area = Area.NONE;
        for (int row = 0; row < before.rows(); row++) {
            Area line = new Area(0, row, before.columns(), row + 1);
            byte[] one = before.cut(line);
            byte[] other = after.cut(line);
            int first = Arrays.mismatch(one, other);
            if (first >= 0) {
                int last = one.length - 1;
                while (one[last] == other[last]) {
                    last--;
                }
                area = area.and(new Area(first, row, last + 1, row + 1));
            }
        }
        return area;
    }
}
