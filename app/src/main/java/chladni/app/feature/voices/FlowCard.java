package chladni.app.feature.voices;

import chladni.app.control.OneOf;
import chladni.app.control.SettingRow;
import chladni.app.document.Flow;
import chladni.app.document.TimeWords;
import chladni.app.theme.Icons;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Which way picture and sound come together; below it what that way can be told, and what was left unfinished.
final class FlowCard extends VBox {
    private final VoicesViewModel model;
    private final VBox left = new VBox();

    FlowCard(VoicesViewModel model) {
        this.model = model;
        getStyleClass().add("flow-card");
        left.getStyleClass().add("flow-left");
        FlowSettings settings = model.flow();
        Label about = new Label();
        about.getStyleClass().add("flow-about");
        about.setWrapText(true);
        about.setMinHeight(Region.USE_PREF_SIZE);
        about.textProperty().bind(settings.flowProperty().map(Flow::about));
        VoiceCard.shownWhile(about, settings.flowProperty().isNotEqualTo(Flow.JOINT));
        var depth = SettingRow.slider(settings.depth(), "Imprint");
        VoiceCard.shownWhile(depth, settings.flowProperty().isEqualTo(Flow.IMPRINT));
        getChildren().addAll(segments(), about, depth, left);
        InvalidationListener show = _ -> show();
        model.unfinished().all().addListener(show);
        settings.flowProperty().addListener(show);
        show();
    }

    private HBox segments() {
        OneOf<Flow> ways = new OneOf<>(model.flow().flowProperty());
        HBox segments = new HBox();
        segments.getStyleClass().addAll("segments", "flow-segments");
        for (Flow flow : Flow.values()) {
            ToggleButton way = new ToggleButton(flow.label());
            way.getStyleClass().add("segment");
            way.setMaxWidth(Double.MAX_VALUE);
            way.setTooltip(new Tooltip(flow.about()));
            way.setAccessibleText(flow.label() + ": " + flow.about());
            ways.add(way, flow);
            HBox.setHgrow(way, Priority.ALWAYS);
            segments.getChildren().add(way);
        }
        return segments;
    }

    private void show() {
        List<UnfinishedTakes.Rest> rests = model.flow().flowProperty().get() == Flow.DISTIL ? model.unfinished().all() : List.of();
        left.getChildren().setAll(rests.stream().map(this::row).toList());
        left.setVisible(!rests.isEmpty());
        left.setManaged(!rests.isEmpty());
    }

    private HBox row(UnfinishedTakes.Rest rest) {
        Label name = new Label(rest.words());
        name.getStyleClass().add("start-name");
        name.setMinWidth(0);
        name.setMaxWidth(Double.MAX_VALUE);
        name.setTooltip(new Tooltip(rest.title() + "\nleft at iteration " + rest.done() + " of " + rest.iterations()));
        HBox.setHgrow(name, Priority.ALWAYS);
        Button on = new Button("Go on");
        on.getStyleClass().add("chip");
        on.setMinWidth(Region.USE_PREF_SIZE);
        on.setAccessibleText("Go on with " + rest.title() + ", " + rest.words());
        on.setOnAction(_ -> model.unfinished().goOn(rest));
        Button away = new Button(null, Icons.of("mdral-close"));
        away.getStyleClass().addAll("ghost-button", "tiny");
        away.setTooltip(new Tooltip("Give it up"));
        away.setAccessibleText("Give up " + rest.title() + ", " + rest.words());
        away.setOnAction(_ -> model.unfinished().giveUp(rest));
        HBox row = new HBox(name, on, away);
        row.getStyleClass().add("field-box");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /// "About 12 s a take, 48 s in all": going by takes that were made on this machine.
    static String time(VoicesViewModel model) {
        int takes = (int) model.takesProperty().get();
        return model.secondsATake().map(seconds -> "About " + TimeWords.of(Math.max(1, seconds)) + (takes == 1 ? "" : " a take, "
                + TimeWords.of(Math.max(1, seconds * takes)) + " in all"))
                .orElse("How long it takes shows once it runs.");
    }
}
