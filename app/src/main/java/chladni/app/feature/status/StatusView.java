package chladni.app.feature.status;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The status bar. It only shows; what it shows is bound by whoever wires the window.
public final class StatusView extends HBox {
    /// @param readout what lies under the pointer
    /// @param note something the user should know about the last run
    /// @param status where the run stands; empty when there is none
    /// @param progress 0 … 1
    public record Facts(
            ObservableValue<String> readout,
            ObservableValue<String> note,
            ObservableValue<String> status,
            ObservableValue<Number> progress) {}

    public StatusView(Facts facts) {
        getStyleClass().add("status-bar");
        setAlignment(Pos.CENTER_LEFT);
        Region space = new Region();
        setHgrow(space, Priority.ALWAYS);
        Label note = label("status-note", facts.note());
        note.setMinWidth(0);
        ProgressBar bar = new ProgressBar();
        bar.getStyleClass().add("run-progress");
        bar.progressProperty().bind(facts.progress());
        bar.visibleProperty().bind(facts.status().map(text -> !text.isEmpty()));
        bar.setAccessibleText("Progress of the run");
        Label readout = label("readout", facts.readout());
        readout.visibleProperty().bind(readout.textProperty().isNotEmpty());
        readout.managedProperty().bind(readout.visibleProperty());
        getChildren().addAll(readout, note, space, label("run-status", facts.status()), bar);
    }

    private static Label label(String style, ObservableValue<String> text) {
        Label label = new Label();
        label.getStyleClass().add(style);
        label.textProperty().bind(text);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }
}
