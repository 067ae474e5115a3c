package chladni.app.feature.canvas;

import chladni.app.control.SpectrogramView;
import chladni.app.document.Present;
import chladni.app.theme.Icons;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The row over the canvas: what is shown on the left, how it is shown on the right.
final class CanvasHeading extends HBox {
    private static final double ROOM_FOR_HINT = 700;
    private static final double ROOM_FOR_WORDS = 620;

    private final CanvasViewModel model;

    CanvasHeading(CanvasViewModel model, SpectrogramView spectrogram) {
        this.model = model;
        getStyleClass().add("canvas-heading");
        setAlignment(Pos.CENTER_LEFT);
        Region space = new Region();
        setHgrow(space, Priority.ALWAYS);
        Node[] ways = {eyes(), new LookMenu(model), fit(spectrogram)};
        for (Node way : ways) {
            way.visibleProperty().bind(Present.map(model.shownProperty(), _ -> true, false));
        }
        getChildren().addAll(title(), hint(), space);
        getChildren().addAll(ways);
    }

    private Label title() {
        Label title = new Label();
        title.getStyleClass().add("canvas-title");
        title.textProperty().bind(model.headingProperty());
        title.setMinWidth(0);
        return title;
    }

    private Label hint() {
        Label hint = new Label();
        hint.getStyleClass().add("canvas-hint");
        hint.textProperty().bind(model.hintProperty());
        hint.setMinWidth(Region.USE_PREF_SIZE);
        hint.visibleProperty().bind(widthProperty().greaterThan(ROOM_FOR_HINT));
        hint.managedProperty().bind(hint.visibleProperty());
        return hint;
    }

    private Node eyes() {
        ToggleButton sound = eye("Spectrogram", Icons.sound(), "Show the spectrogram that sounds");
        ToggleButton picture = eye("Picture", Icons.picture(), "Show the picture as the picture voice sees it");
        ToggleGroup group = new ToggleGroup();
        group.getToggles().addAll(sound, picture);
        group.selectToggle(model.pictureEyeProperty().get() ? picture : sound);
        group.selectedToggleProperty().addListener((_, before, now) -> {
            if (now == null) {
                group.selectToggle(before);
            } else {
                model.pictureEyeProperty().set(now.equals(picture));
            }
        });
        model.pictureEyeProperty().addListener((_, _, seen) -> group.selectToggle(seen ? picture : sound));
        HBox eyes = new HBox(sound, picture);
        eyes.getStyleClass().add("segments");
        return eyes;
    }

    private ToggleButton eye(String text, Node sign, String help) {
        ToggleButton eye = new ToggleButton(null, sign);
        eye.getStyleClass().add("segment");
        eye.textProperty().bind(Bindings.when(widthProperty().greaterThan(ROOM_FOR_WORDS)).then(text).otherwise(""));
        eye.setMinWidth(Region.USE_PREF_SIZE);
        eye.setTooltip(new Tooltip(help + " (Y)"));
        eye.setAccessibleText(help);
        return eye;
    }

    private static Button fit(SpectrogramView spectrogram) {
        Button fit = new Button("Fit");
        fit.getStyleClass().add("quiet-button");
        fit.setTooltip(new Tooltip("Show all of it (Ctrl+0)"));
        fit.setAccessibleText("Show all of it");
        fit.setOnAction(_ -> spectrogram.fit());
        fit.setMinWidth(Region.USE_PREF_SIZE);
        return fit;
    }
}
