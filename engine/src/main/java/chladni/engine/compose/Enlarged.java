package chladni.engine.compose;

import chladni.engine.tensor.Shape;
import chladni.engine.tensor.Tensor;

/// Bilinear enlargement of `[1, c, h, w]` with corners aligned, as stage II of DeepFloyd IF was trained with.
final class Enlarged {
    private Enlarged() {}

    static Tensor to(Tensor small, int height, int width) {
        Shape from = small.shape();
        int channels = from.length(1);
        float[] out = new float[channels * height * width];
        for (int y = 0; y < height; y++) {
            Between rows = Between.of(y, height, from.length(2));
            for (int x = 0; x < width; x++) {
                Between columns = Between.of(x, width, from.length(3));
                for (int c = 0; c < channels; c++) {
                    float top = columns.mix(small.at(0, c, rows.first, columns.first), small.at(0, c, rows.first, columns.second));
                    float bottom = columns.mix(small.at(0, c, rows.second, columns.first), small.at(0, c, rows.second, columns.second));
                    out[(c * height + y) * width + x] = rows.mix(top, bottom);
                }
            }
        }
        return Tensor.of(Shape.of(1, channels, height, width), out);
    }

    /// Two neighbours and how far the place lies from the first to the second.
    private record Between(int first, int second, float share) {
        static Between of(int place, int length, int oldLength) {
            float at = length > 1 ? place * ((float) (oldLength - 1) / (length - 1)) : 0;
            int first = Math.min((int) at, oldLength - 1);
            return new Between(first, Math.min(first + 1, oldLength - 1), at - first);
        }

        float mix(float a, float b) {
            return (1 - share) * a + share * b;
        }
    }
}
