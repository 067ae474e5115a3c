package chladni.app;

import static org.assertj.core.api.Assertions.assertThat;

import chladni.app.control.SpectrogramView.Place;
import chladni.engine.failure.PackMissing;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pictures of the window in every state, to be looked at.
class SnapshotTest {
    @Test
    void theWindowInEveryState(@TempDir Path folder) {
        ScriptedBench bench = new ScriptedBench(folder).withShelf(3);
        try (StudioWindow window = StudioWindow.open(bench, folder)) {
            window.size(1440, 900);
            window.type("Looks like", "a painting of mountains, grayscale");
            window.type("Sounds like", "acoustic guitar, slow, in a small room");
            Fx.run(() -> {
                window.wiring.canvas.point(342, 40);
                window.wiring.listen.seek(2.31);
            });
            Fx.snapshot(window.wiring.scene, "start-dark");
            window.does("run.generate");
            window.does("run.generate");
            bench.allow(17);
            Fx.until("17 steps are done", () -> window.wiring.document.takes().size() == 4
                    && window.wiring.document.takes().getLast().progressProperty().get() > 0.33);
            Fx.nap(700);
            bench.allow(1);
            Fx.snapshot(window.wiring.scene, "forming-dark");
            window.does("window.light");
            Fx.snapshot(window.wiring.scene, "forming-light");
            window.size(1100, 700);
            Fx.snapshot(window.wiring.scene, "forming-light-small");
            window.does("window.light");
            Fx.snapshot(window.wiring.scene, "forming-dark-small");
            window.does("run.clear");
            bench.allow(1000);
            Fx.until("the run is over", () -> !window.wiring.run.runningProperty().get());
            window.size(1440, 900);
            window.does("play.toggle");
            Fx.nap(600);
            Fx.snapshot(window.wiring.scene, "done-playing-dark");
            window.does("play.toggle");
            window.does("window.light");
            Fx.snapshot(window.wiring.scene, "done-light");
            window.does("window.light");
            Fx.run(() -> {
                window.wiring.failures.report(new PackMissing(
                        "The pack “starter-sound” is not installed. Packs are looked for in /home/anna/.local/share/chladni/packs."));
                window.wiring.canvasView.spectrogram().view(window.wiring.canvasView.spectrogram().viewportProperty().get()
                        .zoomed(8, 8, 250, 60));
                window.wiring.canvasView.spectrogram().pointedProperty().set(new Place(250, 60));
            });
            Fx.snapshot(window.wiring.scene, "error-zoomed-dark");
            Fx.run(window.wiring.failures::dismiss);
            bench.opened = ScriptedBench.openedPicture(folder.resolve("castle.png"), null);
            Fx.run(() -> window.wiring.drop.offer(folder.resolve("castle.png")));
            Fx.snapshot(window.wiring.scene, "drop-dark");
            Fx.run(() -> window.wiring.drop.take(chladni.app.feature.drop.Target.START));
            window.size(1100, 700);
            window.does("view.fit");
            window.does("run.generate");
            window.does("run.generate");
            Fx.nap(800);
            Fx.snapshot(window.wiring.scene, "start-card-small-dark");
            window.does("window.palette");
            Fx.snapshot(window.wiring.scene, "palette-dark");
            assertThat(window.wiring.failures.current()).isNull();
        }
    }

    @Test
    void beforeThereIsAnything(@TempDir Path folder) {
        try (StudioWindow window = StudioWindow.open(new ScriptedBench(folder), folder)) {
            window.size(1440, 900);
            Fx.snapshot(window.wiring.scene, "first-dark");
            window.type("Looks like", "");
            window.type("Sounds like", "");
            Fx.snapshot(window.wiring.scene, "empty-dark");
        }
    }
}
