package chladni.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was done last, to be gone back to.
class HistoryCardTest {
    @TempDir Path folder;
    private ScriptedBench bench;
    private StudioWindow window;

    @BeforeEach
    void open() {
        bench = new ScriptedBench(folder).withShelf(1);
        window = StudioWindow.open(bench, folder);
        window.size(1440, 900);
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void itIsNotThereBeforeAnythingWasDone() {
        assertThat(isSeen()).isFalse();
        window.does("mask.all");
        assertThat(isSeen()).isTrue();
        assertThat(lines()).containsExactly("Masked everything");
        window.does("edit.undo");
        assertThat(isSeen()).isFalse();
    }

    @Test
    void aPressOnALineUndoesWhatCameAfterIt() {
        window.does("mask.all");
        window.does("mask.invert");
        window.does("mask.invert");
        window.does("mask.none");
        assertThat(lines()).containsExactly("Cleared the mask", "Inverted the mask", "Inverted the mask", "Masked everything");
        assertThat(help()).startsWith("Cleared the mask: where things stand", "Go back to: Inverted the mask");
        press(1);
        assertThat(Fx.call(() -> window.wiring.document.painting().maskedProperty().get())).as("as after the second inverting").isTrue();
        assertThat(lines()).containsExactly("Inverted the mask", "Inverted the mask", "Masked everything");
        press(0);
        assertThat(lines()).as("where things stand is nowhere to go back to").hasSize(3);
        press(2);
        assertThat(lines()).containsExactly("Masked everything");
        window.does("edit.redo");
        assertThat(lines()).containsExactly("Inverted the mask", "Masked everything");
    }

    @Test
    void onlyTheLastEightAreShown() {
        IntStream.range(0, 11).forEach(_ -> window.does("mask.invert"));
        assertThat(lines()).hasSize(8);
        press(7);
        assertThat(Fx.call(() -> window.wiring.document.history().steps().size())).isEqualTo(4);
    }

    private void press(int line) {
        Fx.run(() -> buttons().get(line).fire());
    }

    private List<String> lines() {
        return Fx.call(() -> buttons().stream().map(button -> ((Label) button.lookup(".label")).getText()).toList());
    }

    private List<String> help() {
        return Fx.call(() -> buttons().stream().map(Node::getAccessibleText).toList());
    }

    private boolean isSeen() {
        return Fx.call(() -> window.wiring.scene.lookup(".history-lines").getParent().isVisible());
    }

    private List<Button> buttons() {
        window.wiring.scene.getRoot().applyCss();
        window.wiring.scene.getRoot().layout();
        return ((javafx.scene.layout.VBox) window.wiring.scene.lookup(".history-lines")).getChildren().stream().map(Button.class::cast).toList();
    }
}
