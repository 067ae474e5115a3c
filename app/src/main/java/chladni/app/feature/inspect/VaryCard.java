package chladni.app.feature.inspect;

import chladni.app.control.Setting;
import chladni.app.control.SettingRow;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// How far, how many, and the button that makes them; there only for takes that can be varied.
public final class VaryCard extends VBox {
    /// @param make button of the command table
    public VaryCard(Setting strength, Setting count, Node make, ObservableValue<Boolean> possible) {
        getStyleClass().add("inspector-section");
        Label name = new Label("VARIATIONS");
        name.getStyleClass().add("panel-heading");
        HBox many = SettingRow.box(count);
        HBox.setHgrow(many, Priority.ALWAYS);
        many.setMinWidth(0);
        HBox row = new HBox(many, make);
        row.getStyleClass().add("field-row");
        getChildren().addAll(name, SettingRow.slider(strength, "Variations"), row);
        visibleProperty().bind(possible);
        managedProperty().bind(visibleProperty());
    }
}
