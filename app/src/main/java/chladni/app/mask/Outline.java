package chladni.app.mask;

import java.util.Arrays;

/// The inside of a closed line (even-odd): a lasso's or a polygon's.
///
/// @param xs corners, as many as `ys`; the last is joined to the first
public record Outline(double[] xs, double[] ys) implements Shape {
    /// Scan lines a pixel.
    private static final int FINE = 4;

    @Override
    public void cover(Coverage coverage) {
        if (xs.length < 3) {
            return;
        }
        Area area = Area.touched(least(xs), least(ys), most(xs), most(ys), coverage.layer());
        float[] line = new float[coverage.layer().columns()];
        for (int row = area.top(); row < area.bottom(); row++) {
            Arrays.fill(line, 0);
            for (int part = 0; part < FINE; part++) {
                addSpans(row + (part + 0.5) / FINE, line);
            }
            for (int column = area.left(); column < area.right(); column++) {
                coverage.raise(row, column, Math.min(1, line[column] / FINE));
            }
        }
        coverage.touch(area);
    }

    private void addSpans(double y, float[] line) {
        double[] crossings = new double[xs.length];
        int count = 0;
        for (int i = 0, j = xs.length - 1; i < xs.length; j = i++) {
            if (ys[i] > y != ys[j] > y) {
                crossings[count++] = xs[i] + (y - ys[i]) / (ys[j] - ys[i]) * (xs[j] - xs[i]);
            }
        }
        Arrays.sort(crossings, 0, count);
        for (int k = 0; k + 1 < count; k += 2) {
            double from = Math.clamp(crossings[k], 0, line.length);
            double to = Math.clamp(crossings[k + 1], 0, line.length);
            for (int column = (int) from; column < Math.ceil(to); column++) {
                line[column] += (float) Math.max(0, Math.min(column + 1, to) - Math.max(column, from));
            }
        }
    }

    private static double least(double[] numbers) {
        return Arrays.stream(numbers).min().orElse(0);
    }

    private static double most(double[] numbers) {
        return Arrays.stream(numbers).max().orElse(0);
    }
}
