package chladni.app.feature.listen;

import chladni.app.control.LevelMeter;
import chladni.app.theme.Icons;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// Clock, level and what is to be said about the sound; the buttons come from the command table.
public final class TransportView extends HBox {
    public TransportView(ListenViewModel model) {
        getStyleClass().add("transport-view");
        setAlignment(Pos.CENTER_LEFT);
        Label now = new Label();
        now.getStyleClass().add("clock-now");
        now.textProperty().bind(model.positionProperty().map(value -> ListenViewModel.clock(value.doubleValue())));
        now.setMinWidth(Region.USE_PREF_SIZE);
        Label all = new Label();
        all.getStyleClass().add("clock-all");
        all.textProperty().bind(model.secondsProperty().map(value -> "/ " + ListenViewModel.clock(value.doubleValue())));
        all.setMinWidth(Region.USE_PREF_SIZE);
        LevelMeter meter = new LevelMeter();
        meter.decibelsProperty().bind(model.decibelsProperty());
        meter.visibleProperty().bind(model.noteProperty().isEmpty());
        meter.managedProperty().bind(meter.visibleProperty());
        getChildren().addAll(now, all, meter, note(model));
    }

    private static Label note(ListenViewModel model) {
        Label note = new Label(null, Icons.of("mdrmz-volume_off"));
        note.getStyleClass().add("transport-note");
        note.textProperty().bind(model.noteProperty());
        note.visibleProperty().bind(model.noteProperty().isNotEmpty());
        note.managedProperty().bind(note.visibleProperty());
        note.setMinWidth(Region.USE_PREF_SIZE);
        return note;
    }
}
