package chladni.engine.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ValueTest {
    private final Graph graph = new Graph();
    private final Value x = graph.input("x", ElementType.FLOAT, Dim.named("n"), Dim.of(4), Dim.named("h"), Dim.named("w"));

    @Test
    void axesFollowTheOperations() {
        assertEquals(List.of(Dim.named("n"), Dim.of(8), Dim.named("h"), Dim.named("w")), x.concat(x, 1).dims());
        assertEquals(List.of(Dim.named("n"), Dim.named("h"), Dim.named("w"), Dim.of(4)), x.transpose(0, 2, 3, 1).dims());
        Value weight = graph.constant(new float[6 * 4 * 9], 6, 4, 3, 3);
        Value bias = graph.constant(new float[6], 6);
        assertEquals(List.of(Dim.named("n"), Dim.of(6), Dim.named("h/2"), Dim.named("w/2")), Layers.conv(x, weight, bias, Window.halving()).dims());
    }

    @Test
    void whatDoesNotFitIsNamedWithBothSides() {
        Value other = graph.input("other", ElementType.FLOAT, Dim.named("n"), Dim.of(3), Dim.named("h"), Dim.named("w"));
        String message = assertThrows(IllegalArgumentException.class, () -> x.plus(other)).getMessage();
        assertTrue(message.contains("[n, 4, h, w]") && message.contains("[n, 3, h, w]"), message);
        Value weight = graph.constant(new float[6 * 3 * 9], 6, 3, 3, 3);
        assertThrows(IllegalArgumentException.class, () -> Layers.conv(x, weight, graph.constant(new float[6], 6), Window.keeping(3)));
        assertThrows(IllegalArgumentException.class, () -> x.concat(other, 2));
    }

    @Test
    void storedWeightsMustSayTheirTrueLength() {
        assertThrows(IllegalArgumentException.class, () -> new Stored("a.safetensors", 0, 10, ElementType.FLOAT, 2, 3));
        Stored weight = new Stored("a.safetensors", 0, 24, ElementType.FLOAT, 2, 3);
        assertEquals(graph.stored(weight), graph.stored(new Stored("a.safetensors", 0, 24, ElementType.FLOAT, 2, 3)));
        assertEquals(6, graph.storedNumbers());
    }
}
