package chladni.app.command;

import java.util.Locale;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The searchable list of everything that can be done, with its keys: command palette and key list in one.
public final class CommandPalette extends StackPane {
    private final CommandTable commands;
    private final TextField search = new TextField();
    private final ObservableList<Command> found = FXCollections.observableArrayList();
    private final ListView<Command> list = new ListView<>(found);

    public CommandPalette(CommandTable commands) {
        this.commands = commands;
        getStyleClass().add("palette-veil");
        search.setPromptText("What do you want to do?");
        search.getStyleClass().add("palette-search");
        search.setAccessibleText("Search the commands");
        search.textProperty().subscribe(_ -> find());
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::steer);
        list.getStyleClass().add("palette-list");
        list.setCellFactory(_ -> new Row());
        list.setFocusTraversable(false);
        list.setOnMouseClicked(_ -> runSelected());
        VBox card = new VBox(search, list);
        card.getStyleClass().add("palette");
        card.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        getChildren().add(card);
        setOnMousePressed(mouse -> {
            if (mouse.getTarget() == this) {
                close();
            }
        });
        setVisible(false);
    }

    public void open() {
        search.clear();
        find();
        setVisible(true);
        search.requestFocus();
    }

    public void close() {
        setVisible(false);
    }

    private void find() {
        String wish = search.getText().toLowerCase(Locale.ROOT).strip();
        found.setAll(commands.all().stream()
                .filter(command -> (command.text() + " " + command.keysText()).toLowerCase(Locale.ROOT).contains(wish))
                .toList());
        list.getSelectionModel().selectFirst();
    }

    private void steer(KeyEvent key) {
        int at = list.getSelectionModel().getSelectedIndex();
        switch (key.getCode()) {
            case DOWN -> select(at + 1);
            case UP -> select(at - 1);
            case ENTER -> runSelected();
            case ESCAPE -> close();
            case TAB -> {
                // there is nothing else to go to, and what lies below is not meant
            }
            default -> {
                return;
            }
        }
        key.consume();
    }

    private void select(int index) {
        if (!found.isEmpty()) {
            int next = Math.clamp(index, 0, found.size() - 1);
            list.getSelectionModel().select(next);
            list.scrollTo(Math.max(0, next - 5));
        }
    }

    private void runSelected() {
        Command chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null && chosen.isEnabled()) {
            close();
            chosen.run();
        }
    }

    /// Text on the left, keys on the right; greyed when it cannot be done now.
    private static final class Row extends ListCell<Command> {
        private final Label text = new Label();
        private final Label keys = new Label();
        private final HBox face;

        Row() {
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            keys.getStyleClass().add("key-cap");
            face = new HBox(text, space, keys);
            face.setAlignment(Pos.CENTER_LEFT);
        }

        @Override
        protected void updateItem(@Nullable Command command, boolean empty) {
            super.updateItem(command, empty);
            if (empty || command == null) {
                setGraphic(null);
                return;
            }
            text.setText(command.text());
            keys.setText(command.keysText());
            keys.setVisible(!command.keys().isEmpty());
            face.setOpacity(command.isEnabled() ? 1 : 0.45);
            setGraphic(face);
        }
    }
}
