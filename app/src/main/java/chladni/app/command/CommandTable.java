package chladni.app.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCombination;

/// All commands by id, in the order of the menu. Two commands never have the same keys.
public final class CommandTable {
    private static final ObservableValue<Boolean> ALWAYS = new SimpleBooleanProperty(true);

    private final Map<String, Command> byId = new LinkedHashMap<>();

    /// How a command shows itself.
    ///
    /// @param icon Ikonli literal; empty for none
    /// @param keys as `KeyCombination` writes them, such as `Shortcut+Enter`; empty for none
    public record Face(String text, String icon, String keys) {}

    /// Adds a row that can always be done.
    public CommandTable add(String id, Face face, Runnable action) {
        return add(id, face, ALWAYS, action);
    }

    public CommandTable add(String id, Face face, ObservableValue<Boolean> enabled, Runnable action) {
        KeyCombination combination = face.keys().isEmpty() ? null : KeyCombination.keyCombination(face.keys());
        if (combination != null && byId.values().stream().anyMatch(other -> combination.equals(other.keys()))) {
            throw new IllegalArgumentException(face.keys() + " is taken");
        }
        Command command = new Command(id, face.text(), face.icon(), combination, enabled, action);
        if (byId.putIfAbsent(id, command) != null) {
            throw new IllegalArgumentException(id + " is there already");
        }
        return this;
    }

    public List<Command> all() {
        return List.copyOf(byId.values());
    }

    public Command get(String id) {
        Command command = byId.get(id);
        if (command == null) {
            throw new IllegalArgumentException("there is no command " + id);
        }
        return command;
    }
}
