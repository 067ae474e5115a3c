package chladni.app.feature.canvas;

import atlantafx.base.controls.Popover;
import atlantafx.base.controls.Popover.ArrowLocation;
import chladni.app.control.ColourScale;
import chladni.app.control.FrequencyScale;
import chladni.app.control.NumberScale;
import chladni.app.control.ValueSlider;
import chladni.app.theme.Icons;
import java.util.Arrays;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

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
        ValueSlider floor = new ValueSlider("Floor", new NumberScale(-146, -20, 1, 0, 1, " dB"),
                "Level shown as black, in decibels");
        floor.valueProperty().bindBidirectional(model.floorDecibelsProperty());
        ValueSlider ceiling = new ValueSlider("Ceiling", new NumberScale(-100, 0, 1, 0, 1, " dB"),
                "Level shown as white, in decibels");
        ceiling.valueProperty().bindBidirectional(model.ceilingDecibelsProperty());
        Label hint = new Label("Only how it is shown: the sound stays as it is.");
        hint.getStyleClass().add("look-hint");
        VBox content = new VBox(row("Colours", colours()), floor, ceiling, row("Frequency", axis()),
                tick("Names of notes", model.notesProperty()), tick("Piano keys", model.pianoProperty()), hint);
        content.getStyleClass().add("look-menu");
        return content;
    }

    private static HBox row(String text, Node control) {
        Label name = new Label(text);
        name.getStyleClass().add("row-label");
        HBox row = new HBox(name, control);
        row.getStyleClass().add("look-row");
        return row;
    }

    private static CheckBox tick(String text, BooleanProperty property) {
        CheckBox tick = new CheckBox(text);
        tick.selectedProperty().bindBidirectional(property);
        return tick;
    }

    private ComboBox<ColourScale> colours() {
        ComboBox<ColourScale> colours = choice(ColourScale.values(), ColourScale::label, "Colours of the spectrogram");
        colours.valueProperty().bindBidirectional(model.scaleProperty());
        return colours;
    }

    private ComboBox<FrequencyScale> axis() {
        ComboBox<FrequencyScale> axis = choice(FrequencyScale.values(), FrequencyScale::label, "Scale of the frequency axis");
        axis.valueProperty().bindBidirectional(model.axisProperty());
        return axis;
    }

    private static <T> ComboBox<T> choice(T[] values, Function<T, String> label, String accessible) {
        ComboBox<T> choice = new ComboBox<>();
        choice.getItems().setAll(values);
        choice.getStyleClass().add("quiet-choice");
        choice.setAccessibleText(accessible);
        choice.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable T value) {
                return value == null ? "" : label.apply(value);
            }

            @Override
            public T fromString(String text) {
                return Arrays.stream(values).filter(value -> label.apply(value).equals(text)).findFirst().orElseThrow();
            }
        });
        return choice;
    }
}
