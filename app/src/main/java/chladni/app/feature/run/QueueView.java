package chladni.app.feature.run;

import atlantafx.base.controls.ToggleSwitch;
import chladni.app.document.Shown;
import chladni.app.theme.Icons;
import chladni.engine.take.Accidents;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What runs, what waits (to be moved or taken away), what was cut short (to be brought back), and what was done lately.
public final class QueueView extends VBox {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("d MMM, HH:mm", Locale.ENGLISH).withZone(ZoneId.systemDefault());

    private final RunViewModel model;
    private final CutShort cutShort;
    private final VBox rows = new VBox();

    public QueueView(RunViewModel model, CutShort cutShort) {
        this.model = model;
        this.cutShort = cutShort;
        getStyleClass().add("queue-view");
        rows.getStyleClass().add("pack-rows");
        ScrollPane scroll = new ScrollPane(rows);
        scroll.getStyleClass().add("side-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(scroll, foot());
        InvalidationListener show = _ -> show();
        model.queue().addListener(show);
        model.ended().addListener(show);
        model.currentProperty().addListener(show);
        cutShort.all().addListener(show);
        show();
    }

    private void show() {
        rows.getChildren().clear();
        if (model.queue().isEmpty()) {
            rows.getChildren().add(text("Nothing runs and nothing waits. Generate puts a run here; press it again and the next one waits.",
                    "empty-text"));
        }
        for (QueueItem item : model.queue()) {
            rows.getChildren().add(item.isWaiting() ? waiting(item) : running(item));
        }
        if (!cutShort.all().isEmpty()) {
            rows.getChildren().add(text("CUT SHORT", "panel-heading"));
            cutShort.all().forEach(left -> rows.getChildren().add(cutShort(left)));
        }
        if (!model.ended().isEmpty()) {
            rows.getChildren().add(text("LATELY", "panel-heading"));
            model.ended().forEach(end -> rows.getChildren().add(ended(end)));
        }
    }

    private VBox running(QueueItem item) {
        ProgressBar bar = new ProgressBar();
        bar.getStyleClass().add("run-progress");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.progressProperty().bind(item.progressProperty());
        bar.setAccessibleText("Progress of " + item.title());
        Button stop = button("mdrmz-stop", "Stop here and keep what is there", model::stopHere);
        stop.disableProperty().bind(model.stoppingProperty());
        VBox row = new VBox(head(item, stop, button("mdral-close", "Cancel the run", model::cancel)), bar);
        row.getStyleClass().addAll("pack-row", "queue-running");
        return row;
    }

    private VBox waiting(QueueItem item) {
        int place = model.queue().indexOf(item);
        Button up = button("mdral-arrow_upward", "Sooner", () -> model.move(item, -1));
        up.setDisable(place == 0 || !model.queue().get(place - 1).isWaiting());
        Button down = button("mdral-arrow_downward", "Later", () -> model.move(item, 1));
        down.setDisable(place == model.queue().size() - 1);
        VBox row = new VBox(head(item, up, down, button("mdral-close", "Take it out of the queue", () -> model.remove(item))));
        row.getStyleClass().add("pack-row");
        return row;
    }

    /// What was kept of it can become a take as it was then.
    private VBox cutShort(Accidents.Left left) {
        Label where = new Label("step %d of %d · %s".formatted(left.step(), left.recipe().sampling().steps(), CLOCK.format(left.kept())));
        VBox row = new VBox(head(Shown.titleOf(left.recipe()), where,
                bringBack(left),
                button("mdral-close", "Throw away what was kept of it", () -> cutShort.forget(left))));
        row.getStyleClass().add("pack-row");
        return row;
    }

    private Button bringBack(Accidents.Left left) {
        Button back = new Button("Bring back");
        back.getStyleClass().add("quiet-button");
        back.setMinWidth(USE_PREF_SIZE);
        back.setAccessibleText("Bring it back: a take as it was after step " + left.step());
        back.setTooltip(new Tooltip("A take as it was after step " + left.step()));
        back.setOnAction(_ -> cutShort.bringBack(left));
        return back;
    }

    private static HBox head(QueueItem item, Node... buttons) {
        Label where = new Label();
        where.textProperty().bind(Bindings.concat(item.takes() == 1 ? "1 take · " : item.takes() + " takes · ", item.wordsProperty()));
        return head(item.title(), where, buttons);
    }

    private static HBox head(String name, Label where, Node... buttons) {
        Label title = text(name.isEmpty() ? "without words" : name, "pack-title");
        title.setWrapText(false);
        where.getStyleClass().add("pack-detail");
        VBox words = new VBox(title, where);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox head = new HBox(words);
        head.getChildren().addAll(buttons);
        head.getStyleClass().add("pack-head");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private static VBox ended(RunEnd end) {
        Label title = text(end.title().isEmpty() ? "without words" : end.title(), "queue-ended");
        title.setGraphic(Icons.of(end.isDone() ? "mdral-check" : "mdral-error_outline"));
        title.setWrapText(false);
        title.setMinWidth(0);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label words = text(end.words(), "pack-detail");
        words.setMinWidth(USE_PREF_SIZE);
        HBox head = new HBox(title, space, words);
        head.getStyleClass().add("pack-head");
        head.setAlignment(Pos.CENTER_LEFT);
        VBox row = new VBox(head);
        if (!end.why().isEmpty()) {
            row.getChildren().add(text(end.why(), "pack-detail"));
        }
        return row;
    }

    private HBox foot() {
        ToggleSwitch chime = new ToggleSwitch("Chime when done in the background");
        chime.setLabelPosition(javafx.geometry.HorizontalDirection.RIGHT);
        chime.selectedProperty().bindBidirectional(model.chimeProperty());
        chime.setAccessibleText("Play a soft chime when a run ends while the window is in the background");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button pause = new Button();
        pause.getStyleClass().add("quiet-button");
        pause.setMinWidth(USE_PREF_SIZE);
        pause.textProperty().bind(model.pausedProperty().map(paused -> paused ? "Go on" : "Pause after this one"));
        pause.setAccessibleText("Pause the queue after the run that goes on, or let it go on");
        pause.setOnAction(_ -> model.pause(!model.pausedProperty().get()));
        Button clear = new Button("Clear the queue");
        clear.getStyleClass().add("quiet-button");
        clear.setMinWidth(USE_PREF_SIZE);
        clear.disableProperty().bind(model.queuedProperty().isEqualTo(0));
        clear.setOnAction(_ -> model.clearQueue());
        HBox foot = new HBox(chime, space, pause, clear);
        foot.getStyleClass().add("sheet-foot");
        foot.setAlignment(Pos.CENTER_LEFT);
        return foot;
    }

    private static Label text(String words, String style) {
        Label text = new Label(words);
        text.getStyleClass().add(style);
        text.setWrapText(true);
        return text;
    }

    private static Button button(String icon, String text, Runnable action) {
        Button button = new Button(null, Icons.of(icon));
        button.getStyleClass().add("ghost-button");
        button.setTooltip(new Tooltip(text));
        button.setAccessibleText(text);
        button.setOnAction(_ -> action.run());
        return button;
    }
}
