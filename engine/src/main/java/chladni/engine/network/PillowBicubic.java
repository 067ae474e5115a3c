package chladni.engine.network;

import chladni.engine.media.Picture;

/// Pillow's bicubic resizing in 8 bits, to the last bit: first along rows, then along columns, each with whole-number weights of 22 bits
/// and rounded to 8 bits again. When shrinking the kernel is widened, so that nothing is skipped.
///
/// source: the description in `parity/more/README.md`, section 1; Keys 1981 with a = −0.5
final class PillowBicubic {
    private static final int BITS = 22;
    private static final double A = -0.5;
    private static final double REACH = 2;

    private PillowBicubic() {}

    /// `values[(y · width + x) · 3 + channel]`, 0 … 255.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Raster(int height, int width, int[] values) {
        static Raster of(Picture picture) {
            int[] values = new int[picture.height() * picture.width() * 3];
            for (int y = 0; y < picture.height(); y++) {
                for (int x = 0; x < picture.width(); x++) {
                    for (int c = 0; c < 3; c++) {
                        float value = picture.at(picture.channels() == 3 ? c : 0, y, x);
                        values[(y * picture.width() + x) * 3 + c] = Math.clamp(Math.round(value * 255), 0, 255);
                    }
                }
            }
            return new Raster(picture.height(), picture.width(), values);
        }

        int at(int y, int x, int channel) {
            return values[(y * width + x) * 3 + channel];
        }
    }

    static Raster resize(Raster raster, int height, int width) {
        Raster wide = width == raster.width ? raster : alongRows(raster, width);
        return height == raster.height ? wide : alongColumns(wide, height);
    }

    private static Raster alongRows(Raster in, int width) {
        Kernel[] kernels = kernels(in.width, width);
        int[] out = new int[in.height * width * 3];
        for (int y = 0; y < in.height; y++) {
            for (int x = 0; x < width; x++) {
                Kernel kernel = kernels[x];
                for (int c = 0; c < 3; c++) {
                    out[(y * width + x) * 3 + c] = kernel.sum(in.values, (y * in.width + kernel.first) * 3 + c, 3);
                }
            }
        }
        return new Raster(in.height, width, out);
    }

    private static Raster alongColumns(Raster in, int height) {
        Kernel[] kernels = kernels(in.height, height);
        int stride = in.width * 3;
        int[] out = new int[height * stride];
        for (int y = 0; y < height; y++) {
            for (int i = 0; i < stride; i++) {
                out[y * stride + i] = kernels[y].sum(in.values, kernels[y].first * stride + i, stride);
            }
        }
        return new Raster(height, in.width, out);
    }

    /// What one new place is made of: weights for the old places from `first` on.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Kernel(int first, int[] weights) {
        int sum(int[] values, int from, int step) {
            int sum = 1 << (BITS - 1); // one half, for rounding
            for (int i = 0; i < weights.length; i++) {
                sum += values[from + i * step] * weights[i];
            }
            return Math.clamp(sum >> BITS, 0, 255);
        }
    }

    private static Kernel[] kernels(int from, int to) {
        double scale = (double) from / to;
        double widened = Math.max(1, scale);
        double support = REACH * widened;
        Kernel[] kernels = new Kernel[to];
        for (int i = 0; i < to; i++) {
            double centre = (i + 0.5) * scale;
            int first = Math.max(0, (int) (centre - support + 0.5));
            int end = Math.min(from, (int) (centre + support + 0.5));
            kernels[i] = new Kernel(first, fixed(shares(first, end, centre, 1 / widened)));
        }
        return kernels;
    }

    /// The kernel at each old place, summing to one.
    private static double[] shares(int first, int end, double centre, double perPlace) {
        double[] shares = new double[end - first];
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            shares[i] = cubic((i + first - centre + 0.5) * perPlace);
            sum += shares[i];
        }
        for (int i = 0; i < shares.length && sum != 0; i++) {
            shares[i] *= 1 / sum;
        }
        return shares;
    }

    private static int[] fixed(double[] shares) {
        int[] weights = new int[shares.length];
        for (int i = 0; i < weights.length; i++) {
            double scaled = shares[i] * (1 << BITS);
            weights[i] = (int) (scaled < 0 ? scaled - 0.5 : scaled + 0.5);
        }
        return weights;
    }

    private static double cubic(double x) {
        double d = Math.abs(x);
        if (d < 1) {
            return ((A + 2) * d - (A + 3)) * d * d + 1;
        }
        return d < 2 ? (((d - 5) * d + 8) * d - 4) * A : 0;
    }
}
