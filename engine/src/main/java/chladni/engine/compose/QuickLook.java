package chladni.engine.compose;

import chladni.engine.failure.CancelSignal;
import chladni.engine.media.Picture;
import chladni.engine.pack.Pack;
import chladni.engine.tensor.Noise;
import chladni.engine.tensor.Shape;
import chladni.engine.tensor.Tensor;

/// A decoder's grey picture guessed without running it: autoencoders of this kind are nearly linear at the scale of a latent cell, so
/// grey ≈ w · z + b, with w and b fitted once by least squares to a small decoded patch of noise.
///
/// @param weights w for each latent channel, then b
/// @param nanosPerCell what one cell cost to decode
record QuickLook(double[] weights, double nanosPerCell) {
    private static final int ROWS = 8;
    private static final int COLUMNS = 16;
    /// Any seed does; a fixed one keeps previews the same from run to run.
    private static final long SEED = 1;

    static QuickLook fit(Pack pack, CancelSignal cancel) {
        int channels = pack.latentChannels();
        Tensor latents = Noise.single(SEED).normal(Shape.of(1, channels, ROWS, COLUMNS));
        pack.decode(latents, cancel); // the first run also loads the decoder, which is not what a cell costs
        long start = System.nanoTime();
        Picture grey = Eyes.picture(pack.decode(latents, cancel)).grey();
        double nanos = System.nanoTime() - start;
        return new QuickLook(solved(latents, grey, channels), nanos / (ROWS * COLUMNS));
    }

    /// Normal equations of least squares: one row per cell, the cell's mean grey as its value.
    private static double[] solved(Tensor latents, Picture grey, int channels) {
        int n = channels + 1;
        int cell = grey.height() / ROWS;
        double[][] system = new double[n][n + 1];
        double[] row = new double[n];
        for (int at = 0; at < ROWS * COLUMNS; at++) {
            for (int channel = 0; channel < channels; channel++) {
                row[channel] = latents.data()[channel * ROWS * COLUMNS + at];
            }
            row[channels] = 1;
            double value = mean(grey, at / COLUMNS * cell, at % COLUMNS * cell, cell);
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    system[i][j] += row[i] * row[j];
                }
                system[i][n] += row[i] * value;
            }
        }
        return gauss(system);
    }

    private static double mean(Picture grey, int top, int left, int size) {
        double sum = 0;
        for (int i = 0; i < size * size; i++) {
            sum += grey.at(0, top + i / size, left + i % size);
        }
        return sum / (size * size);
    }

    /// Gauss–Jordan on `[A | b]`; A is positive definite, so no pivoting is needed.
    private static double[] gauss(double[][] system) {
        int n = system.length;
        for (int k = 0; k < n; k++) {
            for (int i = 0; i < n; i++) {
                double factor = i == k ? 0 : system[i][k] / system[k][k];
                for (int j = k; j <= n && factor != 0; j++) {
                    system[i][j] -= factor * system[k][j];
                }
            }
        }
        double[] x = new double[n];
        for (int k = 0; k < n; k++) {
            x[k] = system[k][n] / system[k][k];
        }
        return x;
    }

    /// latents `[1, c, h, w]` → one grey per cell, repeated over the cell's pixels.
    Picture picture(Tensor latents, int pixelsPerCell) {
        int h = latents.shape().length(2);
        int w = latents.shape().length(3);
        int width = w * pixelsPerCell;
        float[] values = new float[h * pixelsPerCell * width];
        for (int i = 0; i < values.length; i++) {
            int cell = i / width / pixelsPerCell * w + i % width / pixelsPerCell;
            double grey = weights[weights.length - 1];
            for (int channel = 0; channel < weights.length - 1; channel++) {
                grey += weights[channel] * latents.data()[channel * h * w + cell];
            }
            values[i] = (float) Math.clamp(grey, 0, 1);
        }
        return new Picture(1, h * pixelsPerCell, width, values);
    }
}
