package chladni.app.mask;

/// A rectangle of whole pixels; `right` and `bottom` lie just outside.
public record Area(int left, int top, int right, int bottom) {
    /// Nothing.
    public static final Area NONE = new Area(0, 0, 0, 0);

    /// All pixels that a rectangle of real numbers touches, within a layer.
    static Area touched(double left, double top, double right, double bottom, Layer within) {
        return new Area(
                (int) Math.clamp(Math.floor(left), 0, within.columns()),
                (int) Math.clamp(Math.floor(top), 0, within.rows()),
                (int) Math.clamp(Math.ceil(right), 0, within.columns()),
                (int) Math.clamp(Math.ceil(bottom), 0, within.rows()));
    }

    public int width() {
        return Math.max(0, right - left);
    }

    public int height() {
        return Math.max(0, bottom - top);
    }

    public boolean isEmpty() {
        return right <= left || bottom <= top;
    }

    /// The smallest rectangle around both.
    public Area and(Area other) {
        if (isEmpty() || other.isEmpty()) {
            return isEmpty() ? other : this;
        }
        return new Area(Math.min(left, other.left), Math.min(top, other.top), Math.max(right, other.right), Math.max(bottom, other.bottom));
    }
}
