package chladni.app;

import chladni.engine.Engine;
import chladni.engine.media.SpectrogramFormat;
import chladni.engine.onnx.Device;
import chladni.engine.pack.PackStore;
import chladni.engine.take.TakeStore;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// Makes the pictures of `docs/pictures` with the starter pack: `-Dchladni.pictures=true`; they land in target/snapshots.
@EnabledIfSystemProperty(named = "chladni.pictures", matches = "true")
class DocPictures {
    @Test
    void studioWithTheStarter(@TempDir Path folder) {
        TakeStore store = new TakeStore(folder.resolve("takes"), TakeStore.Naming.TELLING);
        try (EngineBench bench = new EngineBench(Engine.open(PackStore.standard(List.of()), Device.CPU), store,
                SpectrogramFormat.STARTER, folder.resolve("none"));
                StudioWindow window = StudioWindow.open(bench, folder)) {
            window.size(1440, 900);
            window.type("Looks like", System.getProperty("chladni.picture", "a painting of mountains, grayscale"));
            window.type("Sounds like", System.getProperty("chladni.sound", "church bell ringing"));
            Fx.run(() -> {
                window.wiring.voices.takesProperty().set(Integer.getInteger("chladni.takes", 3));
                window.wiring.voices.seedProperty().set(System.getProperty("chladni.seed", "2024"));
                window.wiring.voices.stepsProperty().set(Integer.getInteger("chladni.steps", 50));
                window.wiring.run.statusProperty().addListener((_, _, now) -> System.out.println(now));
                window.wiring.voices.seedLockedProperty().set(true);
            });
            long start = System.nanoTime();
            window.does("run.generate");
            Fx.until("the last take forms", () -> window.wiring.document.takes().size() == Integer.getInteger("chladni.takes", 3)
                    && window.wiring.document.takes().getLast().progressProperty().get() > 0.6
                    || window.wiring.failures.current() != null);
            Fx.snapshot(window.wiring.scene, "forming");
            Fx.until("the run is over", () -> !window.wiring.run.runningProperty().get());
            System.out.println("takes in " + (System.nanoTime() - start) / 1e9 + " s");
            window.does("take.accept");
            window.does("play.toggle");
            Fx.nap(2300);
            Fx.run(() -> window.wiring.canvas.point(342, 60));
            Fx.snapshot(window.wiring.scene, "studio");
            window.does("play.toggle");
            window.does("view.eye");
            Fx.snapshot(window.wiring.scene, "studio-picture-eye");
            window.does("view.eye");
            window.does("window.light");
            Fx.snapshot(window.wiring.scene, "studio-light");
            System.out.println("failure: " + window.wiring.failures.current());
        }
    }
}
