package chladni.app.command;

import chladni.app.theme.Icons;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// One command in the key list: what it does, a way back to the keys it came with, and its keys as a button.
final class KeyRow extends ListCell<Command> {
    private final KeyListView list;
    private final Label text = new Label();
    private final Button back = new Button(null, Icons.of("mdrmz-undo"));
    private final Button keys = new Button();
    private final HBox face;

    KeyRow(KeyListView list) {
        this.list = list;
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        keys.getStyleClass().add("key-button");
        back.getStyleClass().addAll("ghost-button", "tiny");
        back.setTooltip(new Tooltip("Back to the keys it came with"));
        face = new HBox(text, space, back, keys);
        face.setAlignment(Pos.CENTER_LEFT);
        face.getStyleClass().add("key-row");
    }

    @Override
    protected void updateItem(@Nullable Command command, boolean empty) {
        super.updateItem(command, empty);
        if (empty || command == null) {
            setGraphic(null);
            return;
        }
        text.setText(command.text());
        keys.setText(list.isChoosing(command) ? "press keys…" : command.keys().isEmpty() ? "none" : command.keysText());
        keys.setAccessibleText("Keys of " + command.text() + ": " + keys.getText() + ". Press to choose others");
        keys.setOnAction(_ -> list.choose(command));
        back.setVisible(!command.keys().equals(command.standardKeys()));
        back.setAccessibleText("Give " + command.text() + " the keys it came with");
        back.setOnAction(_ -> list.giveBack(command));
        setGraphic(face);
    }
}
