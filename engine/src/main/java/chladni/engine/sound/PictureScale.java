package chladni.engine.sound;

import chladni.engine.media.Picture;
import java.util.Arrays;

/// Changes a picture's size with antialiasing, each axis by itself. Values stay within 0 … 1.
///
/// source: bicubic with a = −0.5 (Catmull-Rom), widened by the scale when shrinking, as Pillow's `Image.resize(BICUBIC)`
/// (`Resample.c`, `precompute_coeffs`)
public final class PictureScale {
    private static final double A = -0.5;
    private static final double SUPPORT = 2;

    private PictureScale() {}

    /// `[c, h, w] → [c, height, width]`; a picture that has that size already is returned itself.
    public static Picture to(Picture picture, int height, int width) {
        if (picture.height() == height && picture.width() == width) {
            return picture;
        }
        Kernel horizontal = new Kernel(picture.width(), width);
        Kernel vertical = new Kernel(picture.height(), height);
        float[] out = new float[Math.multiplyExact(picture.channels() * height, width)];
        for (int c = 0; c < picture.channels(); c++) {
            float[] wide = new float[Math.multiplyExact(picture.height(), width)];
            for (int y = 0; y < picture.height(); y++) {
                Line row = new Line(picture.values(), (c * picture.height() + y) * picture.width(), 1);
                horizontal.apply(row, new Line(wide, y * width, 1));
            }
            for (int x = 0; x < width; x++) {
                vertical.apply(new Line(wide, x, width), new Line(out, c * height * width + x, width));
            }
        }
        for (int i = 0; i < out.length; i++) {
            out[i] = Math.clamp(out[i], 0, 1);
        }
        return new Picture(picture.channels(), height, width, out);
    }

    /// A row or column of a flat picture: numbers `step` apart.
    private record Line(float[] values, int at, int step) {}

    /// Which input samples make each output sample, and how much of each.
    private static final class Kernel {
        private final int[] first;
        private final float[][] weights;

        Kernel(int from, int to) {
            first = new int[to];
            weights = new float[to][];
            double scale = (double) from / to;
            double widening = Math.max(1, scale);
            for (int i = 0; i < to; i++) {
                double center = (i + 0.5) * scale;
                int low = Math.max(0, (int) (center - SUPPORT * widening + 0.5));
                int high = Math.min(from, (int) (center + SUPPORT * widening + 0.5));
                double[] raw = new double[high - low];
                Arrays.setAll(raw, k -> cubic((low + k - center + 0.5) / widening));
                double sum = Arrays.stream(raw).sum();
                first[i] = low;
                weights[i] = new float[raw.length];
                for (int k = 0; k < raw.length; k++) {
                    weights[i][k] = (float) (raw[k] / sum);
                }
            }
        }

        void apply(Line in, Line out) {
            for (int i = 0; i < first.length; i++) {
                float sum = 0;
                for (int k = 0; k < weights[i].length; k++) {
                    sum += weights[i][k] * in.values[in.at + (first[i] + k) * in.step];
                }
                out.values[out.at + i * out.step] = sum;
            }
        }

        private static double cubic(double x) {
            double d = Math.abs(x);
            if (d < 1) {
                return ((A + 2) * d - (A + 3)) * d * d + 1;
            }
            return d < 2 ? (((d - 5) * d + 8) * d - 4) * A : 0;
        }
    }
}
