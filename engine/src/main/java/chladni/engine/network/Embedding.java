package chladni.engine.network;

import chladni.engine.tensor.Tensor;

/// Where a network puts a picture, a sound or a text in the space that it shares with others.
///
/// @param raw the projection as it comes, `[n, d]`
/// @param unit the same with rows of length one, whose products are cosines
public record Embedding(Tensor raw, Tensor unit) {
    /// @param raw `[n, d]`
    public static Embedding of(Tensor raw) {
        int rows = raw.shape().length(0);
        int width = raw.shape().length(1);
        float[] unit = raw.data().clone();
        for (int row = 0; row < rows; row++) {
            double squares = 0;
            for (int i = 0; i < width; i++) {
                squares += (double) unit[row * width + i] * unit[row * width + i];
            }
            double length = Math.sqrt(squares);
            for (int i = 0; i < width && length > 0; i++) {
                unit[row * width + i] = (float) (unit[row * width + i] / length);
            }
        }
        return new Embedding(raw, Tensor.of(raw.shape(), unit));
    }

    /// Cosine of the angle between a row of this and a row of the other.
    public double cosine(int row, Embedding other, int otherRow) {
        int width = unit.shape().length(1);
        double sum = 0;
        for (int i = 0; i < width; i++) {
            sum += (double) unit.data()[row * width + i] * other.unit.data()[otherRow * width + i];
        }
        return sum;
    }

    /// One row by itself.
    public Embedding row(int index) {
        return new Embedding(raw.row(index), unit.row(index));
    }

    public int rows() {
        return unit.shape().length(0);
    }
}
