package chladni.app.feature.voices;

import chladni.app.control.SettingRow;
import chladni.app.document.Present;
import chladni.app.theme.Icons;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What the next takes start from and how far they may go from it; there only when something was chosen.
final class StartCard extends VBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final double SAME = 1e-6;

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
        clear.setTooltip(new Tooltip("Start from noise again"));
        clear.setAccessibleText("Start from noise again");
        clear.setOnAction(_ -> model.startProperty().set(null));
        HBox head = new HBox(title, name, clear);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("start-head");
        HBox ways = new HBox(way(model, "light", 0.4), way(model, "heavy", 0.55), way(model, "keeps the beat", 0.75), way(model, "free", 0.95));
        ways.getStyleClass().add("start-ways");
        getChildren().addAll(head, SettingRow.slider(model.run().strength(), ""), ways);
        VoiceCard.shownWhile(this, model.startProperty().isNotNull());
    }

    private static Button way(VoicesViewModel model, String words, double strength) {
        Button way = new Button(words);
        way.getStyleClass().add("chip");
        way.setAccessibleText("Strength " + strength + ", " + words);
        way.setMinWidth(USE_PREF_SIZE);
        way.setOnAction(_ -> model.strengthProperty().set(strength));
        model.strengthProperty().subscribe(now -> way.pseudoClassStateChanged(CHOSEN, Math.abs(now.doubleValue() - strength) < SAME));
        return way;
    }
}
