package chladni.app.control;

/// The part of a spectrogram that is on the screen, in cells.
public record Viewport(double left, double top, double width, double height) {
    private static final double MOST_ZOOM = 32;

    /// All of it.
    public static Viewport whole(Axes axes) {
        return new Viewport(0, 0, axes.columns(), axes.rows());
    }

    /// Magnified around a place that stays where it is on the screen.
    ///
    /// @param time above 1 shows less time
    /// @param frequency above 1 shows fewer bands
    public Viewport zoomed(double time, double frequency, double x, double y) {
        return new Viewport(x - (x - left) / time, y - (y - top) / frequency, width / time, height / frequency);
    }

    public Viewport moved(double columns, double rows) {
        return new Viewport(left + columns, top + rows, width, height);
    }

    /// The nearest part that exists: not beyond the edges, not larger than all, not smaller than a few cells.
    public Viewport within(Axes axes) {
        double w = Math.clamp(width, axes.columns() / MOST_ZOOM, axes.columns());
        double h = Math.clamp(height, axes.rows() / MOST_ZOOM, axes.rows());
        return new Viewport(Math.clamp(left, 0, axes.columns() - w), Math.clamp(top, 0, axes.rows() - h), w, h);
    }

    public boolean isWhole(Axes axes) {
        return width >= axes.columns() && height >= axes.rows();
    }
}
