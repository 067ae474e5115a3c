package chladni.app;

import static org.assertj.core.api.Assertions.assertThat;

import chladni.app.document.Flow;
import chladni.app.feature.export.ExportKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Somebody without a mouse and without eyes: every control is reached by Tab and says what it is, in the window and in every sheet.
class KeyboardTest {
    private static final int MOST_STOPS = 200;

    @TempDir Path folder;
    private ScriptedBench bench;
    private StudioWindow window;
    private Robot robot;

    @BeforeEach
    void open() {
        bench = new ScriptedBench(folder).withShelf(3);
        window = StudioWindow.open(bench, folder);
        window.size(1440, 900);
        robot = Fx.call(Robot::new);
    }

    @AfterEach
    void close() {
        bench.allow(100_000);
        window.close();
    }

    @Test
    void tabReachesEveryControlOfTheWindowAndEachSaysWhatItIs() {
        Fx.run(() -> window.find("Looks like").requestFocus());
        List<String> wrong = new ArrayList<>(walk(window.wiring.scene.getRoot(), "the window"));
        window.does("mask.all");
        wrong.addAll(walk(window.wiring.scene.getRoot(), "the window with a mask"));
        assertThat(wrong).isEmpty();
    }

    @Test
    void tabStaysInASheetAndReachesAllOfIt() {
        List<String> wrong = new ArrayList<>();
        window.opens = Fx.call(() -> window.wiring.document.takes().getFirst().saved().folder().resolve("picture.png"));
        for (String command : List.of("file.packs", "run.queue", "window.keys", "file.export-as", "take.colour", "window.settings", "take.gallery",
                "take.compare", "file.presets", "take.imprint")) {
            window.does(command);
            Fx.until(command + " is open", () -> window.wiring.sheets.isOpen());
            Fx.nap(300);
            Parent sheet = Fx.call(() -> (Parent) window.wiring.scene.getRoot().lookupAll(".sheet-veil").stream()
                    .filter(node -> node instanceof chladni.app.control.Sheet open && open.isOpen()).findFirst().orElseThrow());
            wrong.addAll(walk(sheet, command));
            window.press(KeyCode.ESCAPE, "");
            Fx.until(command + " is closed", () -> !window.wiring.sheets.isOpen());
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void arrowKeysChooseAmongAlternatives() {
        Fx.run(() -> window.find("Looks like").requestFocus());
        Node together = Fx.call(() -> window.find("Together: " + Flow.JOINT.about()));
        for (int i = 0; i < MOST_STOPS && Fx.call(() -> window.wiring.scene.getFocusOwner()) != together; i++) {
            Fx.run(() -> robot.keyType(KeyCode.TAB));
            Fx.nap(5);
        }
        window.press(KeyCode.RIGHT, "");
        assertThat(Fx.call(() -> window.wiring.voices.flow().flowProperty().get())).isEqualTo(Flow.IMPRINT);
        window.does("file.export-as");
        Fx.run(() -> window.find("WAV, 16 bits: " + ExportKind.WAV_16.about()).requestFocus());
        window.press(KeyCode.RIGHT, "");
        assertThat(Fx.call(() -> window.wiring.export.kindProperty().get())).isEqualTo(ExportKind.WAV_24);
        window.press(KeyCode.ESCAPE, "");
        window.does("window.settings");
        Fx.run(() -> window.find("Dark colours of the window").requestFocus());
        window.press(KeyCode.RIGHT, "");
        assertThat(Fx.call(() -> window.wiring.light.get())).isTrue();
    }

    /// What is wrong within a part of the window that has the focus.
    private List<String> walk(Parent area, String name) {
        Set<Node> reached = Collections.newSetFromMap(new IdentityHashMap<>());
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < MOST_STOPS; i++) {
            Node owner = Fx.call(() -> window.wiring.scene.getFocusOwner());
            if (owner != null && !isWithin(owner, area)) {
                wrong.add(name + ": Tab leads out to " + said(owner));
                break;
            }
            if (owner != null && !reached.add(owner) && i > 3) {
                break;
            }
            Fx.run(() -> robot.keyType(KeyCode.TAB));
            Fx.nap(5);
        }
        for (Node control : Fx.call(() -> controls(area))) {
            if (reached.stream().noneMatch(one -> one == control || isWithin(one, control) || areAlternatives(one, control))) {
                wrong.add(name + ": Tab does not reach " + said(control));
            }
            if (said(control).isEmpty()) {
                wrong.add(name + ": says nothing: " + control);
            }
        }
        return wrong;
    }

    /// Of toggles that exclude one another Tab leads to the chosen one, arrow keys to the others.
    private static boolean areAlternatives(Node one, Node other) {
        return one instanceof ToggleButton a && other instanceof ToggleButton b && a.getToggleGroup() != null && a.getToggleGroup() == b.getToggleGroup();
    }

    private static List<Node> controls(Parent area) {
        area.applyCss();
        area.layout();
        return area.lookupAll("*").stream().filter(node -> node instanceof Control && !(node instanceof ScrollPane) && node.isFocusTraversable()
                && !node.isDisabled() && isSeen(node) && !isIn(node, MenuBar.class)).toList();
    }

    /// What a screen reader says.
    private static String said(Node node) {
        String words = node.getAccessibleText();
        if (words == null && node instanceof Labeled labeled) {
            words = labeled.getText();
        }
        return words == null ? "" : words;
    }

    private static boolean isIn(Node node, Class<?> type) {
        for (Node one = node; one != null; one = one.getParent()) {
            if (type.isInstance(one)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWithin(Node node, Node area) {
        for (Node one = node; one != null; one = one.getParent()) {
            if (one == area) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSeen(Node node) {
        return node.isVisible() && (node.getParent() == null || isSeen(node.getParent()));
    }
}
