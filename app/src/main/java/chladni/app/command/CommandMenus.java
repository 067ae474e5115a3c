package chladni.app.command;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// The menu bar: every row of the table, by its group.
public final class CommandMenus {
    /// Groups in the order of the bar; one that is not named here comes before the view's, under its own name.
    private static final Map<String, String> TITLES = titles();
    private static final String OTHERS_BEFORE = "view";

    private CommandMenus() {}

    private static Map<String, String> titles() {
        Map<String, String> titles = new LinkedHashMap<>();
        titles.put("file", "File");
        titles.put("edit", "Edit");
        titles.put("run", "Make");
        titles.put("take", "Takes");
        titles.put("play", "Play");
        titles.put("mask", "Mask");
        titles.put("tool", "Tools");
        titles.put(OTHERS_BEFORE, "View");
        titles.put("window", "Window");
        return titles;
    }

    public static MenuBar bar(CommandTable commands) {
        Map<String, Menu> menus = new LinkedHashMap<>();
        for (String group : TITLES.keySet()) {
            if (group.equals(OTHERS_BEFORE)) {
                commands.all().stream().map(Command::group).filter(other -> !TITLES.containsKey(other)).distinct()
                        .forEach(other -> menus.put(other, new Menu(title(other))));
            }
            menus.put(group, new Menu(title(group)));
        }
        for (Command command : commands.all()) {
            Menu menu = menus.get(command.group());
            if (menu != null) {
                menu.getItems().add(item(command));
            }
        }
        MenuBar bar = new MenuBar();
        bar.getStyleClass().add("command-bar");
        bar.setAccessibleText("Menu of all commands");
        menus.values().stream().filter(menu -> !menu.getItems().isEmpty()).forEach(bar.getMenus()::add);
        return bar;
    }

    private static String title(String group) {
        return TITLES.getOrDefault(group, group.substring(0, 1).toUpperCase(Locale.ROOT) + group.substring(1));
    }

    /// A menu item that shows the command's keys; `Keys` handles them.
    public static MenuItem item(Command command) {
        MenuItem item = new MenuItem(command.text());
        item.setId("menu-" + command.id().replace('.', '-'));
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> command.run());
        item.disableProperty().bind(command.enabled().map(enabled -> !enabled));
        item.acceleratorProperty().bind(command.keysProperty().map(keys -> keys.isEmpty() ? null : new Shown(command.keysText())));
        return item;
    }

    /// Keys that are shown in a menu and match nothing: they run through the table, which knows when a letter is meant as text.
    private static final class Shown extends KeyCombination {
        private final String words;

        Shown(String words) {
            this.words = words;
        }

        @Override
        public boolean match(KeyEvent event) {
            return false;
        }

        @Override
        public String getDisplayText() {
            return words;
        }

        @Override
        public String getName() {
            return words;
        }
    }
}
