package chladni.app.feature.colour;

import chladni.app.control.Painter;
import chladni.app.control.Pixels;
import chladni.app.control.SettingRow;
import chladni.app.control.Thumbnail;
import chladni.app.document.Shown;
import chladni.app.document.StoredTake;
import chladni.app.document.TakeItem;
import chladni.app.theme.Icons;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The words above, the try that is looked at in the middle, all tries in a grid below.
public final class ColourView extends VBox {
    private static final PseudoClass PICKED = PseudoClass.getPseudoClass("picked");

    private final ColourViewModel model;
    private final Painter painter;
    private final Runnable onKept;
    private final Work work;
    private final FlowPane grid = new FlowPane();
    private final Thumbnail large;
    private final Map<TakeItem, Button> cells = new HashMap<>();

    /// How the tries come on.
    ///
    /// @param status "take 4 of 16 · step 12 of 30 · 9 it/s · 14 s left"; empty when nothing runs
    /// @param progress 0 … 1 of the run
    /// @param cancel gives the run up; finished tries stay
    public record Work(ObservableValue<String> status, ObservableValue<Number> progress, Runnable cancel) {}

    /// @param onKept called when a try has been kept
    public ColourView(ColourViewModel model, Painter painter, Work work, Runnable onKept) {
        this.model = model;
        this.painter = painter;
        this.work = work;
        this.onKept = onKept;
        large = new Thumbnail(painter);
        getStyleClass().add("colour-view");
        grid.getStyleClass().add("colour-grid");
        ScrollPane scroll = new ScrollPane(grid);
        scroll.getStyleClass().add("side-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(wishes(), note(), large(), scroll, foot());
        model.tries().addListener((InvalidationListener) _ -> show());
        model.pickedProperty().addListener(_ -> show());
        show();
    }

    private HBox wishes() {
        TextField words = new TextField();
        words.getStyleClass().add("palette-search");
        words.promptTextProperty().bind(Bindings.createStringBinding(model::suggestion, model.sourceProperty()));
        words.setAccessibleText("What it should look like in colours");
        words.textProperty().bindBidirectional(model.promptProperty());
        HBox.setHgrow(words, Priority.ALWAYS);
        Button begin = new Button("Make the tries", Icons.of("mdral-brush"));
        begin.getStyleClass().add("bright-button");
        begin.setMinWidth(USE_PREF_SIZE);
        begin.setDefaultButton(true);
        begin.disableProperty().bind(model.noteProperty().isNotEmpty());
        begin.setOnAction(_ -> model.begin());
        HBox tries = SettingRow.box(model.count());
        HBox steps = SettingRow.box(model.steps());
        HBox guidance = SettingRow.box(model.guidance());
        HBox row = new HBox(words, tries, steps, guidance, begin);
        row.getStyleClass().add("colour-wishes");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Label note() {
        Label note = new Label(null, Icons.of("mdral-info"));
        note.getStyleClass().add("panel-note");
        note.setWrapText(true);
        note.textProperty().bind(model.noteProperty());
        note.visibleProperty().bind(model.noteProperty().isNotEmpty());
        note.managedProperty().bind(note.visibleProperty());
        return note;
    }

    private StackPane large() {
        Label empty = new Label("Colours are painted over the take's own grey, so its sound stays the same to the last bit.");
        empty.getStyleClass().add("empty-text");
        Runnable paint = () -> {
            TakeItem item = model.pickedProperty().get();
            StoredTake grey = model.sourceProperty().get();
            if (item == null && grey != null) {
                large.show(() -> Pixels.of(grey.look().picture().grey()));
            } else {
                paint(large, item);
            }
            empty.setVisible(item == null && grey == null);
        };
        model.pickedProperty().subscribe(paint);
        model.sourceProperty().subscribe(paint);
        StackPane stage = new StackPane(large, empty);
        stage.getStyleClass().add("colour-large");
        return stage;
    }

    private HBox foot() {
        Label hint = new Label();
        hint.getStyleClass().add("pack-detail");
        hint.textProperty().bind(Bindings.createStringBinding(this::hint, model.tries(), work.status));
        hint.setMinWidth(0);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button keep = new Button("Keep this one");
        keep.getStyleClass().add("bright-button");
        keep.setMinWidth(USE_PREF_SIZE);
        keep.disableProperty().bind(Bindings.createBooleanBinding(
                () -> model.pickedProperty().get() == null, model.pickedProperty()));
        keep.setOnAction(_ -> {
            model.keep();
            onKept.run();
        });
        ProgressBar bar = new ProgressBar();
        bar.getStyleClass().add("run-progress");
        bar.progressProperty().bind(work.progress);
        bar.setAccessibleText("Progress of the tries");
        Button stop = new Button("Stop");
        stop.getStyleClass().add("quiet-button");
        stop.setAccessibleText("Stop making tries; those that are finished stay");
        stop.setMinWidth(USE_PREF_SIZE);
        stop.setOnAction(_ -> work.cancel.run());
        for (Region shown : List.of(bar, stop)) {
            shown.visibleProperty().bind(work.status.map(words -> !words.isEmpty()));
            shown.managedProperty().bind(shown.visibleProperty());
        }
        HBox foot = new HBox(bar, hint, space, stop, keep);
        foot.getStyleClass().add("sheet-foot");
        foot.setAlignment(Pos.CENTER_LEFT);
        return foot;
    }

    private String hint() {
        if (!work.status.getValue().isEmpty()) {
            return work.status.getValue();
        }
        int done = model.tries().size();
        return done == 0 ? "Colours are painted over the take's own grey, so its sound stays the same to the last bit."
                : done + (done == 1 ? " try" : " tries") + " so far";
    }

    private void show() {
        cells.keySet().retainAll(model.tries());
        if (model.tries().isEmpty()) {
            Label awaited = new Label("The tries appear here one after the other, and among the takes.");
            awaited.getStyleClass().add("empty-text");
            grid.getChildren().setAll(awaited);
            return;
        }
        grid.getChildren().setAll(model.tries().stream().map(item -> cells.computeIfAbsent(item, this::cell)).toList());
        cells.forEach((item, cell) -> cell.pseudoClassStateChanged(PICKED, item.equals(model.pickedProperty().get())));
    }

    /// A cell follows its try while it forms.
    private Button cell(TakeItem item) {
        Thumbnail picture = new Thumbnail(painter);
        item.shownProperty().subscribe(_ -> {
            paint(picture, item);
            if (item.equals(model.pickedProperty().get())) {
                paint(large, item);
            }
        });
        Button cell = new Button(null, picture);
        cell.getStyleClass().add("colour-cell");
        cell.setAccessibleText("Try " + (model.tries().indexOf(item) + 1) + ", seed " + item.seed());
        cell.setOnAction(_ -> model.pick(item));
        return cell;
    }

    private static void paint(Thumbnail thumbnail, @Nullable TakeItem item) {
        Shown shown = item == null ? null : item.shown();
        if (shown == null) {
            thumbnail.clear();
        } else {
            thumbnail.show(() -> Pixels.of(shown.picture()));
        }
    }
}
