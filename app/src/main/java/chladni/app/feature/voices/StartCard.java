package chladni.app.feature.voices;

import chladni.app.control.NumberScale;
import chladni.app.control.ValueSlider;
import chladni.app.document.Present;
import chladni.app.theme.Icons;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What the next takes start from and how far they may go from it; there only when something was chosen.
final class StartCard extends VBox {
    private static final NumberScale STRENGTH = NumberScale.decimal(0.05, 1, 0.05, 2);

    StartCard(VoicesViewModel model) {
        getStyleClass().addAll("card", "start-card");
        Label title = new Label("Starts from", Icons.of("mdral-call_split"));
        title.getStyleClass().add("card-title");
        title.setMinWidth(USE_PREF_SIZE);
        Label name = new Label();
        name.getStyleClass().add("start-name");
        name.textProperty().bind(Present.map(model.startProperty(), Start::title, ""));
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        Button clear = new Button(null, Icons.of("mdral-close"));
        clear.getStyleClass().add("ghost-button");
        clear.setAccessibleText("Start from noise again");
        clear.setOnAction(_ -> model.startProperty().set(null));
        HBox head = new HBox(title, name, clear);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("start-head");
        ValueSlider strength = new ValueSlider("Strength", STRENGTH,
                "How far the takes may go from what they start from: 0.4 light, 0.55 heavy, 0.75 keeps the beat, 0.95 free");
        strength.valueProperty().bindBidirectional(model.strengthProperty());
        getChildren().addAll(head, strength);
        visibleProperty().bind(model.startProperty().isNotNull());
        managedProperty().bind(visibleProperty());
    }
}
