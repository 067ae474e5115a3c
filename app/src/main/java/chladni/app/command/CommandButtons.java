package chladni.app.command;

import chladni.app.theme.Icons;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
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
        Label keys = new Label(command.keysText());
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
                .forEach(command -> menu.getItems().add(item(command)));
        menu.disableProperty().bind(commands.get("file.export-sound").enabled().map(enabled -> !enabled));
        return menu;
    }

    /// The whole table as a menu, one separator between groups.
    public static MenuButton menu(CommandTable commands) {
        MenuButton menu = new MenuButton(null, Icons.of("mdrmz-menu"));
        menu.getStyleClass().addAll("ghost-button", "menu-button-bare");
        menu.setAccessibleText("All commands");
        menu.setTooltip(new Tooltip("All commands"));
        String group = "";
        for (Command command : commands.all()) {
            if (!group.isEmpty() && !group.equals(command.group())) {
                menu.getItems().add(new SeparatorMenuItem());
            }
            group = command.group();
            menu.getItems().add(item(command));
        }
        return menu;
    }

    /// A menu item; its keys are shown but handled by `Keys`.
    public static MenuItem item(Command command) {
        Label keys = new Label(command.keysText());
        keys.getStyleClass().add("menu-keys");
        Label text = new Label(command.text());
        text.getStyleClass().add("menu-text");
        HBox face = new HBox(text, keys);
        MenuItem item = new MenuItem(null, face);
        item.setOnAction(_ -> command.run());
        item.disableProperty().bind(command.enabled().map(enabled -> !enabled));
        return item;
    }

    private static Button bare(Command command, String styleClass) {
        Button button = new Button();
        button.setId(command.id().replace('.', '-'));
        button.getStyleClass().add(styleClass);
        button.setOnAction(_ -> command.run());
        button.disableProperty().bind(command.enabled().map(enabled -> !enabled));
        String keys = command.keysText();
        button.setTooltip(new Tooltip(keys.isEmpty() ? command.text() : command.text() + " (" + keys + ")"));
        button.setAccessibleText(command.text());
        return button;
    }
}
