package chladni.app;

import chladni.app.bench.PackCard;
import chladni.engine.Engine;
import chladni.engine.media.SpectrogramFormat;
import chladni.engine.onnx.Device;
import chladni.engine.pack.PackKind;
import chladni.engine.pack.PackManifest.Defaults;
import chladni.engine.pack.PackStore;
import chladni.engine.take.TakeStore;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.application.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// Measures what runs of the real engine (packs of random weights) cost the window, for docs/benchmarks.md: `-Dchladni.pulses=true`. Processor
/// milliseconds that the FX thread spends between two questions that are asked every 4 ms, which is at least as long as its longest task;
/// and the heap after collecting garbage, as takes become many.
@EnabledIfSystemProperty(named = "chladni.pulses", matches = "true")
class RunPulses {
    private static final int TAKES = Integer.getInteger("chladni.takes", 200);
    private static final int GO = Integer.getInteger("chladni.go", 50);
    private static final double MEGA = 1 << 20;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private double[] stretches = new double[1 << 20];
    private int asked;
    private long before;

    @Test
    void takesByTheHundred(@TempDir Path folder) {
        Path toys = Path.of(System.getProperty("chladni.assets", "../assets")).resolveSibling("engine/src/test/resources/toy");
        Defaults quick = new Defaults(3, 3, 0.5, 0);
        try (EngineBench bench = new EngineBench(Engine.open(new PackStore(List.of(toys)), Device.CPU),
                new TakeStore(folder.resolve("takes"), TakeStore.Naming.TELLING), SpectrogramFormat.STARTER, folder.resolve("none"));
                StudioWindow window = StudioWindow.open(bench, new PackCard("toy-picture", PackKind.PICTURE, "toy picture", 128, quick, List.of("a toy")),
                        new PackCard("toy-sound", PackKind.SOUND, "toy sound", 128, quick, List.of("a toy sound")), folder)) {
            window.size(1440, 900);
            Fx.run(() -> window.wiring.voices.takesProperty().set(GO));
            say(0);
            Thread asking = Thread.ofPlatform().daemon().start(this::ask);
            for (int made = GO; made <= TAKES; made += GO) {
                int goal = made;
                window.does("run.generate");
                Fx.until(goal + " takes", () -> window.wiring.document.takes().size() == goal && !window.wiring.run.runningProperty().get());
                say(made);
            }
            asking.interrupt();
        }
    }

    private void ask() {
        while (!Thread.currentThread().isInterrupted()) {
            Platform.runLater(() -> {
                long now = threads.getCurrentThreadCpuTime();
                stretches[asked++ % stretches.length] = (now - before) / 1e6;
                before = now;
            });
            try {
                Thread.sleep(4);
            } catch (InterruptedException over) {
                return;
            }
        }
    }

    private void say(int made) {
        for (int i = 0; i < 3; i++) {
            System.gc();
            Fx.nap(100);
        }
        double heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEGA;
        double[] sorted = Fx.call(() -> java.util.Arrays.stream(stretches, Math.min(1, asked), Math.min(asked, stretches.length)).sorted().toArray());
        int count = sorted.length;
        System.out.println(count == 0 ? String.format(Locale.ROOT, "RUN | %d | %.1f MB |", made, heap)
                : String.format(Locale.ROOT, "RUN | %d | %.1f MB | of %d: median %.2f, 99.9 %% %.1f, longest %.1f, over 16 ms: %d |", made, heap, count,
                        sorted[count / 2], sorted[(int) (count * 0.999)], sorted[count - 1],
                        java.util.Arrays.stream(sorted).filter(stretch -> stretch > 16).count()));
        asked = 0;
    }
}
