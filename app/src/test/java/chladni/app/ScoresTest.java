package chladni.app;

import static org.assertj.core.api.Assertions.assertThat;

import chladni.app.bench.PackCard;
import chladni.app.document.TakeItem;
import chladni.engine.pack.PackKind;
import chladni.engine.pack.PackManifest.Defaults;
import chladni.engine.take.Made;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The needles, the scatter with its front, the best in the gallery, and colours while they are made.
class ScoresTest {
    @Test
    void needlesAndScatterFollowTheTakes(@TempDir Path folder) {
        ScriptedBench bench = new ScriptedBench(folder).withShelf(7);
        try (StudioWindow window = StudioWindow.open(bench, folder)) {
            window.size(1440, 900);
            Fx.snapshot(window.wiring.scene, "scores-dark");
            window.does("window.light");
            Fx.snapshot(window.wiring.scene, "scores-light");
            TakeItem shown = Fx.call(() -> window.wiring.document.looked());
            double looks = shown.saved().made().scores().get(Made.LOOKS);
            Line needle = Fx.call(() -> (Line) window.wiring.scene.getRoot().lookup(".picture-needle"));
            double angle = Fx.call(() -> Math.atan2(needle.getStartY() - needle.getEndY(), needle.getEndX() - needle.getStartX()));
            assertThat(1 - angle / Math.PI).isCloseTo(looks, org.assertj.core.api.Assertions.within(1e-6));

            List<Node> dots = Fx.call(() -> List.copyOf(window.wiring.scene.getRoot().lookupAll(".score-dot")));
            assertThat(dots).hasSize(7);
            long front = dots.stream().filter(dot -> dot.getAccessibleText().endsWith("beaten by none in both")).count();
            Polyline line = Fx.call(() -> (Polyline) window.wiring.scene.getRoot().lookup(".front-line"));
            assertThat(line.getPoints()).hasSize((int) (2 * front));
            Node third = dots.stream().filter(dot -> dot.getAccessibleText().startsWith("Take 3:")).findFirst().orElseThrow();
            Fx.run(() -> ((Button) third).fire());
            assertThat(Fx.call(() -> window.wiring.document.looked().number())).isEqualTo(3);
        }
    }

    @Test
    void theGalleryShowsOnlyTheBest(@TempDir Path folder) {
        ScriptedBench bench = new ScriptedBench(folder).withShelf(7);
        try (StudioWindow window = StudioWindow.open(bench, folder)) {
            window.does("take.gallery");
            Fx.until("all are found", () -> window.wiring.keeping.gallery.found().size() == 7);
            Fx.run(() -> ((ToggleButton) window.find("Only takes in the top fifth by looks and by sound")).fire());
            Fx.until("few are left", () -> window.wiring.keeping.gallery.found().size() < 7);
            assertThat(Fx.call(() -> window.wiring.keeping.gallery.found().size())).isBetween(1, 3);
        }
    }

    @Test
    void triesOfColoursFormBeforeOnesEyesAndCanBeStopped(@TempDir Path folder) {
        PackCard picture = new PackCard("starter-picture", PackKind.PICTURE, "starter picture", 128, new Defaults(5, 50, 0.5, 0.1), List.of());
        PackCard sound = new PackCard("starter-sound", PackKind.SOUND, "starter sound", 128, new Defaults(4.5, 50, 0.5, 0), List.of());
        PackCard colour = new PackCard("starter-colour", PackKind.COLOUR, "Starter: colours", 128, new Defaults(10, 30, 0.5, 0), List.of());
        ScriptedBench bench = new ScriptedBench(folder).withShelf(1);
        try (StudioWindow window = StudioWindow.open(new Setup(bench, new ScriptedPacks(picture, sound), List.of(picture, sound, colour),
                picture, sound, "CPU", folder.resolve("settings.json")))) {
            window.size(1440, 900);
            window.does("take.colour");
            Fx.run(() -> window.wiring.colour.begin());
            bench.allow(6);
            Fx.until("six tries are there and the seventh waits", () -> window.wiring.colour.tries().size() >= 6
                    && !window.wiring.run.statusProperty().get().isEmpty());
            Fx.snapshot(window.wiring.scene, "colour-running-dark");
            assertThat(Fx.call(() -> window.find("Stop making tries; those that are finished stay").isVisible())).isTrue();
            Fx.run(() -> ((Button) window.find("Stop making tries; those that are finished stay")).fire());
            bench.allow(1);
            Fx.until("it is stopped", () -> window.wiring.run.queue().isEmpty());
            assertThat(Fx.call(() -> window.wiring.document.takes().stream().filter(TakeItem::isFinished).count())).isEqualTo(7);
        }
    }
}
