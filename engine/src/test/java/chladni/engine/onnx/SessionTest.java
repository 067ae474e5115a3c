package chladni.engine.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chladni.engine.failure.BadInput;
import chladni.engine.failure.CancelSignal;
import chladni.engine.failure.Cancelled;
import chladni.engine.failure.DeviceUnavailable;
import chladni.engine.failure.OutOfMemory;
import chladni.engine.failure.PackBroken;
import chladni.engine.graph.Dim;
import chladni.engine.graph.ElementType;
import chladni.engine.graph.Graph;
import chladni.engine.graph.Layers;
import chladni.engine.graph.Value;
import chladni.engine.tensor.Shape;
import chladni.engine.tensor.Tensor;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SessionTest {
    @Test
    void inputsAreCheckedAgainstTheGraphWithBothSidesNamed() {
        try (Session session = Session.open(doubling(), Device.CPU)) {
            Tensor x = Tensor.of(Shape.of(1, 2), new float[] {1, 2});
            assertEquals(Tensor.of(Shape.of(1, 2), new float[] {2, 4}), session.run(new Feeds().put("x", x), new CancelSignal()).get("y"));
            assertMessage(() -> session.run(new Feeds().put("z", x), new CancelSignal()), "[x]", "[z]");
            assertMessage(() -> session.run(new Feeds().put("x", Tensor.zeros(Shape.of(1, 3))), new CancelSignal()), "[n, 2]", "[1, 3]");
        }
    }

    @Test
    void cancellingReturnsAtOnceEvenInsideOneLongOperation() {
        // A single attention over 12 000 places takes a good part of a second, and ends on its own only when it is done.
        Graph graph = new Graph();
        Value x = graph.input("x", ElementType.FLOAT, Dim.of(1), Dim.named("l"), Dim.of(128));
        graph.output("y", Layers.attention(x, x, x, 1));
        try (Session session = Session.open(graph.bytes(), Device.CPU)) {
            CancelSignal cancel = new CancelSignal();
            AtomicLong raisedAt = new AtomicLong(Long.MAX_VALUE);
            Thread.ofPlatform().start(() -> {
                sleep(50);
                raisedAt.set(System.nanoTime());
                cancel.raise();
            });
            Feeds feeds = new Feeds().put("x", Tensor.filled(Shape.of(1, 12000, 128), 0.1f));
            assertThrows(Cancelled.class, () -> session.run(feeds, cancel));
            // 300 ms is what is promised on an idle machine; this one may be busy.
            assertTrue(System.nanoTime() - raisedAt.get() < 2_000_000_000L);
        }
    }

    @Test
    void aRunAfterCancellingIsAsGoodAsTheFirst() {
        try (Session session = Session.open(doubling(), Device.CPU)) {
            CancelSignal cancel = new CancelSignal();
            cancel.raise();
            Feeds feeds = new Feeds().put("x", Tensor.filled(Shape.of(1, 2), 3f));
            assertThrows(Cancelled.class, () -> session.run(feeds, cancel));
            assertEquals(6f, session.run(feeds, new CancelSignal()).get("y").at(0, 0));
        }
    }

    @Test
    void whatIsNoModelIsAPackBroken() {
        assertThrows(PackBroken.class, () -> Session.open(new byte[] {1, 2, 3}, Device.CPU));
    }

    @Test
    void aModelLargerThanMemoryIsRefusedWithBothNumbers() {
        Model model = new Model(doubling(), Path.of("."), 1L << 50);
        if (FreeMemory.room().isPresent()) {
            String message = assertThrows(OutOfMemory.class, () -> Session.open(model, Device.CPU)).getMessage();
            assertTrue(message.contains("GB of memory, but only"), message);
        }
    }

    @Test
    void devicesAreReadFromTheirNames() {
        assertEquals(Device.CPU, Device.parse("cpu"));
        assertThrows(BadInput.class, () -> Device.parse("tpu"));
        if (Device.accelerators().get("cuda").isPresent()) {
            assertEquals(Device.CPU, Device.parse("auto"));
        }
        Device.accelerators().forEach((id, why) -> {
            if (why.isPresent()) {
                assertTrue(assertThrows(DeviceUnavailable.class, () -> Device.parse(id + ":0")).getMessage().contains(why.get()), id);
            } else {
                assertEquals(new Device.Accelerated(id, 0), Device.parse(id));
            }
        });
    }

    private static byte[] doubling() {
        Graph graph = new Graph();
        Value x = graph.input("x", ElementType.FLOAT, Dim.named("n"), Dim.of(2));
        graph.output("y", x.plus(x));
        return graph.bytes();
    }

    private static void assertMessage(Runnable run, String... parts) {
        String message = assertThrows(IllegalArgumentException.class, run::run).getMessage();
        for (String part : parts) {
            assertTrue(message.contains(part), message);
        }
    }

    private static void sleep(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
