package chladni.app.feature.run;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;

/// How many runs wait; not there when none does.
public final class QueueChip extends Label {
    public QueueChip(RunViewModel model) {
        getStyleClass().add("queue-chip");
        textProperty().bind(Bindings.concat(model.queuedProperty(), " in queue"));
        visibleProperty().bind(model.queuedProperty().greaterThan(0));
        managedProperty().bind(visibleProperty());
        setMinWidth(USE_PREF_SIZE);
    }
}
