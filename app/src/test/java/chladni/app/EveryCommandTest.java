package chladni.app;

import static org.assertj.core.api.Assertions.assertThat;

import chladni.app.EveryCommand.Row;
import chladni.app.command.Command;
import chladni.engine.take.TakeNotes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuBar;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.ModifierValue;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every row of the command table does what it says: by each of its keys, by the menu and by the palette.
class EveryCommandTest {
    @TempDir Path folder;
    private ScriptedBench bench;
    private StudioWindow window;
    private EveryCommand every;

    @BeforeEach
    void open() throws IOException {
        bench = new ScriptedBench(folder).withShelf(2);
        window = StudioWindow.open(bench, folder);
        window.size(1440, 900);
        every = new EveryCommand(window, bench, Files.createDirectory(folder.resolve("out")));
        aDraftAndATakeWithItsSteps();
    }

    private void aDraftAndATakeWithItsSteps() {
        Fx.run(() -> {
            window.wiring.voices.picture().promptProperty().set("a painting of mountains, grayscale");
            window.wiring.voices.takesProperty().set(1);
            window.wiring.run.startUntil(window.wiring.voices.recipe(), 15);
        });
        bench.allow(200);
        Fx.until("the draft is made", () -> window.wiring.document.takes().size() == 3 && window.wiring.document.takes().get(2).isFinished());
        window.does("run.generate");
        Fx.until("the take is made", () -> window.wiring.document.takes().size() == 4 && window.wiring.document.takes().get(3).isFinished());
        Fx.run(() -> window.wiring.document.takes().get(2).notesProperty().set(TakeNotes.NONE));
    }

    @AfterEach
    void close() {
        bench.allow(100_000);
        window.close();
    }

    @Test
    void everyRowRunsByItsKeysByTheMenuAndByThePalette() {
        assertThat(every.rows().keySet()).as("a new row is to be tried here")
                .containsExactlyInAnyOrderElementsOf(window.wiring.commands.all().stream().map(Command::id).toList());
        List<String> failed = new ArrayList<>();
        for (Command command : window.wiring.commands.all()) {
            for (KeyCombination keys : command.keys()) {
                tried(command, "by " + keys.getName(), () -> press((KeyCodeCombination) keys), failed);
            }
            tried(command, "by the menu", () -> byMenu(command), failed);
            if (!command.id().equals("window.palette")) {
                tried(command, "by the palette", () -> byPalette(command), failed);
            }
        }
        assertThat(failed).isEmpty();
    }

    @Test
    void lettersBelongToATextFieldThatHasTheFocus() {
        for (Command command : window.wiring.commands.all()) {
            for (KeyCombination keys : command.keys()) {
                KeyCodeCombination known = (KeyCodeCombination) keys;
                boolean letter = known.getCode().isLetterKey() || known.getCode().isDigitKey() || known.getCode() == KeyCode.PERIOD
                        || known.getCode() == KeyCode.SPACE || known.getCode() == KeyCode.OPEN_BRACKET || known.getCode() == KeyCode.CLOSE_BRACKET
                        || known.getCode() == KeyCode.SLASH || known.getCode() == KeyCode.DELETE;
                if (letter && known.getShortcut() != ModifierValue.DOWN && known.getAlt() != ModifierValue.DOWN) {
                    every.calm();
                    Row row = every.rows().get(command.id());
                    Fx.run(row.before());
                    Fx.run(() -> ((TextInputControl) window.find("Looks like")).requestFocus());
                    press(known);
                    assertThat(Fx.call(() -> row.done().getAsBoolean())).as(command.id() + " by " + known.getName() + " in a text field").isFalse();
                }
            }
        }
    }

    private void tried(Command command, String how, Runnable way, List<String> failed) {
        every.calm();
        Row row = every.rows().get(command.id());
        Fx.run(row.before());
        if (!soon(() -> command.isEnabled())) {
            failed.add(command.id() + " cannot be done");
            return;
        }
        if (Fx.call(() -> row.done().getAsBoolean())) {
            failed.add(command.id() + " is done before it is asked for");
        }
        way.run();
        if (!soon(row.done())) {
            failed.add(command.id() + " " + how);
        }
    }

    /// Within some seconds.
    private static boolean soon(java.util.function.BooleanSupplier condition) {
        for (int i = 0; i < 1000; i++) {
            if (Fx.call(condition::getAsBoolean)) {
                return true;
            }
            Fx.nap(10);
        }
        return false;
    }

    private void press(KeyCodeCombination keys) {
        StringBuilder modifiers = new StringBuilder();
        modifiers.append(keys.getShift() == ModifierValue.DOWN ? "shift " : "");
        modifiers.append(keys.getShortcut() == ModifierValue.DOWN || keys.getControl() == ModifierValue.DOWN ? "ctrl " : "");
        modifiers.append(keys.getAlt() == ModifierValue.DOWN ? "alt" : "");
        Fx.run(() -> window.key(KeyEvent.KEY_PRESSED, keys.getCode(), modifiers.toString()));
        Fx.run(() -> window.key(KeyEvent.KEY_RELEASED, keys.getCode(), modifiers.toString()));
    }

    private void byMenu(Command command) {
        Fx.run(() -> ((MenuBar) window.wiring.scene.lookup(".command-bar")).getMenus().stream().flatMap(menu -> menu.getItems().stream())
                .filter(item -> ("menu-" + command.id().replace('.', '-')).equals(item.getId())).findFirst().orElseThrow().fire());
    }

    private void byPalette(Command command) {
        Fx.run(() -> window.wiring.palette.open());
        Fx.run(() -> {
            ((TextField) window.find("Search the commands")).setText(command.text());
            ListView<?> list = (ListView<?>) window.wiring.palette.lookup(".palette-list");
            list.getSelectionModel().clearAndSelect(list.getItems().indexOf(command));
        });
        press(new KeyCodeCombination(KeyCode.ENTER));
    }
}
