package chladni.app.command;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// One thing that a user can do.
public final class Command {
    private final String id;
    private final String text;
    private final String icon;
    private final List<KeyCombination> standardKeys;
    private final ReadOnlyObjectWrapper<List<KeyCombination>> keys;
    private final ObservableValue<Boolean> enabled;
    private final Runnable action;

    /// @param id stable name, such as `run.generate`; what stands before the point is its group
    /// @param face text for menus and the palette, icon and keys
    /// @param enabled when it can be done
    Command(String id, CommandTable.Face face, ObservableValue<Boolean> enabled, Runnable action) {
        this.id = id;
        this.text = face.text();
        this.icon = face.icon();
        this.standardKeys = face.combinations();
        this.keys = new ReadOnlyObjectWrapper<>(standardKeys);
        this.enabled = enabled;
        this.action = action;
    }

    public String id() {
        return id;
    }

    public String text() {
        return text;
    }

    /// Ikonli literal; empty for none.
    public String icon() {
        return icon;
    }

    public ObservableValue<Boolean> enabled() {
        return enabled;
    }

    public String group() {
        return id.substring(0, id.indexOf('.'));
    }

    public boolean isEnabled() {
        return Boolean.TRUE.equals(enabled.getValue());
    }

    public void run() {
        if (isEnabled()) {
            action.run();
        }
    }

    /// The keys that run it, the one to be shown first; empty when it has none.
    public List<KeyCombination> keys() {
        return keys.get();
    }

    public ReadOnlyObjectProperty<List<KeyCombination>> keysProperty() {
        return keys.getReadOnlyProperty();
    }

    public List<KeyCombination> standardKeys() {
        return standardKeys;
    }

    void bind(List<KeyCombination> now) {
        keys.set(List.copyOf(now));
    }

    boolean hasKey(KeyEvent key) {
        return keys().stream().anyMatch(combination -> combination.match(key));
    }

    /// The keys for people: "Ctrl+Enter"; empty when it has none.
    public String keysText() {
        return keys().isEmpty() ? "" : text(keys().getFirst());
    }

    static String text(KeyCombination keys) {
        return keys.getDisplayText().replace("\u21B5", "Enter").replace("\u2423", "Space");
    }
}
