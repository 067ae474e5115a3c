package chladni.app;

import static org.assertj.core.api.Assertions.assertThat;

import chladni.app.bench.PackCard;
import chladni.app.document.Shown;
import chladni.app.document.TakeItem;
import chladni.app.feature.drop.Target;
import chladni.engine.Engine;
import chladni.engine.media.SpectrogramFormat;
import chladni.engine.onnx.Device;
import chladni.engine.pack.PackKind;
import chladni.engine.pack.PackManifest.Defaults;
import chladni.engine.pack.PackStore;
import chladni.engine.recipe.Imprint;
import chladni.engine.take.TakeStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The window on the real engine, with packs of random weights.
class ToyEngineTest {
    private static final Path TOYS = Path.of(System.getProperty("chladni.assets", "../assets"))
            .resolveSibling("engine/src/test/resources/toy");
    private static final Defaults DEFAULTS = new Defaults(3, 6, 0.5, 0);

    @Test
    void typeGenerateWatchStopPlayExportAndDropBack(@TempDir Path folder) {
        TakeStore store = new TakeStore(folder.resolve("takes"), TakeStore.Naming.TELLING);
        Engine engine = Engine.open(new PackStore(List.of(TOYS)), Device.CPU);
        try (EngineBench bench = new EngineBench(engine, store, SpectrogramFormat.STARTER, folder.resolve("none"));
                StudioWindow window = StudioWindow.open(bench,
                        new PackCard("toy-picture", PackKind.PICTURE, "toy picture", 128, DEFAULTS, List.of("a toy")),
                        new PackCard("toy-sound", PackKind.SOUND, "toy sound", 128, DEFAULTS, List.of("a toy sound")), folder)) {
            generate(window);
            export(window, folder);
            imprint(window, folder.resolve("spectrogram.png"));
            distil(window);
            assertThat(store.newest(9)).hasSize(3);
            assertThat(window.wiring.failures.current()).isNull();
        }
    }

    private static void generate(StudioWindow window) {
        window.type("Looks like", "a castle");
        window.type("Sounds like", "a bell");
        Fx.run(() -> window.wiring.voices.takesProperty().set(1));
        window.does("run.generate");
        Fx.until("an estimate is seen", () -> isState(window, Shown.State.FORMING) || isState(window, Shown.State.FINISHED));
        Fx.until("the take is finished", () -> window.wiring.document.takes().stream().anyMatch(TakeItem::isFinished));
        window.does("play.toggle");
        Fx.until("it plays", () -> window.wiring.listen.positionProperty().get() > 0.1);
        window.does("play.toggle");
    }

    private static void export(StudioWindow window, Path folder) {
        window.saveTo = folder.resolve("spectrogram.png");
        window.does("file.export-spectrogram");
        Fx.until("it is exported", () -> Files.exists(folder.resolve("spectrogram.png")));
    }

    private static void imprint(StudioWindow window, Path picture) {
        Fx.run(() -> window.wiring.drop.offer(picture));
        Fx.until("it offers its settings", () -> window.wiring.drop.targets().contains(Target.RESTORE));
        Fx.run(() -> window.wiring.drop.take(Target.IMPRINT));
        Fx.until("what it will be is seen", () -> window.wiring.imprint.lookProperty().get() != null);
        Fx.run(() -> ((javafx.scene.control.Button) window.find("Make the take")).fire());
        Fx.until("the imprint is made", () -> window.wiring.document.takes().size() == 2
                && window.wiring.document.takes().getLast().isFinished());
        assertThat(Fx.call(() -> window.wiring.document.visible().recipe())).isInstanceOf(Imprint.class);
    }

    /// Cancelled on its way, offered to go on, and finished.
    private static void distil(StudioWindow window) {
        window.does("run.flow-distil");
        Fx.run(() -> window.wiring.voices.flow().iterations().set(300));
        window.does("run.generate");
        Fx.until("it converges before one's eyes", () -> isState(window, Shown.State.FORMING));
        window.does("run.cancel");
        Fx.until("it can go on", () -> window.wiring.voices.unfinished().all().size() == 1);
        int done = Fx.call(() -> window.wiring.voices.unfinished().all().getFirst().done());
        assertThat(done).isPositive().isLessThan(300);
        Fx.until("the run is over", () -> window.wiring.run.queue().isEmpty());
        assertThat(Fx.call(() -> window.wiring.document.takes().size())).isEqualTo(2);
        window.does("run.resume");
        Fx.until("it is finished", () -> window.wiring.document.takes().size() == 3 && window.wiring.document.takes().getLast().isFinished());
        assertThat(Fx.call(() -> window.wiring.document.takes().getLast().saved().made().notes()))
                .anyMatch(note -> note.startsWith("Goes on from iteration " + done + " of 300"));
        Fx.until("nothing is left", () -> window.wiring.voices.unfinished().all().isEmpty());
    }

    private static boolean isState(StudioWindow window, Shown.State state) {
        Shown shown = window.wiring.document.visible();
        return shown != null && shown.state() == state;
    }
}
