package chladni.app.feature.voices;

import chladni.app.control.NumberField;
import chladni.app.control.NumberScale;
import chladni.app.theme.Icons;
import javafx.beans.property.DoubleProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The left panel.
public final class VoicesView extends ScrollPane {
    public VoicesView(VoicesViewModel model) {
        getStyleClass().add("side-scroll");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        Label heading = new Label("VOICES");
        heading.getStyleClass().add("panel-heading");
        VBox panel = new VBox(heading,
                new VoiceCard(model.picture(), "Looks like", "picture", Icons.picture()).withStart(),
                new VoiceCard(model.sound(), "Sounds like", "sound", Icons.sound()),
                new BalanceCard(model),
                new StartCard(model),
                row(field("Steps", NumberScale.whole(1, 1000), model.stepsProperty(), "Steps from noise to picture"),
                        field("Takes", NumberScale.whole(1, 100), model.takesProperty(), "Takes per run, one seed each")),
                new SeedRow(model),
                field("Temperature", NumberScale.decimal(0, 1, 0.05, 2), model.temperatureProperty(),
                        "Temperature: fresh noise in every step, 0 none, 1 most"),
                note(model));
        panel.getStyleClass().add("voices");
        setContent(panel);
    }

    private static HBox row(Region left, Region right) {
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox.setHgrow(right, Priority.ALWAYS);
        left.setPrefWidth(1);
        right.setPrefWidth(1);
        HBox row = new HBox(left, right);
        row.getStyleClass().add("field-row");
        return row;
    }

    private static HBox field(String title, NumberScale scale, DoubleProperty value, String accessibleText) {
        NumberField field = new NumberField(scale, accessibleText);
        field.getStyleClass().add("bare-field");
        field.valueProperty().bindBidirectional(value);
        HBox.setHgrow(field, Priority.ALWAYS);
        Label name = new Label(title);
        name.getStyleClass().add("field-name");
        name.setLabelFor(field);
        name.setMinWidth(USE_PREF_SIZE);
        HBox box = new HBox(name, field);
        box.getStyleClass().add("field-box");
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private static Label note(VoicesViewModel model) {
        Label note = new Label(null, Icons.of("mdral-info"));
        note.getStyleClass().add("panel-note");
        note.setWrapText(true);
        note.textProperty().bind(model.noteProperty());
        note.visibleProperty().bind(model.noteProperty().isNotEmpty());
        note.managedProperty().bind(note.visibleProperty());
        return note;
    }
}
