package chladni.app.control;

import java.util.IdentityHashMap;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;

/// Toggles of which exactly one is chosen: by the mouse, by Space, or by the arrow keys from the chosen one, which is where Tab leads. A
/// toggle's own action would not hear of the arrow keys.
public final class OneOf<T> {
    private final ToggleGroup group = new ToggleGroup();
    private final ObjectProperty<T> chosen;
    private final Map<Toggle, T> values = new IdentityHashMap<>();

    public OneOf(ObjectProperty<T> chosen) {
        this.chosen = chosen;
        group.selectedToggleProperty().addListener((_, before, now) -> {
            T value = values.get(now);
            if (value != null) {
                chosen.set(value);
            } else if (before != null) {
                group.selectToggle(before); // a second press on the chosen one does not take it back
            }
        });
    }

    public void add(ToggleButton toggle, T value) {
        values.put(toggle, value);
        toggle.setToggleGroup(group);
        chosen.subscribe(now -> {
            if (value.equals(now)) {
                group.selectToggle(toggle);
            }
        });
    }
}
