package chladni.app;

import static org.assertj.core.api.Assertions.assertThat;

import chladni.app.control.Sheet;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Everything stays inside the window, however small the window or large the text.
class FittingTest {
    private static final List<String> SHEETS = List.of("file.packs", "run.queue", "window.keys", "file.export-as", "take.gallery",
            "window.settings");

    @Test
    void nothingLeavesTheWindow(@TempDir Path folder) {
        ScriptedBench bench = new ScriptedBench(folder).withShelf(3);
        try (StudioWindow window = StudioWindow.open(bench, folder)) {
            window.size(1440, 900);
            fits(window, "1440 × 900");
            window.size(1100, 700);
            fits(window, "1100 × 700");
            window.size(1440, 900);
            for (double factor : new double[] {1.5, 2}) {
                Fx.run(() -> window.wiring.root.factorProperty().set(factor));
                fits(window, "at " + factor);
                Fx.run(() -> window.wiring.shell.inspectingProperty().set(true));
                fits(window, "at " + factor + " with the take's panel");
                Fx.run(() -> window.wiring.shell.inspectingProperty().set(false));
            }
            Fx.run(() -> window.wiring.root.factorProperty().set(1));
            window.size(1100, 700);
            for (String command : SHEETS) {
                window.does(command);
                fits(window, command);
                assertThat(Fx.call(() -> window.wiring.scene.getRoot().lookupAll(".sheet-veil").stream()
                        .anyMatch(node -> node instanceof Sheet sheet && sheet.isOpen()))).isTrue();
                Fx.run(() -> window.wiring.sheets.closeTop());
            }
        }
    }

    private static void fits(StudioWindow window, String when) {
        List<String> outside = Fx.call(() -> {
            Parent root = window.wiring.scene.getRoot();
            for (int pass = 0; pass < 3; pass++) { // what depends on widths settles
                root.applyCss();
                root.layout();
            }
            return root.lookupAll("*").stream().filter(FittingTest::isMeant).filter(node -> leaves(node, window.wiring.scene.getWidth(),
                    window.wiring.scene.getHeight())).map(node -> node + " at " + node.localToScene(node.getLayoutBounds())).toList();
        });
        assertThat(outside).as(when).isEmpty();
    }

    /// Words and buttons that are seen and not in something that scrolls.
    private static boolean isMeant(Node node) {
        if (!(node instanceof Labeled)) {
            return false;
        }
        for (Node up = node; up != null; up = up.getParent()) {
            if (!up.isVisible() || up instanceof ScrollPane || up instanceof javafx.scene.control.ListView || up instanceof Parent parent
                    && parent.getStyleClass().contains("virtual-flow")) {
                return false;
            }
        }
        return true;
    }

    private static boolean leaves(Node node, double width, double height) {
        Bounds at = node.localToScene(node.getLayoutBounds());
        return at.getMinX() < -1 || at.getMinY() < -1 || at.getMaxX() > width + 1 || at.getMaxY() > height + 1;
    }
}
