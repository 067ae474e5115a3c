package chladni.app;

import static org.assertj.core.api.Assertions.assertThat;

import chladni.app.bench.PackCard;
import chladni.app.document.Shown;
import chladni.app.mask.Layer;
import chladni.engine.Engine;
import chladni.engine.media.SpectrogramFormat;
import chladni.engine.onnx.Device;
import chladni.engine.pack.PackKind;
import chladni.engine.pack.PackManifest.Defaults;
import chladni.engine.pack.PackStore;
import chladni.engine.recipe.Compose;
import chladni.engine.recipe.Repair;
import chladni.engine.recipe.Weight;
import chladni.engine.take.Take;
import chladni.engine.take.TakeStore;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The canvas on the real engine, with packs of random weights: what is painted is made anew, and nothing else.
class CanvasEngineTest {
    private static final Path TOYS = Path.of(System.getProperty("chladni.assets", "../assets"))
            .resolveSibling("engine/src/test/resources/toy");
    private static final Defaults DEFAULTS = new Defaults(3, 3, 0.5, 0);
    private static final int HOP = 160;

    @Test
    void paintRegenerateRepairExtendLoopAndUndoAllTheWay(@TempDir Path folder) {
        TakeStore store = new TakeStore(folder.resolve("takes"), TakeStore.Naming.TELLING);
        try (EngineBench bench = new EngineBench(Engine.open(new PackStore(List.of(TOYS)), Device.CPU), store,
                SpectrogramFormat.STARTER, folder.resolve("none"));
                StudioWindow window = StudioWindow.open(bench,
                        new PackCard("toy-picture", PackKind.PICTURE, "toy picture", 128, DEFAULTS, List.of("a toy")),
                        new PackCard("toy-sound", PackKind.SOUND, "toy sound", 128, DEFAULTS, List.of("a toy sound")), folder)) {
            window.size(1440, 900);
            Fx.run(() -> window.wiring.voices.takesProperty().set(1));
            makes(window, "run.generate", 1);
            CanvasHands hands = new CanvasHands(window);
            Shown first = Fx.call(() -> window.wiring.document.acceptedProperty().get());
            region(window, hands, first);
            Fx.run(() -> window.wiring.document.look(window.wiring.document.takes().getFirst()));
            repair(window);
            balance(window, hands);
            extendAndLoop(window);
            undoAll(window, first);
            assertThat(window.wiring.failures.current()).isNull();
        }
    }

    private static void region(StudioWindow window, CanvasHands hands, Shown first) {
        window.press(KeyCode.B, "");
        hands.stroke(200, 60, 260, 70, "");
        makes(window, "run.generate", 2);
        Take made = read(window.wiring.document.takes().getLast().shown());
        assertOutsideIsUntouched(window, read(first), made);
        assertThat(made.spectrogram().levels()).isNotEqualTo(read(first).spectrogram().levels());
        assertThat(Fx.call(() -> window.wiring.document.acceptedProperty().get())).as("staged").isEqualTo(first);
        Fx.run(() -> window.wiring.document.look(window.wiring.document.takes().getLast()));
        window.press(KeyCode.ENTER, "");
        assertThat(Fx.call(() -> window.wiring.document.acceptedProperty().get())).isNotEqualTo(first);
    }

    private static void repair(StudioWindow window) {
        Shown before = Fx.call(() -> window.wiring.document.visible());
        window.does("repair.quieter");
        Fx.until("it is repaired", () -> window.wiring.document.visible().recipe() instanceof Repair);
        Take made = read(Fx.call(() -> window.wiring.document.visible()));
        assertOutsideIsUntouched(window, read(before), made);
        assertThat(made.spectrogram().at(65, 230)).isLessThan(read(before).spectrogram().at(65, 230));
        assertThat(window.wiring.document.history().undoNameProperty().get()).isEqualTo("Made a region 6 dB quieter");
        window.press(KeyCode.Z, "ctrl");
        assertThat(Fx.call(() -> window.wiring.document.visible())).isNotEqualTo(before).isEqualTo(
                Fx.call(() -> window.wiring.document.takes().getLast().shown()));
        window.press(KeyCode.Z, "ctrl shift");
        assertThat(Fx.call(() -> window.wiring.document.visible().recipe())).isInstanceOf(Repair.class);
    }

    private static void balance(StudioWindow window, CanvasHands hands) {
        window.does("mask.none");
        window.does("tool.balance");
        hands.stroke(100, 60, 140, 60, "");
        makes(window, "run.generate", 4);
        Compose recipe = (Compose) window.wiring.document.takes().getLast().shown().saved().recipe();
        assertThat(recipe.voices()).allMatch(voice -> voice.weight() instanceof Weight.Painted);
        Weight.Painted picture = (Weight.Painted) recipe.voices().getFirst().weight();
        Weight.Painted sound = (Weight.Painted) recipe.voices().getLast().weight();
        assertThat(picture.low() > picture.high()).isTrue();
        assertThat(sound.low() < sound.high()).isTrue();
        window.does("balance.clear");
    }

    private static void extendAndLoop(StudioWindow window) {
        Shown base = Fx.call(() -> window.wiring.document.takes().getFirst().shown());
        Fx.run(() -> window.wiring.document.look(window.wiring.document.takes().getFirst()));
        makes(window, "take.extend", 5);
        Take longer = read(window.wiring.document.takes().getLast().shown());
        assertThat(longer.spectrogram().columns()).isEqualTo(768);
        assertThat(Arrays.copyOf(longer.sound().channels()[0], 488 * HOP)).isEqualTo(Arrays.copyOf(read(base).sound().channels()[0], 488 * HOP));
        Fx.run(() -> window.wiring.document.look(window.wiring.document.takes().getFirst()));
        makes(window, "take.loop", 6);
        Take loop = read(window.wiring.document.takes().getLast().shown());
        assertThat(Arrays.copyOfRange(loop.sound().channels()[0], 48 * HOP, 464 * HOP))
                .isEqualTo(Arrays.copyOfRange(read(base).sound().channels()[0], 48 * HOP, 464 * HOP));
    }

    private static void undoAll(StudioWindow window, Shown first) {
        int steps = window.wiring.document.history().steps().size();
        assertThat(steps).isGreaterThanOrEqualTo(6);
        for (int i = 0; i < steps; i++) {
            window.press(KeyCode.Z, "ctrl");
        }
        assertThat(Fx.call(() -> window.wiring.document.history().canUndoProperty().getValue())).isFalse();
        assertThat(Fx.call(() -> window.wiring.document.acceptedProperty().get())).isEqualTo(first);
        assertThat(Fx.call(() -> window.wiring.document.painting().maskedProperty().get())).isFalse();
    }

    private static void makes(StudioWindow window, String command, int takes) {
        window.does(command);
        Fx.until(command + " is done", () -> window.wiring.failures.current() != null || window.wiring.document.takes().size() == takes
                && window.wiring.document.takes().getLast().isFinished());
        assertThat(window.wiring.failures.current()).isNull();
    }

    /// As it lies on disk.
    private static Take read(Shown shown) {
        return TakeStore.read(shown.saved().folder()).take();
    }

    private static void assertOutsideIsUntouched(StudioWindow window, Take old, Take now) {
        Layer used = Fx.call(() -> window.wiring.document.painting().shaped().used());
        int first = used.painted().left() * HOP;
        int end = used.painted().right() * HOP;
        for (int row = 0; row < used.rows(); row++) {
            for (int column = 0; column < used.columns(); column++) {
                if (used.at(row, column) == 0) {
                    assertThat(now.spectrogram().at(row, column)).isEqualTo(old.spectrogram().at(row, column));
                    assertThat(now.picture().at(0, row, column)).isEqualTo(old.picture().at(0, row, column));
                }
            }
        }
        float[] was = old.sound().channels()[0];
        float[] is = now.sound().channels()[0];
        assertThat(Arrays.copyOf(is, first)).isEqualTo(Arrays.copyOf(was, first));
        assertThat(Arrays.copyOfRange(is, end, is.length)).isEqualTo(Arrays.copyOfRange(was, end, was.length));
        assertThat(is).isNotEqualTo(was);
    }
}
