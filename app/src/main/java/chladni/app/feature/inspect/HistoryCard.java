package chladni.app.feature.inspect;

import chladni.app.document.History;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What was done last, newest first. A press on a line goes back to it: what was done after it is undone.
public final class HistoryCard extends VBox {
    private static final int MOST = 8;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneId.systemDefault());

    private final History history;
    private final VBox lines = new VBox();

    public HistoryCard(History history) {
        this.history = history;
        getStyleClass().add("inspector-section");
        Label name = new Label("HISTORY");
        name.getStyleClass().add("panel-heading");
        lines.getStyleClass().add("history-lines");
        getChildren().addAll(name, lines);
        history.steps().addListener((InvalidationListener) _ -> show());
        show();
    }

    private void show() {
        List<History.Step> newest = history.steps().reversed().stream().limit(MOST).toList();
        lines.getChildren().setAll(newest.stream().map(step -> line(step, step.equals(newest.getFirst()))).toList());
        setVisible(!newest.isEmpty());
        setManaged(isVisible());
    }

    private Button line(History.Step step, boolean now) {
        Label what = new Label(step.name());
        what.getStyleClass().add(now ? "history-now" : "history-step");
        what.setMinWidth(0);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label when = new Label(now ? "now" : CLOCK.format(step.when()));
        when.getStyleClass().add("take-detail");
        when.setMinWidth(USE_PREF_SIZE);
        Button line = new Button(null, new HBox(what, space, when));
        line.getStyleClass().add("history-line");
        line.setMaxWidth(Double.MAX_VALUE);
        String words = now ? step.name() + ": where things stand" : "Go back to: " + step.name();
        line.setTooltip(new Tooltip(words));
        line.setAccessibleText(words);
        line.setOnAction(_ -> backTo(step));
        return line;
    }

    private void backTo(History.Step step) {
        while (history.steps().contains(step) && !history.steps().getLast().equals(step)) {
            history.undo();
        }
    }
}
