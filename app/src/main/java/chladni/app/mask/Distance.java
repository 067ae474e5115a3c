package chladni.app.mask;

/// The exact Euclidean distance transform of Felzenszwalb & Huttenlocher (*Distance transforms of sampled functions*, 2012): the lower
/// envelope of parabolas, along the columns and then along the rows.
final class Distance {
    private static final float FAR = 1e12f;

    private final float[] values;
    private final int[] roots;
    private final float[] borders;

    private Distance(int longest) {
        values = new float[longest];
        roots = new int[longest];
        borders = new float[longest + 1];
    }

    /// From each pixel's middle to the nearest that holds at least `threshold`; 0 there.
    static float[] to(Layer layer, int threshold) {
        int columns = layer.columns();
        int rows = layer.rows();
        float[] squares = new float[rows * columns];
        for (int i = 0; i < squares.length; i++) {
            squares[i] = layer.at(i / columns, i % columns) >= threshold ? 0 : FAR;
        }
        Distance pass = new Distance(Math.max(rows, columns));
        for (int column = 0; column < columns; column++) {
            pass.line(squares, column, columns, rows);
        }
        for (int row = 0; row < rows; row++) {
            pass.line(squares, row * columns, 1, columns);
        }
        for (int i = 0; i < squares.length; i++) {
            squares[i] = (float) Math.sqrt(squares[i]);
        }
        return squares;
    }

    private void line(float[] squares, int start, int step, int count) {
        for (int i = 0; i < count; i++) {
            values[i] = squares[start + i * step];
        }
        int last = envelope(count);
        for (int i = 0, k = 0; i < count; i++) {
            while (k < last && borders[k + 1] < i) {
                k++;
            }
            int away = i - roots[k];
            squares[start + i * step] = away * away + values[roots[k]];
        }
    }

    /// @return index of the last parabola
    private int envelope(int count) {
        int k = 0;
        roots[0] = 0;
        borders[0] = Float.NEGATIVE_INFINITY;
        borders[1] = Float.POSITIVE_INFINITY;
        for (int q = 1; q < count; q++) {
            float meets = meet(q, roots[k]);
            while (k > 0 && meets <= borders[k]) {
                k--;
                meets = meet(q, roots[k]);
            }
            k = meets <= borders[k] ? k : k + 1;
            roots[k] = q;
            borders[k] = k == 0 ? Float.NEGATIVE_INFINITY : meets;
            borders[k + 1] = Float.POSITIVE_INFINITY;
        }
        return k;
    }

    private float meet(int q, int root) {
        double own = values[q] + (double) q * q;
        double other = values[root] + (double) root * root;
        return (float) ((own - other) / (2.0 * (q - root)));
    }
}
