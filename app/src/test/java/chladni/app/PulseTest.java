package chladni.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a run costs the FX thread. The times are logged, not judged: on a machine that is busy with other things they say
/// little. What makes them small is judged: pixels are made elsewhere and handed over in memory that is used again.
class PulseTest {
    private static final Logger LOG = LoggerFactory.getLogger(PulseTest.class);
    private static final int STEPS = 50;

    @Test
    void estimatesAreHandedOverInMemoryThatIsUsedAgain(@TempDir Path folder) {
        ScriptedBench bench = new ScriptedBench(folder).withShelf(1);
        try (StudioWindow window = StudioWindow.open(bench, folder)) {
            Fx.run(() -> window.wiring.voices.takesProperty().set(1));
            window.does("run.generate");
            List<Image> images = new ArrayList<>();
            double[] millis = new double[STEPS - 1];
            for (int step = 0; step < millis.length; step++) {
                bench.allow(1);
                Fx.nap(20);
                int now = step;
                Fx.run(() -> {
                    long start = System.nanoTime();
                    window.wiring.run.frame();
                    millis[now] = (System.nanoTime() - start) / 1e6;
                    images.add(((ImageView) window.wiring.scene.lookup(".picture-stage > ImageView")).getImage());
                });
            }
            bench.allow(1000);
            Fx.until("the run is over", () -> !window.wiring.run.runningProperty().get());
            Arrays.sort(millis);
            LOG.info("bringing a step into the window: median {} ms, longest {} ms", millis[STEPS / 2], millis[STEPS - 2]);
            assertThat(images.stream().distinct()).as("one image for all steps").hasSize(1);
        }
    }
}
