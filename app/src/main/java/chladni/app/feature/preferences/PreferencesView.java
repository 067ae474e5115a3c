package chladni.app.feature.preferences;

import atlantafx.base.controls.ToggleSwitch;
import chladni.app.bench.Previews;
import chladni.app.control.NumberScale;
import chladni.app.control.OneOf;
import chladni.app.control.ValueSlider;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.HorizontalDirection;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The settings that belong to no panel. They hold at once and are kept.
public final class PreferencesView extends VBox {
    private static final NumberScale SIZE = new NumberScale(1, 2, 0.25, 0, 100, " %");

    /// What can be set.
    ///
    /// @param size 1 as it is, 2 twice as large
    /// @param previews how early looks at what forms are made
    /// @param level whether everything is played with its peak at −1 dBFS
    /// @param chime whether work that ends in the background rings
    /// @param places where things are kept
    public record Model(BooleanProperty light, DoubleProperty size, BooleanProperty chime, BooleanProperty notes, BooleanProperty piano,
            ObjectProperty<Previews> previews, BooleanProperty level, List<Place> places) {}

    /// A folder or file, by the name of what lies there.
    public record Place(String name, Path path) {}

    public PreferencesView(Model model) {
        getStyleClass().add("preferences-view");
        ValueSlider size = new ValueSlider("Size", SIZE, "Size of everything in the window, 100 % to 200 %");
        size.valueProperty().bindBidirectional(model.size());
        getChildren().addAll(heading("LOOK"), row("Colours", looks(model.light())), size,
                heading("CANVAS"), choice("Names of notes beside the canvas", model.notes()), choice("Piano keys beside the canvas", model.piano()),
                row("Preview", previews(model.previews())), detail("How often a forming take is decoded: more is seen earlier and takes longer."),
                heading("HEARING"), choice("Play every take equally loud, its peak at −1 dBFS", model.level()),
                heading("NOTICES"), choice("Chime when a run ends in the background", model.chime()),
                heading("WHERE THINGS ARE"));
        model.places().forEach(place -> getChildren().add(row(place.name(), path(place))));
        getChildren().add(detail("Every key can be chosen anew: Window, All keys (F1)."));
    }

    private static Label detail(String text) {
        Label detail = new Label(text);
        detail.getStyleClass().add("pack-detail");
        return detail;
    }

    private static HBox previews(ObjectProperty<Previews> chosen) {
        OneOf<Previews> choices = new OneOf<>(chosen);
        HBox segments = new HBox();
        segments.getStyleClass().add("segments");
        for (Previews one : Previews.values()) {
            ToggleButton segment = new ToggleButton(one.label());
            segment.getStyleClass().add("segment");
            segment.setAccessibleText("Preview while a take forms: " + one.label());
            choices.add(segment, one);
            segments.getChildren().add(segment);
        }
        return segments;
    }

    private static Label heading(String text) {
        Label heading = new Label(text);
        heading.getStyleClass().add("panel-heading");
        return heading;
    }

    private static HBox row(String name, Node control) {
        Label label = new Label(name);
        label.getStyleClass().add("row-label");
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.setLabelFor(control);
        HBox row = new HBox(label, control);
        row.getStyleClass().add("preferences-row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static HBox looks(BooleanProperty light) {
        ToggleButton dark = look("Dark");
        ToggleButton bright = look("Light");
        ToggleGroup group = new ToggleGroup();
        group.getToggles().addAll(dark, bright);
        light.subscribe(on -> group.selectToggle(on ? bright : dark));
        group.selectedToggleProperty().addListener((_, before, now) -> {
            if (now == null) {
                group.selectToggle(before); // a second press of the same one leaves it chosen
            } else {
                light.set(now.equals(bright));
            }
        });
        HBox looks = new HBox(dark, bright);
        looks.getStyleClass().add("segments");
        return looks;
    }

    private static ToggleButton look(String name) {
        ToggleButton look = new ToggleButton(name);
        look.getStyleClass().add("segment");
        look.setAccessibleText(name + " colours of the window");
        return look;
    }

    private static ToggleSwitch choice(String text, BooleanProperty property) {
        ToggleSwitch choice = new ToggleSwitch(text);
        choice.setLabelPosition(HorizontalDirection.RIGHT);
        choice.setAccessibleText(text);
        choice.selectedProperty().bindBidirectional(property);
        return choice;
    }

    private static TextField path(Place place) {
        TextField path = new TextField(place.path().toString());
        path.setEditable(false);
        path.getStyleClass().add("avoid-field");
        path.setAccessibleText("Where the " + place.name().toLowerCase(java.util.Locale.ROOT) + " lie");
        HBox.setHgrow(path, Priority.ALWAYS);
        return path;
    }
}
