package chladni.app;

import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// Pictures of the canvas and its tools, to be looked at: `-Dchladni.pictures=true`; they land in target/snapshots.
@EnabledIfSystemProperty(named = "chladni.pictures", matches = "true")
class CanvasPictures {
    @Test
    void toolsInDarkAndLightAtTwoSizes(@TempDir Path folder) {
        ScriptedBench bench = new ScriptedBench(folder).withShelf(3);
        try (StudioWindow window = StudioWindow.open(bench, folder)) {
            for (boolean light : new boolean[] {false, true}) {
                Fx.run(() -> window.wiring.light.set(light));
                window.size(1440, 900);
                all(window, light ? "canvas-light" : "canvas-dark");
                window.size(1100, 700);
                all(window, light ? "canvas-light-small" : "canvas-dark-small");
            }
        }
    }

    @Test
    void theMenusOfMaskAndLook(@TempDir Path folder) {
        ScriptedBench bench = new ScriptedBench(folder).withShelf(1);
        try (StudioWindow window = StudioWindow.open(bench, folder)) {
            window.size(1440, 900);
            for (boolean light : new boolean[] {false, true}) {
                Fx.run(() -> window.wiring.light.set(light));
                for (String menu : new String[] {"How the mask is used", "Colours and levels on the screen"}) {
                    Fx.run(() -> ((javafx.scene.control.Button) window.find(menu)).fire());
                    Fx.nap(500);
                    javafx.stage.Window open = Fx.call(() -> javafx.stage.Window.getWindows().stream()
                            .filter(javafx.stage.PopupWindow.class::isInstance).filter(javafx.stage.Window::isShowing).findFirst().orElseThrow());
                    Fx.snapshot(open.getScene(), "menu-" + menu.substring(0, 3).strip() + (light ? "-light" : "-dark"));
                    Fx.run(open::hide);
                    Fx.nap(300);
                }
            }
        }
    }

    private static void all(StudioWindow window, String name) {
        CanvasHands hands = new CanvasHands(window);
        Fx.run(() -> window.wiring.canvasView.spectrogram().requestFocus());
        window.press(KeyCode.B, "");
        hands.stroke(300, 40, 360, 70, "");
        hands.stroke(250, 60, 330, 50, "");
        hands.hover(230, 80);
        hands.rule(0.8, 2.2, 0);
        Fx.snapshot(window.wiring.scene, name + "-brush");
        window.does("mask.effective");
        hands.wheel(320, 60, 160, "");
        Fx.snapshot(window.wiring.scene, name + "-effective-zoomed");
        window.does("mask.effective");
        window.does("view.fit");
        window.does("mask.none");
        window.does("tool.harmonic");
        hands.stroke(120, 110, 260, 108, "");
        hands.hover(260, 108);
        window.does("view.axis-log");
        window.does("view.notes");
        window.does("view.piano");
        Fx.snapshot(window.wiring.scene, name + "-harmonic-log-piano");
        window.does("view.axis-mel");
        window.does("view.notes");
        window.does("view.piano");
        window.does("mask.none");
        window.does("tool.balance");
        hands.stroke(100, 30, 200, 40, "");
        hands.stroke(330, 70, 420, 60, "alt");
        hands.hover(420, 60);
        Fx.snapshot(window.wiring.scene, name + "-balance");
        window.does("balance.clear");
        window.does("tool.polygon");
        hands.click(100, 30, 1);
        hands.click(220, 20, 1);
        hands.click(240, 90, 1);
        hands.hover(120, 100);
        Fx.snapshot(window.wiring.scene, name + "-polygon");
        window.press(KeyCode.ESCAPE, "");
        window.does("tool.move");
    }
}
