package chladni.app.command;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.KeyCombination;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The keys that the user has chosen, in the settings file; those that are as they came are not in it.
public final class KeyMemory {
    private static final Logger LOG = LoggerFactory.getLogger(KeyMemory.class);

    private final CommandTable commands;

    public KeyMemory(CommandTable commands) {
        this.commands = commands;
    }

    public JsonNode write() {
        ObjectNode chosen = JsonNodeFactory.instance.objectNode();
        for (Command command : commands.all()) {
            if (!command.keys().equals(command.standardKeys())) {
                ArrayNode keys = chosen.putArray(command.id());
                command.keys().forEach(one -> keys.add(one.getName()));
            }
        }
        return chosen;
    }

    /// What this version does not know or cannot read stays as it came.
    public void read(JsonNode chosen) {
        for (Command command : commands.all()) {
            JsonNode keys = chosen.get(command.id());
            if (keys != null && keys.isArray()) {
                List<KeyCombination> wish = new ArrayList<>();
                try {
                    keys.forEach(one -> wish.add(KeyCombination.keyCombination(one.asString(""))));
                    commands.bind(command, wish);
                } catch (IllegalArgumentException unknown) {
                    LOG.info("{} has keys in the settings that cannot be read: {}", command.id(), keys);
                }
            }
        }
    }
}
