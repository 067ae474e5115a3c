package chladni.app;

import chladni.app.bench.Opened;
import chladni.app.document.Shown;
import chladni.engine.media.Spectrogram;
import chladni.engine.media.SpectrogramFormat;
import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// Measures what the canvas costs with a take of 256 × 1024 cells, for docs/benchmarks.md: `-Dchladni.pulses=true`. For each way to use it:
/// processor milliseconds of the FX thread from the start of a pulse to the end of its layout (median, 95 %, longest), processor
/// milliseconds of the whole program a frame (on the software renderer), bytes that the FX thread allocates a frame, and frames a
/// second, which say little on a machine that is busy with other things.
@EnabledIfSystemProperty(named = "chladni.pulses", matches = "true")
class CanvasPulses {
    private static final int FRAMES = 240;

    @Test
    void aTakeOfFullSize(@TempDir Path folder) {
        ScriptedBench bench = new ScriptedBench(folder).withShelf(1);
        try (StudioWindow window = StudioWindow.open(bench, folder)) {
            window.size(1440, 900);
            Spectrogram large = large();
            Fx.run(() -> window.wiring.document.show(Shown.of(new Opened(Path.of("full size"),
                    Opened.Kind.PICTURE, large.picture(), large, ScriptedBench.tone(large.seconds()), null))));
            Fx.nap(600);
            var canvas = window.wiring.canvasView.spectrogram();
            CanvasHands hands = new CanvasHands(window);
            measure(window, "still, nothing moves but the clock", _ -> {});
            window.does("play.toggle");
            measure(window, "playing, all of it in view", _ -> {});
            measure(window, "playing, wheel zoom in and out at the pointer", i -> {
                double factor = i / 40 % 2 == 0 ? 1.08 : 1 / 1.08;
                canvas.view(canvas.viewport().zoomed(factor, factor, 400, 100));
            });
            Fx.run(() -> canvas.zoomTo(800));
            measure(window, "playing, panning at 800 %", i -> canvas.view(canvas.viewport().moved(i / 60 % 2 == 0 ? 2 : -2, 0)));
            window.does("view.fit");
            window.does("tool.brush");
            hands.stroke(300, 80, 500, 120, "");
            measure(window, "playing, a mask over it, wheel zoom", i -> {
                double factor = i / 40 % 2 == 0 ? 1.08 : 1 / 1.08;
                canvas.view(canvas.viewport().zoomed(factor, factor, 400, 100));
            });
            window.does("view.fit");
            measure(window, "playing, painting the mask", i -> hands.on(i, FRAMES));
            window.does("view.axis-log");
            measure(window, "playing, logarithmic axis, wheel zoom with a mask", i -> {
                double factor = i / 40 % 2 == 0 ? 1.08 : 1 / 1.08;
                canvas.view(canvas.viewport().zoomed(factor, factor, 400, 100));
            });
        }
    }

    private static void measure(StudioWindow window, String what, IntConsumer act) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        List<Double> millis = new ArrayList<>();
        long[] marks = new long[4];
        CountDownLatch done = new CountDownLatch(1);
        Scene scene = window.wiring.scene;
        Runnable after = () -> {
            if (marks[0] != 0) {
                millis.add((threads.getCurrentThreadCpuTime() - marks[0]) / 1e6);
                marks[0] = 0;
            }
        };
        Fx.run(() -> {
            scene.addPostLayoutPulseListener(after);
            new AnimationTimer() {
                private int frame;

                @Override
                public void handle(long now) {
                    if (frame == 30) {
                        marks[1] = System.nanoTime();
                        marks[2] = threads.getCurrentThreadAllocatedBytes();
                        marks[3] = system.getProcessCpuTime();
                        millis.clear();
                    }
                    if (frame == FRAMES + 30) {
                        marks[1] = System.nanoTime() - marks[1];
                        marks[2] = threads.getCurrentThreadAllocatedBytes() - marks[2];
                        marks[3] = system.getProcessCpuTime() - marks[3];
                        stop();
                        done.countDown();
                        return;
                    }
                    marks[0] = threads.getCurrentThreadCpuTime();
                    act.accept(frame++);
                }
            }.start();
        });
        try {
            done.await();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
        Fx.run(() -> scene.removePostLayoutPulseListener(after));
        double[] sorted = millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        System.out.println(String.format(Locale.ROOT, "PULSE | %s | %.2f | %.2f | %.2f | %.1f | %.0f kB | %.0f |", what,
                sorted[sorted.length / 2], sorted[sorted.length * 95 / 100], sorted[sorted.length - 1],
                marks[3] / 1e6 / FRAMES, marks[2] / 1024.0 / FRAMES, FRAMES * 1e9 / marks[1]));
    }

    private static Spectrogram large() {
        Spectrogram small = ScriptedBench.mountains(5, 1);
        float[] levels = new float[256 * 1024];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = small.at(i / 1024 / 2, i % 1024 / 2);
        }
        return new Spectrogram(SpectrogramFormat.AUFFUSION, 1024, levels);
    }
}
