package chladni.app.command;

import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/// One thing that a user can do.
///
/// @param id stable name, such as `run.generate`; what stands before the point is its group
/// @param text for menus and the palette
/// @param icon Ikonli literal; empty for none
/// @param keys null when it has none
/// @param enabled when it can be done
public record Command(
        String id, String text, String icon, @Nullable KeyCombination keys, ObservableValue<Boolean> enabled, Runnable action) {
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

    /// The keys for people: "Ctrl+Enter"; empty when it has none.
    public String keysText() {
        return keys == null ? "" : keys.getDisplayText().replace("\u21B5", "Enter");
    }
}
