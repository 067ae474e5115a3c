package chladni.app.feature.run;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;

/// How many runs wait; opens the queue. Not there when none runs.
public final class QueueChip extends Button {
    public QueueChip(RunViewModel model, Runnable open) {
        getStyleClass().add("queue-chip");
        textProperty().bind(Bindings.createStringBinding(() -> text(model), model.queuedProperty(), model.pausedProperty()));
        visibleProperty().bind(model.queuedProperty().greaterThan(0).or(model.runningProperty()).or(model.pausedProperty()));
        managedProperty().bind(visibleProperty());
        setMinWidth(USE_PREF_SIZE);
        setTooltip(new Tooltip("What runs and what waits"));
        setAccessibleText("Queue: what runs and what waits");
        setOnAction(_ -> open.run());
    }

    private static String text(RunViewModel model) {
        int waiting = model.queuedProperty().get();
        if (model.pausedProperty().get()) {
            return "queue paused" + (waiting > 0 ? " · " + waiting : "");
        }
        return waiting == 0 ? "queue" : waiting + " in queue";
    }
}
