package chladni.engine.field;

import java.util.stream.IntStream;

/// A dense matrix, row by row.
record Matrix(int rows, int columns, float[] values) {
    /// Below this many products, handing rows to other threads costs more than it saves.
    private static final long WORTH_SHARING = 1 << 20;

    Matrix {
        if (values.length != rows * columns) {
            throw new IllegalArgumentException("a matrix of " + rows + " × " + columns + " does not hold " + values.length + " numbers");
        }
    }

    /// `[n, k] · [k, m] → [n, m]`, rows on all cores. The inner loop runs along rows of both, so that it becomes vector instructions.
    Matrix times(Matrix other) {
        int k = columns;
        int m = other.columns;
        float[] out = new float[rows * m];
        IntStream all = IntStream.range(0, rows);
        (out.length * (long) k < WORTH_SHARING ? all : all.parallel()).forEach(row -> {
            for (int i = 0; i < k; i++) {
                float factor = values[row * k + i];
                if (factor != 0) { // half of what a ReLU lets through
                    other.addRow(i, factor, out, row * m);
                }
            }
        });
        return new Matrix(rows, m, out);
    }

    private void addRow(int row, float factor, float[] out, int at) {
        int from = row * columns;
        for (int j = 0; j < columns; j++) {
            out[at + j] += factor * values[from + j];
        }
    }

    Matrix transposed() {
        float[] out = new float[values.length];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                out[column * rows + row] = values[row * columns + column];
            }
        }
        return new Matrix(columns, rows, out);
    }
}
