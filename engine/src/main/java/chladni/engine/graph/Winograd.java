package chladni.engine.graph;

import java.util.List;

/// 3×3 convolutions of stride one with fewer multiplications: F(m × m, 3 × 3) of Lavin & Gray 2016, "Fast Algorithms for Convolutional Neural
/// Networks". A tile of m × m results takes a² products per pair of channels, a = m + 2, instead of 9·m²: for m = 4 a quarter.
///
/// | paper, section 4.1 | here |
/// |---|---|
/// | Bᵀ d B | a convolution of stride m whose a² fixed kernels are the products of two rows of Bᵀ |
/// | G g Gᵀ | a product of the stored kernels with a fixed matrix, which ONNX Runtime folds while it loads |
/// | Σ over channels | a² matrix products |
/// | Aᵀ m A | a transposed convolution of stride m with fixed kernels |
///
/// The matrices are Cook and Toom's. Their points decide what rounding costs: ±√½ and ±√2 keep the deviation from exact numbers at five times that
/// of the direct sum for m = 4 (a millionth of the result), where the paper's ±1 and ±2 make it ten times; for m = 2 it is one and a half times.
public enum Winograd {
    TILES_OF_2(2, 0, 1, -1),
    TILES_OF_4(4, 0, Math.sqrt(0.5), -Math.sqrt(0.5), Math.sqrt(2), -Math.sqrt(2));

    private static final int TAPS = 3;
    private static final int FEWEST_CHANNELS = 256;

    private final int tile;
    /// a: how many values along one side a tile is computed from, and in.
    private final int side;
    private final float[] input;
    private final float[] kernel;
    private final float[] output;

    Winograd(int tile, double... points) {
        this.tile = tile;
        this.side = tile + TAPS - 1;
        this.input = squared(inputMatrix(points));
        this.kernel = squared(kernelMatrix(points));
        this.output = squared(outputMatrix(points, tile));
    }

    /// Whether there are channels enough: with fewer, laying out the tiles costs what the products save.
    public boolean pays(Dim from, int to) {
        return Math.min(from.length(), to) >= FEWEST_CHANNELS;
    }

    /// `x [n, c, h, w] → [n, channels, h, w]`, zeros beyond the border; the same numbers as the direct convolution but for rounding.
    ///
    /// @param taps the kernels, `[channels·c, 9]`
    public Value conv(Value x, Value taps, int channels) {
        Graph graph = x.graph();
        int from = x.dim(1).length();
        int points = side * side;
        x.require(taps.dims().equals(List.of(Dim.of(channels * from), Dim.of(TAPS * TAPS))), "its channels do not fit the kernels " + taps);
        Dim n = x.dim(0);
        Dim tiles = Dim.named("tiles");
        Dim planes = Dim.named(n + "·" + from);

        Value kernels = Layers.linear(graph.constant(kernel, points, TAPS * TAPS), taps) // [a², 9] · [o·c, 9]ᵀ → [a², o·c]
                .reshape(graph.constant(points, channels, from), Dim.of(points), Dim.of(channels), Dim.of(from)); // → [a², o, c]

        Value single = x.reshape(graph.constant(-1, 1, 0, 0), planes, Dim.of(1), x.dim(2), x.dim(3)); // [n, c, h, w] → [n·c, 1, h, w]
        Node transform = Node.of("Conv", single, graph.constant(input, points, 1, side, side)).with("kernel_shape", side, side)
                .with("strides", tile, tile).with("pads", 1, 1, tile, tile); // the last window may reach as far as a tile beyond the border
        Value patches = graph.add(transform, x.type(), List.of(planes, Dim.of(points), Dim.named("th"), Dim.named("tw"))); // → [n·c, a², th, tw]
        Value batch = x.shape(0, 1);
        Value columns = patches.reshape(batch.concat(graph.constant(from, points, -1), 0), n, Dim.of(from), Dim.of(points), tiles)
                .transpose(2, 1, 0, 3) // [n, c, a², t] → [a², c, n, t]
                .reshape(graph.constant(0, 0, -1), Dim.of(points), Dim.of(from), Dim.named(n + "·tiles")); // → [a², c, n·t]

        Value products = graph.add(Node.of("MatMul", kernels, columns), x.type(), List.of(Dim.of(points), Dim.of(channels), columns.dim(2))); // → [a², o, n·t]

        Value tiled = products.reshape(graph.constant(0, 0).concat(batch, 0).concat(graph.constant(-1), 0), Dim.of(points), Dim.of(channels), n, tiles)
                .transpose(2, 1, 0, 3) // [a², o, n, t] → [n, o, a², t]
                .reshape(graph.constant(-1, points).concat(patches.shape(2, 4), 0),
                        Dim.named(n + "·" + channels), Dim.of(points), patches.dim(2), patches.dim(3));
        Node back = Node.of("ConvTranspose", tiled, graph.constant(output, points, 1, tile, tile)).with("kernel_shape", tile, tile).with("strides", tile, tile);
        Value whole = graph.add(back, x.type(), List.of(tiled.dim(0), Dim.of(1), Dim.named("H"), Dim.named("W"))); // → [n·o, 1, m·th, m·tw]
        Value cut = graph.add(Node.of("Slice", whole, graph.constant(0, 0), x.shape(2, 4), graph.constant(2, 3)), x.type(),
                List.of(tiled.dim(0), Dim.of(1), x.dim(2), x.dim(3)));
        return cut.reshape(graph.constant(-1, channels, 0, 0), n, Dim.of(channels), x.dim(2), x.dim(3)); // → [n, o, h, w]
    }

    /// Aᵀ `[m, a]`: powers of the points; the last column is the point at infinity.
    private static double[][] outputMatrix(double[] points, int tile) {
        double[][] matrix = new double[tile][points.length + 1];
        for (int row = 0; row < tile; row++) {
            for (int i = 0; i < points.length; i++) {
                matrix[row][i] = Math.pow(points[i], row);
            }
        }
        matrix[tile - 1][points.length] = 1;
        return matrix;
    }

    /// G `[a, 3]`: powers of a point over the product of its distances from the others.
    private static double[][] kernelMatrix(double[] points) {
        double[][] matrix = new double[points.length + 1][TAPS];
        for (int i = 0; i < points.length; i++) {
            double distances = 1;
            for (int j = 0; j < points.length; j++) {
                distances *= i == j ? 1 : points[i] - points[j];
            }
            for (int tap = 0; tap < TAPS; tap++) {
                matrix[i][tap] = Math.pow(points[i], tap) / distances;
            }
        }
        matrix[points.length][TAPS - 1] = 1;
        return matrix;
    }

    /// Bᵀ `[a, a]`: row i holds the coefficients, lowest first, of ∏ (x − pⱼ) over the other points; the last row over all of them.
    private static double[][] inputMatrix(double[] points) {
        double[][] matrix = new double[points.length + 1][points.length + 1];
        for (int i = 0; i <= points.length; i++) {
            double[] row = matrix[i];
            row[0] = 1;
            for (int j = 0; j < points.length; j++) {
                if (j != i) {
                    for (int power = points.length; power >= 0; power--) {
                        row[power] = (power == 0 ? 0 : row[power - 1]) - points[j] * row[power];
                    }
                }
            }
        }
        return matrix;
    }

    /// From one dimension to two: `[r, c] → [r², c²]`, the products of two rows, laid out so that rows (or columns, where fewer) that belong to
    /// the a points of both axes come first.
    private static float[] squared(double[][] matrix) {
        boolean pointsFirst = matrix.length >= matrix[0].length;
        int points = pointsFirst ? matrix.length : matrix[0].length;
        int others = pointsFirst ? matrix[0].length : matrix.length;
        float[] square = new float[points * points * others * others];
        int next = 0;
        for (int i = 0; i < points; i++) {
            for (int j = 0; j < points; j++) {
                for (int k = 0; k < others; k++) {
                    for (int l = 0; l < others; l++) {
                        square[next++] = (float) (pointsFirst ? matrix[i][k] * matrix[j][l] : matrix[k][i] * matrix[l][j]);
                    }
                }
            }
        }
        return square;
    }
}
