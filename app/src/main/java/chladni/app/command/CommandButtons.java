package chladni.app.command;

import chladni.app.theme.Icons;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// Makes controls from rows of the table.
public final class CommandButtons {
    private CommandButtons() {}

    /// A button with its icon only; the text is its tooltip and what a screen reader says.
    public static Button icon(Command command, String styleClass) {
        Button button = bare(command, styleClass);
        button.setGraphic(Icons.of(command.icon()));
        return button;
    }

    public static Button labelled(Command command, String styleClass) {
        Button button = plain(command, styleClass);
        button.setGraphic(Icons.of(command.icon()));
        return button;
    }

    /// A button with its text only.
    public static Button plain(Command command, String styleClass) {
        Button button = bare(command, styleClass);
        button.setText(command.text());
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    /// A button that also shows its keys.
    public static Button withKeys(Command command, String styleClass) {
        Button button = bare(command, styleClass);
        Label text = new Label(command.text());
        Label keys = new Label();
        keys.textProperty().bind(command.keysProperty().map(_ -> command.keysText()));
        keys.visibleProperty().bind(keys.textProperty().isNotEmpty());
        keys.managedProperty().bind(keys.visibleProperty());
        keys.getStyleClass().add("key-cap");
        HBox face = new HBox(text, keys);
        face.getStyleClass().add("button-face");
        button.setGraphic(face);
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    /// A button that opens the export commands.
    public static MenuButton exportMenu(CommandTable commands, String text) {
        MenuButton menu = new MenuButton(text);
        menu.getStyleClass().addAll("action-button", "export-button");
        menu.setAccessibleText("Export what is on the canvas");
        menu.setMaxWidth(Double.MAX_VALUE);
        commands.all().stream().filter(command -> command.id().startsWith("file.export"))
                .forEach(command -> menu.getItems().add(CommandMenus.item(command)));
        menu.disableProperty().bind(commands.get("file.export-sound").enabled().map(enabled -> !enabled));
        return menu;
    }

    private static Button bare(Command command, String styleClass) {
        Button button = new Button();
        button.setId(command.id().replace('.', '-'));
        button.getStyleClass().add(styleClass);
        button.setOnAction(_ -> command.run());
        button.disableProperty().bind(command.enabled().map(enabled -> !enabled));
        Tooltip help = new Tooltip();
        help.textProperty().bind(command.keysProperty().map(_ -> command.keys().isEmpty()
                ? command.text() : command.text() + " (" + command.keysText() + ")"));
        button.setTooltip(help);
        button.setAccessibleText(command.text());
        return button;
    }
}
