package chladni.app.control;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Rows that are built from a setting's description.
public final class SettingRow {
    private SettingRow() {}

    /// Label, slider and exact value; a double click on the label puts the value back.
    ///
    /// @param of whose number it is, for screen readers: "Looks like"; may be empty
    public static ValueSlider slider(Setting setting, String of) {
        Parameter about = setting.about();
        String said = (of.isEmpty() ? "" : of + ": ") + about.name() + ", " + about.help();
        ValueSlider row = new ValueSlider(about.name(), about.scale(), said);
        row.valueProperty().bindBidirectional(setting.valueProperty());
        Tooltip.install(row, new Tooltip(about.help() + "\nA double click on the name puts it back."));
        row.addEventHandler(MouseEvent.MOUSE_CLICKED, mouse -> {
            if (mouse.getClickCount() == 2 && mouse.getTarget() instanceof Node node && !(node.getParent() instanceof NumberField)) {
                setting.reset();
            }
        });
        return row;
    }

    /// A value with a name.
    public record Preset(String name, double value) {}

    /// Name and exact value in one frame, and a menu of presets if there are any.
    public static HBox box(Setting setting, Preset... presets) {
        Parameter about = setting.about();
        NumberField field = new NumberField(about.scale(), about.name() + ", " + about.help());
        field.getStyleClass().add("bare-field");
        field.valueProperty().bindBidirectional(setting.valueProperty());
        HBox.setHgrow(field, Priority.ALWAYS);
        Label name = new Label(about.name());
        name.getStyleClass().add("field-name");
        name.setLabelFor(field);
        name.setMinWidth(Region.USE_PREF_SIZE);
        HBox box = new HBox(name, field);
        box.getStyleClass().add("field-box");
        box.setAlignment(Pos.CENTER_LEFT);
        Tooltip.install(box, new Tooltip(about.help()));
        if (presets.length > 0) {
            box.getChildren().add(menu(setting, presets));
        }
        return box;
    }

    private static MenuButton menu(Setting setting, Preset[] presets) {
        MenuButton menu = new MenuButton();
        menu.getStyleClass().add("preset-menu");
        menu.setAccessibleText("Usual values of " + setting.about().name());
        for (Preset preset : presets) {
            MenuItem item = new MenuItem(preset.name() + "  " + setting.about().scale().text(preset.value()));
            item.setOnAction(_ -> setting.set(preset.value()));
            menu.getItems().add(item);
        }
        return menu;
    }
}
