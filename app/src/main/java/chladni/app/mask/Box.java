package chladni.app.mask;

/// A rectangle between two corners, in any order.
public record Box(double x0, double y0, double x1, double y1) implements Shape {
    @Override
    public void cover(Coverage coverage) {
        double left = Math.min(x0, x1);
        double right = Math.max(x0, x1);
        double top = Math.min(y0, y1);
        double bottom = Math.max(y0, y1);
        Area area = Area.touched(left, top, right, bottom, coverage.layer());
        for (int row = area.top(); row < area.bottom(); row++) {
            for (int column = area.left(); column < area.right(); column++) {
                coverage.raise(row, column, overlap(column, left, right) * overlap(row, top, bottom));
            }
        }
        coverage.touch(area);
    }

    private static double overlap(int pixel, double from, double to) {
        return Math.max(0, Math.min(pixel + 1, to) - Math.max(pixel, from));
    }
}
