package chladni.app.mask;

import chladni.engine.compose.EffectiveMask;
import chladni.engine.media.Picture;
import org.jspecify.annotations.Nullable;

/// A painted mask with what becomes of it, worked out when it is asked for, on any thread.
public final class ShapedMask {
    private final Layer painted;
    private final Shaping shaping;
    private @Nullable Layer used;
    private @Nullable Picture cells;

    /// @param painted not changed any more
    public ShapedMask(Layer painted, Shaping shaping) {
        this.painted = painted;
        this.shaping = shaping;
    }

    public Layer painted() {
        return painted;
    }

    /// Grown, feathered, snapped.
    public synchronized Layer used() {
        Layer made = used;
        if (made == null) {
            made = shaping.of(painted);
            used = made;
        }
        return made;
    }

    /// One pixel for each latent cell, above 0 where the engine will make it anew.
    public synchronized Picture cells() {
        Picture made = cells;
        if (made == null) {
            made = EffectiveMask.cells(Shaping.picture(used()), Shaping.CELL);
            cells = made;
        }
        return made;
    }

    /// Cells that are made anew, as the rectangle around them.
    public Area cellArea() {
        Picture all = cells();
        Area area = Area.NONE;
        for (int i = 0; i < all.values().length; i++) {
            if (all.values()[i] > 0) {
                int row = i / all.width();
                int column = i % all.width();
                area = area.and(new Area(column, row, column + 1, row + 1));
            }
        }
        return area;
    }
}
