package chladni.engine.field;

import chladni.engine.tensor.Noise;
import chladni.engine.tensor.Shape;
import chladni.engine.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/// An implicit picture (Tancik et al. 2020): place → random Fourier features → an MLP with ReLU → channels. Place is counted in heights of
/// the picture from its upper left corner, through the middles of its cells, so that both axes have the same scale.
///
/// | paper | here |
/// |---|---|
/// | v | place of a cell, `[n, 2]` |
/// | B | `frequencies`, `[2, f]`, normal with deviation σ |
/// | γ(v) | `features`, `[n, 2f]`: cos 2πvB, then sin 2πvB |
/// | θ | one flat array: weight `[out, in]` and bias `[out]`, layer after layer, as PyTorch's `Linear` keeps them |
public final class FourierField {
    private final Size size;
    private final Matrix features;
    private final int[] widths;

    /// @param rows of cells
    /// @param columns of cells
    /// @param channels numbers per cell
    /// @param frequencies f, half the number of features
    /// @param width of every hidden layer
    /// @param hidden number of hidden layers
    public record Size(int rows, int columns, int channels, int frequencies, int width, int hidden) {}

    private FourierField(Size size, Matrix features) {
        this.size = size;
        this.features = features;
        this.widths = new int[size.hidden + 2];
        Arrays.fill(widths, size.width);
        widths[0] = 2 * size.frequencies;
        widths[size.hidden + 1] = size.channels;
    }

    /// @param noise draws B
    /// @param sigma σ, cycles per height
    public static FourierField of(Size size, Noise noise, double sigma) {
        return of(size, noise.normal(Shape.of(2, size.frequencies)).times((float) sigma));
    }

    /// @param frequencies B, `[2, f]`: cycles per height down and to the right
    public static FourierField of(Size size, Tensor frequencies) {
        int f = size.frequencies;
        float[] b = frequencies.data();
        float[] values = new float[size.rows * size.columns * 2 * f];
        for (int cell = 0; cell < size.rows * size.columns; cell++) {
            double y = (cell / size.columns + 0.5) / size.rows;
            double x = (cell % size.columns + 0.5) / size.rows;
            for (int k = 0; k < f; k++) {
                double angle = 2 * Math.PI * (y * b[k] + x * b[f + k]);
                values[cell * 2 * f + k] = (float) Math.cos(angle);
                values[cell * 2 * f + f + k] = (float) Math.sin(angle);
            }
        }
        return new FourierField(size, new Matrix(size.rows * size.columns, 2 * f, values));
    }

    /// How many numbers θ has.
    public int parameters() {
        int count = 0;
        for (int layer = 1; layer < widths.length; layer++) {
            count += widths[layer] * (widths[layer - 1] + 1);
        }
        return count;
    }

    /// A fresh θ: uniform within ± 1/√in, as PyTorch's `Linear` begins.
    public float[] fresh(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] theta = new float[parameters()];
        int at = 0;
        for (int layer = 1; layer < widths.length; layer++) {
            double bound = 1 / Math.sqrt(widths[layer - 1]);
            for (int i = 0; i < widths[layer] * (widths[layer - 1] + 1); i++) {
                theta[at++] = (float) random.nextDouble(-bound, bound);
            }
        }
        return theta;
    }

    /// Runs the network forward.
    public Pass at(float[] theta) {
        List<Matrix> seen = new ArrayList<>();
        List<Matrix> weights = new ArrayList<>();
        Matrix x = features; // [n, 2f]
        int at = 0;
        for (int layer = 1; layer < widths.length; layer++) {
            int in = widths[layer - 1];
            int out = widths[layer];
            Matrix weight = new Matrix(out, in, Arrays.copyOfRange(theta, at, at + out * in));
            seen.add(x);
            weights.add(weight);
            x = x.times(weight.transposed()); // [n, in] → [n, out]
            at += out * in;
            finish(x, theta, at, layer < widths.length - 1);
            at += out;
        }
        return new Pass(size, seen, weights, x);
    }

    /// Adds the bias, and lets nothing below zero through where that is asked for.
    private static void finish(Matrix x, float[] theta, int bias, boolean rectified) {
        for (int i = 0; i < x.values().length; i++) {
            float value = x.values()[i] + theta[bias + i % x.columns()];
            x.values()[i] = rectified ? Math.max(0, value) : value;
        }
    }

    /// One forward run, with what its backward run needs.
    ///
    /// @param seen what each layer saw, `[n, in]`
    /// @param weights of each layer, `[out, in]`
    /// @param out `[n, c]`
    public record Pass(Size size, List<Matrix> seen, List<Matrix> weights, Matrix out) {
        /// The picture, `[1, c, h, w]`.
        public Tensor picture() {
            return Tensor.of(Shape.of(1, size.channels, size.rows, size.columns), out.transposed().values());
        }

        /// ∂L/∂θ from ∂L/∂picture `[1, c, h, w]`.
        public float[] gradient(Tensor byPicture) {
            Matrix g = new Matrix(size.channels, size.rows * size.columns, byPicture.data()).transposed(); // [n, c]
            List<float[]> pieces = new ArrayList<>();
            for (int layer = weights.size() - 1; layer >= 0; layer--) {
                pieces.addFirst(sums(g));
                pieces.addFirst(g.transposed().times(seen.get(layer)).values()); // [out, n] · [n, in]
                if (layer > 0) {
                    g = through(g.times(weights.get(layer)), seen.get(layer)); // [n, out] → [n, in]
                }
            }
            return joined(pieces);
        }

        /// A ReLU that let nothing through passes no gradient back.
        private static Matrix through(Matrix g, Matrix activations) {
            float[] values = g.values();
            for (int i = 0; i < values.length; i++) {
                values[i] = activations.values()[i] > 0 ? values[i] : 0;
            }
            return g;
        }

        private static float[] sums(Matrix g) {
            float[] sums = new float[g.columns()];
            for (int i = 0; i < g.values().length; i++) {
                sums[i % sums.length] += g.values()[i];
            }
            return sums;
        }

        private static float[] joined(List<float[]> pieces) {
            float[] whole = new float[pieces.stream().mapToInt(piece -> piece.length).sum()];
            int at = 0;
            for (float[] piece : pieces) {
                System.arraycopy(piece, 0, whole, at, piece.length);
                at += piece.length;
            }
            return whole;
        }
    }
}
