package chladni.app.mask;

/// A round brush drawn from one place to another: everything within `radius` of the line between them.
public record Capsule(double x0, double y0, double x1, double y1, double radius) implements Shape {
    @Override
    public void cover(Coverage coverage) {
        Area area = Area.touched(Math.min(x0, x1) - radius - 1, Math.min(y0, y1) - radius - 1,
                Math.max(x0, x1) + radius + 1, Math.max(y0, y1) + radius + 1, coverage.layer());
        for (int row = area.top(); row < area.bottom(); row++) {
            for (int column = area.left(); column < area.right(); column++) {
                double share = radius + 0.5 - distance(column + 0.5, row + 0.5);
                if (share > 0) {
                    coverage.raise(row, column, Math.min(1, share));
                }
            }
        }
        coverage.touch(area);
    }

    private double distance(double x, double y) {
        double dx = x1 - x0;
        double dy = y1 - y0;
        double length = dx * dx + dy * dy;
        double along = length == 0 ? 0 : Math.clamp(((x - x0) * dx + (y - y0) * dy) / length, 0, 1);
        return Math.hypot(x - x0 - along * dx, y - y0 - along * dy);
    }
}
