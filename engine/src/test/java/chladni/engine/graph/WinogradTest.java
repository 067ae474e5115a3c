package chladni.engine.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chladni.engine.failure.CancelSignal;
import chladni.engine.onnx.Device;
import chladni.engine.onnx.Feeds;
import chladni.engine.onnx.Session;
import chladni.engine.tensor.Noise;
import chladni.engine.tensor.Shape;
import chladni.engine.tensor.Tensor;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WinogradTest {
    private static final int FROM = 7;
    private static final int TO = 5;

    /// Sizes that fill tiles, that do not, and that are smaller than one.
    @ParameterizedTest
    @CsvSource({"TILES_OF_4, 8, 12", "TILES_OF_4, 9, 11", "TILES_OF_4, 6, 5", "TILES_OF_4, 3, 2", "TILES_OF_4, 1, 2",
        "TILES_OF_2, 8, 12", "TILES_OF_2, 9, 11", "TILES_OF_2, 1, 3"})
    void equalsTheSumThatDefinesAConvolution(Winograd how, int height, int width) {
        Tensor x = Noise.single(1).normal(Shape.of(2, FROM, height, width));
        Tensor kernels = Noise.single(2).normal(Shape.of(TO, FROM, 3, 3));
        Tensor made = run(how, x, kernels);
        assertEquals(Shape.of(2, TO, height, width), made.shape());
        double largest = 0;
        for (int n = 0; n < 2; n++) {
            for (int channel = 0; channel < TO; channel++) {
                for (int place = 0; place < height * width; place++) {
                    double exact = sum(x, kernels, new int[] {n, channel, place / width, place % width});
                    largest = Math.max(largest, Math.abs(exact - made.data()[(n * TO + channel) * height * width + place]));
                }
            }
        }
        assertTrue(largest < 1e-4, "largest difference " + largest); // the sums have a deviation of 8
    }

    @ParameterizedTest
    @EnumSource
    void paysOnlyWithManyChannelsOnBothSides(Winograd how) {
        assertTrue(how.pays(Dim.of(320), 320));
        assertFalse(how.pays(Dim.of(4), 320));
        assertFalse(how.pays(Dim.of(320), 64));
    }

    @ParameterizedTest
    @EnumSource
    void refusesKernelsOfOtherChannels(Winograd how) {
        Graph graph = new Graph();
        Value x = graph.input("x", ElementType.FLOAT, Dim.named("n"), Dim.of(FROM), Dim.named("h"), Dim.named("w"));
        Value taps = graph.constant(new float[9], 1, 9);
        assertThrows(IllegalArgumentException.class, () -> how.conv(x, taps, TO));
    }

    private static Tensor run(Winograd how, Tensor x, Tensor kernels) {
        Graph graph = new Graph();
        Value input = graph.input("x", ElementType.FLOAT, Dim.named("n"), Dim.of(FROM), Dim.named("h"), Dim.named("w"));
        graph.output("y", how.conv(input, graph.constant(kernels.data(), TO * FROM, 9), TO));
        try (Session session = Session.open(graph.bytes(), Device.CPU)) {
            return Objects.requireNonNull(session.run(new Feeds().put("x", x), new CancelSignal()).get("y"));
        }
    }

    private static double sum(Tensor x, Tensor kernels, int[] at) {
        int height = x.shape().length(2);
        int width = x.shape().length(3);
        double sum = 0;
        for (int from = 0; from < FROM; from++) {
            for (int tap = 0; tap < 9; tap++) {
                int row = at[2] + tap / 3 - 1;
                int column = at[3] + tap % 3 - 1;
                if (row >= 0 && row < height && column >= 0 && column < width) {
                    sum += (double) x.data()[((at[0] * FROM + from) * height + row) * width + column] * kernels.data()[(at[1] * FROM + from) * 9 + tap];
                }
            }
        }
        return sum;
    }
}
