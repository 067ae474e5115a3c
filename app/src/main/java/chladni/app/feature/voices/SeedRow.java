package chladni.app.feature.voices;

import chladni.app.theme.Icons;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// The seed with its dice and its padlock.
final class SeedRow extends HBox {
    SeedRow(VoicesViewModel model) {
        getStyleClass().add("field-box");
        setAlignment(Pos.CENTER_LEFT);
        TextField field = new TextField();
        field.getStyleClass().add("bare-field");
        field.textProperty().bindBidirectional(model.seedProperty());
        field.setAccessibleText("Seed, a whole number");
        setHgrow(field, Priority.ALWAYS);
        Label name = new Label("Seed");
        name.getStyleClass().add("field-name");
        name.setLabelFor(field);
        name.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(name, field, dice(model), padlock(model));
    }

    private static Button dice(VoicesViewModel model) {
        Button dice = new Button(null, Icons.of("mdral-casino"));
        dice.getStyleClass().add("ghost-button");
        dice.setTooltip(new Tooltip("Another seed"));
        dice.setAccessibleText("Roll another seed");
        dice.setOnAction(_ -> model.rollSeed());
        return dice;
    }

    private static ToggleButton padlock(VoicesViewModel model) {
        ToggleButton padlock = new ToggleButton();
        padlock.getStyleClass().addAll("ghost-button", "padlock");
        padlock.selectedProperty().bindBidirectional(model.seedLockedProperty());
        padlock.graphicProperty().bind(model.seedLockedProperty()
                .map(locked -> Icons.of(locked ? "mdral-lock" : "mdral-lock_open")));
        Tooltip help = new Tooltip();
        help.textProperty().bind(model.seedLockedProperty()
                .map(locked -> locked ? "The seed stays for the next run" : "A fresh seed for every run"));
        padlock.setTooltip(help);
        padlock.setAccessibleText("Keep this seed for the next run");
        return padlock;
    }
}
