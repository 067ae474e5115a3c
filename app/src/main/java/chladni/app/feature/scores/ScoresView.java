package chladni.app.feature.scores;

import chladni.app.theme.Icons;
import java.util.List;
import java.util.Locale;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Two meters, *looks right* and *sounds right*, and all takes between the two axes: those that none of the others beats in both
/// are bright. A press on a point looks at its take.
public final class ScoresView extends VBox {
    private static final PseudoClass FRONT = PseudoClass.getPseudoClass("front");
    private static final PseudoClass LOOKED = PseudoClass.getPseudoClass("looked");
    private static final double DOT = 11;
    private static final double EDGE = 22;
    private static final double LEAST_RANGE = 0.02;

    private final ScoresViewModel model;
    private final Pane field = new Pane();

    public ScoresView(ScoresViewModel model) {
        this.model = model;
        getStyleClass().add("scores-view");
        getChildren().addAll(meter("Looks right", "picture", model.looksProperty()), meter("Sounds right", "sound", model.soundsProperty()),
                field());
        InvalidationListener show = _ -> show();
        model.all().addListener(show);
        model.lookedProperty().addListener(show);
        field.widthProperty().addListener(show);
        visibleProperty().bind(Bindings.createBooleanBinding(() -> !model.all().isEmpty(), model.all()));
        managedProperty().bind(visibleProperty());
        show();
    }

    private static HBox meter(String name, String kind, ObservableValue<Double> score) {
        Label title = new Label(name);
        title.getStyleClass().add("row-label");
        ProgressBar bar = new ProgressBar();
        bar.getStyleClass().addAll("score-bar", kind + "-score");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(name);
        bar.progressProperty().bind(score.map(value -> value.isNaN() ? 0 : Math.clamp(value, 0, 1)));
        HBox.setHgrow(bar, Priority.ALWAYS);
        Label number = new Label();
        number.getStyleClass().add("score-number");
        number.textProperty().bind(score.map(value -> value.isNaN() ? "–" : text(value)));
        HBox row = new HBox(title, bar, number);
        row.getStyleClass().add("value-slider");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Node field() {
        field.getStyleClass().add("scatter");
        Label sounds = new Label("sounds right ↑", Icons.sound());
        sounds.getStyleClass().addAll("balance-end", "scatter-sound");
        Label looks = new Label("looks right →", Icons.picture());
        looks.getStyleClass().addAll("balance-end", "scatter-picture");
        looks.setMaxWidth(Double.MAX_VALUE);
        looks.setAlignment(Pos.CENTER_RIGHT);
        VBox box = new VBox(sounds, field, looks);
        box.getStyleClass().add("scatter-box");
        return box;
    }

    private void show() {
        List<Scored> all = List.copyOf(model.all());
        double leastLooks = all.stream().mapToDouble(Scored::looks).min().orElse(0);
        double leastSounds = all.stream().mapToDouble(Scored::sounds).min().orElse(0);
        double looks = Math.max(LEAST_RANGE, all.stream().mapToDouble(Scored::looks).max().orElse(0) - leastLooks);
        double sounds = Math.max(LEAST_RANGE, all.stream().mapToDouble(Scored::sounds).max().orElse(0) - leastSounds);
        double width = Math.max(1, field.getWidth() - EDGE);
        double height = field.getPrefHeight() > 0 ? field.getPrefHeight() - EDGE : Math.max(1, field.getHeight() - EDGE);
        field.getChildren().setAll(all.stream().map(one -> {
            Button dot = dot(one, one.isOnFrontOf(all));
            dot.relocate(EDGE / 2 - DOT / 2 + (one.looks() - leastLooks) / looks * width,
                    EDGE / 2 - DOT / 2 + (1 - (one.sounds() - leastSounds) / sounds) * height);
            return dot;
        }).toList());
    }

    private Button dot(Scored one, boolean front) {
        Button dot = new Button();
        dot.getStyleClass().add("score-dot");
        dot.pseudoClassStateChanged(FRONT, front);
        dot.pseudoClassStateChanged(LOOKED, one.item().equals(model.lookedProperty().get()));
        String words = "Take %d: looks %s, sounds %s%s".formatted(one.item().number(), text(one.looks()), text(one.sounds()),
                front ? ", beaten by none in both" : "");
        dot.setTooltip(new Tooltip(words));
        dot.setAccessibleText(words);
        dot.setOnAction(_ -> model.lookedProperty().set(one.item()));
        return dot;
    }

    /// ".72".
    private static String text(double score) {
        return String.format(Locale.ROOT, "%.2f", score).replace("0.", ".");
    }
}
