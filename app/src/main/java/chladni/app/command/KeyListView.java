package chladni.app.command;

import chladni.app.theme.Icons;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// All keys, searchable, and a way to choose others. Keys that somebody has already are not taken without a question.
public final class KeyListView extends VBox {
    private final CommandTable commands;
    private final Runnable onChange;
    private final TextField search = new TextField();
    private final ObservableList<Command> found = FXCollections.observableArrayList();
    private final Label words = new Label();
    private final Button take = new Button("Take it");
    private final Button leave = new Button("Leave it");
    private final HBox question = new HBox(words, take, leave);
    private @Nullable Command choosing;
    private List<KeyCombination> wish = List.of();

    /// @param onChange called when keys have changed, to save them
    public KeyListView(CommandTable commands, Runnable onChange) {
        this.commands = commands;
        this.onChange = onChange;
        getStyleClass().add("key-list-view");
        search.setPromptText("Search by words or keys");
        search.getStyleClass().add("palette-search");
        search.setAccessibleText("Search the keys");
        search.textProperty().subscribe(_ -> find());
        ListView<Command> list = new ListView<>(found);
        list.getStyleClass().addAll("palette-list", "key-list");
        list.setAccessibleText("All commands with their keys");
        list.setCellFactory(_ -> new KeyRow(this));
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(search, question(), list, foot());
        addEventFilter(KeyEvent.KEY_PRESSED, this::capture);
        commands.capturingProperty().subscribe(_ -> list.refresh());
    }

    public void reset() {
        stopChoosing();
        search.clear();
        find();
        search.requestFocus();
    }

    private HBox question() {
        words.getStyleClass().add("key-question-words");
        words.setWrapText(true);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        take.getStyleClass().add("quiet-button");
        leave.getStyleClass().add("quiet-button");
        take.setMinWidth(USE_PREF_SIZE);
        leave.setMinWidth(USE_PREF_SIZE);
        take.setOnAction(_ -> give());
        leave.setOnAction(_ -> stopChoosing());
        question.getStyleClass().add("key-question");
        question.setAlignment(Pos.CENTER_LEFT);
        question.managedProperty().bind(question.visibleProperty());
        question.setVisible(false);
        return question;
    }

    private HBox foot() {
        Label hint = new Label("Press the keys at the right of a row to choose others.");
        hint.getStyleClass().add("pack-detail");
        hint.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(hint, Priority.ALWAYS);
        Button all = new Button("All as they came", Icons.of("mdrmz-restore"));
        all.getStyleClass().add("quiet-button");
        all.setAccessibleText("Give all commands the keys they came with");
        all.setMinWidth(USE_PREF_SIZE);
        all.setOnAction(_ -> {
            commands.all().forEach(command -> command.bind(command.standardKeys()));
            changed();
        });
        HBox foot = new HBox(hint, all);
        foot.getStyleClass().add("sheet-foot");
        foot.setAlignment(Pos.CENTER_LEFT);
        return foot;
    }

    private void find() {
        String wanted = search.getText().toLowerCase(Locale.ROOT).strip();
        found.setAll(commands.all().stream()
                .filter(command -> (command.text() + " " + command.group() + " " + command.keysText()).toLowerCase(Locale.ROOT).contains(wanted))
                .toList());
    }

    boolean isChoosing(Command command) {
        return command.equals(choosing);
    }

    /// The next keys that are pressed are meant for this command.
    void choose(Command command) {
        choosing = command;
        ask("New keys for “" + command.text() + "”: press them now. Backspace takes its keys away, Esc leaves them.", false);
        commands.capturingProperty().set(false);
        commands.capturingProperty().set(true);
        requestFocus();
    }

    private void capture(KeyEvent key) {
        Command command = choosing;
        if (command == null || !commands.capturingProperty().get()) {
            return;
        }
        key.consume();
        if (key.getCode() == KeyCode.ESCAPE) {
            stopChoosing();
        } else if (key.getCode() == KeyCode.BACK_SPACE && !key.isShortcutDown()) {
            wish = List.of();
            give();
        } else if (!key.getCode().isModifierKey() && key.getCode() != KeyCode.UNDEFINED) {
            consider(command, combination(key));
        }
    }

    private void consider(Command command, KeyCombination keys) {
        wish = List.of(keys);
        Optional<Command> owner = commands.owner(keys).filter(other -> !other.equals(command));
        if (owner.isPresent()) {
            commands.capturingProperty().set(false);
            ask(Command.text(keys) + " belongs to “" + owner.get().text() + "”. Take it away from there?", true);
            take.requestFocus();
        } else {
            give();
        }
    }

    private void give() {
        Command command = choosing;
        if (command != null) {
            commands.bind(command, wish);
        }
        stopChoosing();
        changed();
    }

    private void stopChoosing() {
        choosing = null;
        question.setVisible(false);
        commands.capturingProperty().set(true);
        commands.capturingProperty().set(false);
    }

    void giveBack(Command command) {
        commands.bind(command, command.standardKeys());
        changed();
    }

    private void changed() {
        find();
        onChange.run();
    }

    private void ask(String text, boolean buttons) {
        words.setText(text);
        take.setVisible(buttons);
        take.setManaged(buttons);
        leave.setVisible(buttons);
        leave.setManaged(buttons);
        question.setVisible(true);
    }

    private static KeyCombination combination(KeyEvent key) {
        return new KeyCodeCombination(key.getCode(), down(key.isShiftDown()), KeyCombination.ModifierValue.UP, down(key.isAltDown()),
                KeyCombination.ModifierValue.UP, down(key.isShortcutDown()));
    }

    private static KeyCombination.ModifierValue down(boolean is) {
        return is ? KeyCombination.ModifierValue.DOWN : KeyCombination.ModifierValue.UP;
    }
}
