package chladni.app.feature.inspect;

import atlantafx.base.controls.ProgressSliderSkin;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A slider through the steps in which a take has formed; there only while they are known.
public final class StepsCard extends VBox {
    /// @param actions buttons of the command table
    public StepsCard(StepsViewModel model, List<Node> actions) {
        getStyleClass().add("inspector-section");
        Label name = new Label("HOW IT FORMED");
        name.getStyleClass().add("panel-heading");
        Label words = new Label();
        words.getStyleClass().add("take-detail");
        words.textProperty().bind(model.wordsProperty());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(name, space, words);
        head.setAlignment(Pos.BASELINE_LEFT);
        Slider slider = new Slider();
        slider.setSkin(new ProgressSliderSkin(slider));
        slider.maxProperty().bind(model.lastProperty());
        slider.setBlockIncrement(1);
        slider.setMajorTickUnit(1);
        slider.setMinorTickCount(0);
        slider.setSnapToTicks(true);
        slider.setAccessibleText("Steps in which the take formed; the canvas shows the estimate of a step, Play plays it");
        slider.valueProperty().addListener((_, _, now) -> model.placeProperty().set((int) Math.round(now.doubleValue())));
        model.placeProperty().subscribe(now -> {
            if (Math.round(slider.getValue()) != now.intValue()) {
                slider.setValue(now.intValue());
            }
        });
        HBox row = new HBox();
        row.getStyleClass().add("field-row");
        row.getChildren().addAll(actions);
        getChildren().addAll(head, slider, row);
        visibleProperty().bind(model.knownProperty());
        managedProperty().bind(visibleProperty());
    }
}
