package chladni.app.feature.canvas;

import atlantafx.base.controls.Popover;
import atlantafx.base.controls.Popover.ArrowLocation;
import chladni.app.control.ColourScale;
import chladni.app.control.NumberScale;
import chladni.app.control.ValueSlider;
import chladni.app.theme.Icons;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/// The button that opens how the spectrogram is coloured: concerns only the screen.
final class LookMenu extends Button {
    private final CanvasViewModel model;

    LookMenu(CanvasViewModel model) {
        super("Look", Icons.of("mdrmz-tune"));
        this.model = model;
        getStyleClass().add("quiet-button");
        setMinWidth(USE_PREF_SIZE);
        setTooltip(new Tooltip("Colours and levels on the screen"));
        setAccessibleText("Colours and levels on the screen");
        Popover popover = new Popover(content());
        popover.setArrowLocation(ArrowLocation.TOP_RIGHT);
        popover.setDetachable(false);
        setOnAction(_ -> popover.show(this));
        disableProperty().bind(model.pictureEyeProperty());
    }

    private VBox content() {
        Label name = new Label("Colours");
        name.getStyleClass().add("row-label");
        HBox row = new HBox(name, colours());
        row.getStyleClass().add("look-row");
        ValueSlider floor = new ValueSlider("Floor", new NumberScale(-146, -20, 1, 0, 1, " dB"),
                "Level shown as black, in decibels");
        floor.valueProperty().bindBidirectional(model.floorDecibelsProperty());
        Label hint = new Label("Only how it is shown: the sound stays as it is.");
        hint.getStyleClass().add("look-hint");
        VBox content = new VBox(row, floor, hint);
        content.getStyleClass().add("look-menu");
        return content;
    }

    private ComboBox<ColourScale> colours() {
        ComboBox<ColourScale> colours = new ComboBox<>();
        colours.getItems().setAll(ColourScale.values());
        colours.getStyleClass().add("quiet-choice");
        colours.setAccessibleText("Colours of the spectrogram");
        colours.setConverter(new StringConverter<>() {
            @Override
            public String toString(ColourScale scale) {
                return scale == null ? "" : scale.label();
            }

            @Override
            public ColourScale fromString(String label) {
                return ColourScale.valueOf(label);
            }
        });
        colours.valueProperty().bindBidirectional(model.scaleProperty());
        return colours;
    }
}
