package chladni.app;

import static org.assertj.core.api.Assertions.assertThat;

import chladni.app.command.Command;
import chladni.app.control.Sheet;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Everything that can be done, by menu, palette and keys.
class CommandsTest {
    @TempDir Path folder;
    private ScriptedBench bench;
    private StudioWindow window;

    @BeforeEach
    void open() {
        bench = new ScriptedBench(folder).withShelf(2);
        window = StudioWindow.open(bench, folder);
    }

    @AfterEach
    void close() {
        bench.allow(100_000);
        window.close();
    }

    @Test
    void everyCommandIsInTheMenuBar() {
        List<String> items = Fx.call(() -> ((MenuBar) window.wiring.scene.lookup(".command-bar")).getMenus().stream()
                .flatMap(menu -> menu.getItems().stream()).map(MenuItem::getId).toList());
        assertThat(items).containsExactlyInAnyOrderElementsOf(
                commands().map(command -> "menu-" + command.id().replace('.', '-')).toList());
        assertThat(commands().map(Command::text)).doesNotHaveDuplicates().noneMatch(String::isBlank);
    }

    @Test
    void theMenuRunsWhatItSays() {
        Fx.run(() -> ((MenuBar) window.wiring.scene.lookup(".command-bar")).getMenus().stream().flatMap(menu -> menu.getItems().stream())
                .filter(item -> "menu-play-loop".equals(item.getId())).findFirst().orElseThrow().fire());
        assertThat(Fx.call(() -> window.wiring.listen.loopingProperty().get())).isTrue();
    }

    @Test
    void everyCommandIsFoundByThePaletteAndEnterRunsIt() {
        window.does("window.palette");
        ListView<?> list = Fx.call(() -> (ListView<?>) window.wiring.palette.lookup(".palette-list"));
        Fx.run(() -> {
            TextField search = (TextField) window.find("Search the commands");
            for (Command command : commands().toList()) {
                search.setText(command.text());
                assertThat(list.getItems().stream().anyMatch(found -> found == command)).as(command.text()).isTrue();
            }
            search.setText("loop");
            search.requestFocus();
            list.getSelectionModel().clearAndSelect(list.getItems().indexOf(window.wiring.commands.get("play.loop")));
        });
        window.press(KeyCode.ENTER, "");
        assertThat(Fx.call(() -> window.wiring.listen.loopingProperty().get())).isTrue();
    }

    @Test
    void everyCommandHasAKey() {
        assertThat(commands().filter(command -> command.keys().isEmpty()).map(Command::id)).isEmpty();
    }

    @Test
    void everyKeyIsThatOfOneCommand() {
        for (Command command : commands().toList()) {
            for (KeyCombination keys : command.keys()) {
                if (keys instanceof KeyCodeCombination known) {
                    KeyEvent event = event(known);
                    assertThat(commands().filter(other -> other.keys().stream().anyMatch(one -> one.match(event))))
                            .as(known.getName()).containsExactly(command);
                }
            }
        }
    }

    @Test
    void keysThatSomebodyHasAreTakenOnlyAfterAQuestionAndStay() {
        window.press(KeyCode.F1, "");
        Fx.run(() -> ((TextField) window.find("Search the keys")).setText("loop"));
        press("Keys of Loop: L. Press to choose others");
        window.press(KeyCode.P, "ctrl");
        assertThat(labels()).anyMatch(text -> text.contains("belongs to “Packs…”"));
        assertThat(window.wiring.commands.get("file.packs").keysText()).isEqualTo("Ctrl+P");
        Fx.run(() -> button("Take it").fire());
        assertThat(Fx.call(() -> window.wiring.commands.get("play.loop").keysText())).isEqualTo("Ctrl+P");
        assertThat(Fx.call(() -> window.wiring.commands.get("file.packs").keys())).isEmpty();
        window.close();
        window = StudioWindow.open(bench, folder);
        window.press(KeyCode.P, "ctrl");
        assertThat(Fx.call(() -> window.wiring.listen.loopingProperty().get())).isTrue();
        assertThat(Fx.call(() -> window.wiring.commands.get("file.packs").keys())).isEmpty();
    }

    @Test
    void keysBelongToWhatLiesOverTheWindow() {
        window.does("file.packs");
        window.press(KeyCode.L, "");
        assertThat(Fx.call(() -> window.wiring.listen.loopingProperty().get())).isFalse();
        window.press(KeyCode.ESCAPE, "");
        assertThat(Fx.call(() -> window.wiring.sheets.isOpen())).isFalse();
        Fx.run(() -> window.wiring.canvasView.spectrogram().requestFocus());
        window.press(KeyCode.L, "");
        assertThat(Fx.call(() -> window.wiring.listen.loopingProperty().get())).isTrue();
    }

    @Test
    void tabHidesThePanelsFromTheCanvasOnly() {
        Fx.run(() -> window.find("Looks like").requestFocus());
        window.press(KeyCode.TAB, "");
        assertThat(Fx.call(() -> window.wiring.shell.panelsProperty().get())).isTrue();
        Fx.run(() -> window.wiring.canvasView.spectrogram().requestFocus());
        window.press(KeyCode.TAB, "");
        assertThat(Fx.call(() -> window.wiring.shell.panelsProperty().get())).isFalse();
    }

    @Test
    void everySheetClosesByEscape() {
        for (String command : List.of("file.packs", "run.queue", "window.keys", "window.palette", "file.export-as", "take.colour",
                "window.settings", "take.gallery")) {
            window.does(command);
            assertThat(Fx.call(() -> window.wiring.sheets.isOpen())).as(command).isTrue();
            assertThat(Fx.call(this::silentControls)).as("controls of " + command + " without a name").isEmpty();
            assertThat(Fx.call(this::sheets)).as("the sheet of " + command + ", alone").isEqualTo(command.equals("window.palette") ? 0 : 1);
            window.press(KeyCode.ESCAPE, "");
            assertThat(Fx.call(() -> window.wiring.sheets.isOpen())).as(command).isFalse();
            assertThat(Fx.call(this::sheets)).as("a sheet that is closed costs the window nothing").isZero();
        }
    }

    private long sheets() {
        return window.wiring.scene.getRoot().lookupAll("*").stream().filter(Sheet.class::isInstance).count();
    }

    @Test
    void everyKeyOfTheStudioIsInTheTable() {
        List<String> keys = commands().flatMap(command -> command.keys().stream()).map(KeyCombination::getName).toList();
        assertThat(keys).contains("Shortcut+Enter", "Shift+Shortcut+Enter", "Shift+X", "Shift+Shortcut+X", "Space", "L", "Shift+L", "S",
                "Home", "End", "Left", "Right", "Shift+Left", "Shift+Right", "B", "E", "U", "V", "H", "X", "Open Bracket", "Close Bracket",
                "Shortcut+A", "Shift+Shortcut+A", "Shortcut+I", "Shortcut+Z", "Shift+Shortcut+Z", "Shortcut+Y", "Shortcut+0", "Shortcut+1",
                "Shortcut+2", "Shortcut+3", "Shortcut+4", "Enter", "A", "R", "P", "Shift+S", "Tab", "F11", "Shift+Slash", "Shortcut+K",
                "Shortcut+E", "Shift+Shortcut+E", "Shortcut+O");
        assertThat(keys).noneMatch(key -> key.equals("Alt+Z"));
    }

    private List<String> silentControls() {
        window.wiring.scene.getRoot().applyCss();
        window.wiring.scene.getRoot().layout();
        return window.wiring.scene.getRoot().lookupAll("*").stream()
                .filter(node -> node instanceof Control && node.isFocusTraversable() && isSeen(node) && !(node instanceof ScrollPane))
                .filter(node -> node.getAccessibleText() == null
                        && !(node instanceof Labeled labeled && labeled.getText() != null && !labeled.getText().isEmpty()))
                .map(Object::toString).toList();
    }

    private static boolean isSeen(Node node) {
        return node.isVisible() && (node.getParent() == null || isSeen(node.getParent()));
    }

    private Stream<Command> commands() {
        return window.wiring.commands.all().stream();
    }

    private void press(String accessibleText) {
        Fx.run(() -> {
            window.wiring.scene.getRoot().applyCss();
            window.wiring.scene.getRoot().layout();
            ((Button) window.find(accessibleText)).fire();
        });
    }

    private Button button(String text) {
        return window.wiring.scene.getRoot().lookupAll(".button").stream().filter(Button.class::isInstance).map(Button.class::cast)
                .filter(button -> text.equals(button.getText())).findFirst().orElseThrow();
    }

    private List<String> labels() {
        return Fx.call(() -> window.wiring.scene.getRoot().lookupAll(".label").stream().filter(Labeled.class::isInstance)
                .map(label -> String.valueOf(((Labeled) label).getText())).toList());
    }

    private static KeyEvent event(KeyCodeCombination keys) {
        boolean shortcut = keys.getShortcut() == KeyCombination.ModifierValue.DOWN || keys.getControl() == KeyCombination.ModifierValue.DOWN;
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", keys.getCode(), keys.getShift() == KeyCombination.ModifierValue.DOWN, shortcut,
                keys.getAlt() == KeyCombination.ModifierValue.DOWN, false);
    }
}
