package chladni.app.feature.scores;

import chladni.app.control.NeedleMeter;
import chladni.app.document.StoredTake;
import chladni.app.document.TakeItem;
import chladni.app.theme.Icons;
import chladni.engine.take.Made;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Polyline;

/// A meter with two needles, *looks right* and *sounds right*, and all takes between the two axes: those that none of the others beats in both
/// are bright. A press on a point looks at its take and plays it.
public final class ScoresView extends VBox {
    private static final PseudoClass FRONT = PseudoClass.getPseudoClass("front");
    private static final PseudoClass LOOKED = PseudoClass.getPseudoClass("looked");
    private static final double DOT = 11;
    private static final double EDGE = 22;
    private static final double LEAST_RANGE = 0.2;

    private final ScoresViewModel model;
    private final Pane field = new Pane();
    private final Polyline front = new Polyline();
    private final Tooltip tooltip = new Tooltip();
    private final Map<TakeItem, Button> dots = new HashMap<>();
    private final ObservableValue<Double> looks; // held, or nothing would be told any more
    private final ObservableValue<Double> sounds;
    private final Consumer<StoredTake> hear;

    /// @param hear plays a take softly
    public ScoresView(ScoresViewModel model, Consumer<StoredTake> hear) {
        this.model = model;
        this.hear = hear;
        looks = model.looksProperty();
        sounds = model.soundsProperty();
        getStyleClass().add("scores-view");
        front.getStyleClass().add("front-line");
        Node scatter = field();
        shownWhile(scatter, Bindings.createBooleanBinding(() -> model.all().size() > 1, model.all())); // one point says nothing
        VBox judged = new VBox(meter(), numbers());
        judged.getStyleClass().add("scores-judged");
        ObservableValue<Boolean> known = looks.flatMap(one -> sounds.map(other -> !Double.isNaN(one) || !Double.isNaN(other)));
        shownWhile(judged, known);
        getChildren().addAll(judged, scatter);
        InvalidationListener show = _ -> show();
        model.all().addListener(show);
        model.lookedProperty().addListener(show);
        field.widthProperty().addListener(show);
        shownWhile(this, judged.visibleProperty().or(scatter.visibleProperty()));
        show();
    }

    private static void shownWhile(Node node, ObservableValue<Boolean> condition) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(node.visibleProperty());
    }

    private NeedleMeter meter() {
        NeedleMeter meter = new NeedleMeter();
        Runnable place = () -> {
            meter.show(model.looksProperty().getValue() / model.fullScale(Made.LOOKS), model.soundsProperty().getValue() / model.fullScale(Made.SOUNDS));
            meter.setAccessibleText("Looks right " + words(model.looksProperty().getValue()) + ", sounds right "
                    + words(model.soundsProperty().getValue()));
        };
        looks.subscribe(place);
        sounds.subscribe(place);
        return meter;
    }

    private HBox numbers() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox row = new HBox(number("looks", Icons.picture(), "scatter-picture", looks), space,
                number("sounds", Icons.sound(), "scatter-sound", sounds));
        row.getStyleClass().add("score-numbers");
        return row;
    }

    private static HBox number(String name, Node sign, String style, ObservableValue<Double> score) {
        Label title = new Label(name, sign);
        title.getStyleClass().addAll("balance-end", style);
        Label number = new Label();
        number.getStyleClass().add("score-number");
        number.textProperty().bind(score.map(ScoresView::words));
        HBox pair = new HBox(title, number);
        pair.getStyleClass().add("score-pair");
        pair.setAlignment(Pos.CENTER_LEFT);
        return pair;
    }

    private static String words(double score) {
        return Double.isNaN(score) ? "–" : text(score);
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
        Range looks = Range.of(all.stream().mapToDouble(Scored::looks).toArray());
        Range sounds = Range.of(all.stream().mapToDouble(Scored::sounds).toArray());
        double width = Math.max(1, field.getWidth() - EDGE);
        double height = field.getPrefHeight() > 0 ? field.getPrefHeight() - EDGE : Math.max(1, field.getHeight() - EDGE);
        List<Node> dotsNow = new ArrayList<>();
        List<Double> line = new ArrayList<>();
        for (Scored one : all.stream().sorted(Comparator.comparingDouble(Scored::looks)).toList()) {
            double x = EDGE / 2 + looks.share(one.looks()) * width;
            double y = EDGE / 2 + (1 - sounds.share(one.sounds())) * height;
            boolean best = one.isOnFrontOf(all);
            if (best) {
                line.addAll(List.of(x, y));
            }
            Button dot = dots.computeIfAbsent(one.item(), this::dot);
            show(dot, one, best);
            dot.relocate(x - DOT / 2, y - DOT / 2);
            dotsNow.add(dot);
        }
        front.getPoints().setAll(line);
        dots.values().retainAll(dotsNow);
        dotsNow.addFirst(front);
        if (!field.getChildren().equals(dotsNow)) {
            field.getChildren().setAll(dotsNow);
        }
    }

    /// What an axis spans: all that there is, but never so little that a hair's breadth looks like the world.
    private record Range(double low, double high) {
        static Range of(double[] values) {
            double low = Arrays.stream(values).min().orElse(0);
            double high = Arrays.stream(values).max().orElse(1);
            double rest = Math.max(0, LEAST_RANGE - (high - low)) / 2;
            return new Range(low - rest, high + rest);
        }

        double share(double value) {
            return (value - low) / (high - low);
        }
    }

    private void show(Button dot, Scored one, boolean best) {
        dot.pseudoClassStateChanged(FRONT, best);
        dot.pseudoClassStateChanged(LOOKED, one.item().equals(model.lookedProperty().get()));
        dot.setAccessibleText("Take %d: looks %s, sounds %s%s".formatted(one.item().number(), text(one.looks()), text(one.sounds()),
                best ? ", beaten by none in both" : ""));
    }

    /// A dot stays with its take; all of them share one tooltip, because each would be a window of its own.
    private Button dot(TakeItem item) {
        Button dot = new Button();
        dot.getStyleClass().add("score-dot");
        dot.setOnMouseEntered(_ -> tooltip.setText(dot.getAccessibleText()));
        dot.setTooltip(tooltip);
        dot.setOnAction(_ -> {
            model.lookedProperty().set(item);
            StoredTake saved = item.saved();
            if (saved != null) {
                hear.accept(saved);
            }
        });
        return dot;
    }

    /// ".72".
    private static String text(double score) {
        return String.format(Locale.ROOT, "%.2f", score).replace("0.", ".");
    }
}
