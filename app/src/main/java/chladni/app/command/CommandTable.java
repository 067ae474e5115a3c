package chladni.app.command;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCombination;

/// All commands by id, in the order of the menu. Two commands never have the same keys.
public final class CommandTable {
    private static final ObservableValue<Boolean> ALWAYS = new SimpleBooleanProperty(true);

    private final Map<String, Command> byId = new LinkedHashMap<>();
    private final BooleanProperty capturing = new SimpleBooleanProperty();

    /// How a command shows itself.
    ///
    /// @param icon Ikonli literal; empty for none
    /// @param keys as `KeyCombination` writes them, such as `Shortcut+Enter`; several with a comma and a space between, the one
    ///        to be shown first; empty for none
    public record Face(String text, String icon, String keys) {
        List<KeyCombination> combinations() {
            return Arrays.stream(keys.split(", ")).filter(one -> !one.isEmpty()).map(KeyCombination::keyCombination).toList();
        }
    }

    /// Adds a row that can always be done.
    public CommandTable add(String id, Face face, Runnable action) {
        return add(id, face, ALWAYS, action);
    }

    public CommandTable add(String id, Face face, ObservableValue<Boolean> enabled, Runnable action) {
        Command command = new Command(id, face, enabled, action);
        for (KeyCombination keys : command.keys()) {
            owner(keys).ifPresent(other -> {
                throw new IllegalArgumentException(keys + " is taken by " + other.id());
            });
        }
        if (byId.putIfAbsent(id, command) != null) {
            throw new IllegalArgumentException(id + " is there already");
        }
        return this;
    }

    public List<Command> all() {
        return List.copyOf(byId.values());
    }

    public Command get(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("there is no command " + id));
    }

    public Optional<Command> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /// Who has these keys now.
    public Optional<Command> owner(KeyCombination keys) {
        return byId.values().stream().filter(command -> command.keys().contains(keys)).findFirst();
    }

    /// Gives a command other keys, taking them away from whoever had them.
    public void bind(Command command, List<KeyCombination> keys) {
        for (Command other : byId.values()) {
            if (other != command && other.keys().stream().anyMatch(keys::contains)) {
                other.bind(other.keys().stream().filter(one -> !keys.contains(one)).toList());
            }
        }
        command.bind(keys);
    }

    /// While it is true, keys are being chosen and run nothing.
    public BooleanProperty capturingProperty() {
        return capturing;
    }
}
