package chladni.app.feature.colour;

import chladni.app.control.Painter;
import chladni.app.control.Pixels;
import chladni.app.control.SettingRow;
import chladni.app.control.Thumbnail;
import chladni.app.document.Shown;
import chladni.app.document.TakeItem;
import chladni.app.theme.Icons;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
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
    private final FlowPane grid = new FlowPane();

    /// @param onKept called when a try has been kept
    public ColourView(ColourViewModel model, Painter painter, Runnable onKept) {
        this.model = model;
        this.painter = painter;
        this.onKept = onKept;
        getStyleClass().add("colour-view");
        grid.getStyleClass().add("colour-grid");
        VBox.setVgrow(grid, Priority.ALWAYS);
        getChildren().addAll(wishes(), note(), large(), grid, foot());
        model.tries().addListener((InvalidationListener) _ -> show());
        model.pickedProperty().addListener(_ -> show());
        show();
    }

    private HBox wishes() {
        TextField words = new TextField();
        words.getStyleClass().add("palette-search");
        words.promptTextProperty().bind(Bindings.createStringBinding(model::suggestion, model.noteProperty(), model.tries()));
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
        Thumbnail picture = new Thumbnail(painter);
        Label empty = new Label("Colours are painted over the take's own grey, so its sound stays the same to the last bit.");
        empty.getStyleClass().add("empty-text");
        model.pickedProperty().subscribe(item -> {
            paint(picture, item);
            empty.setVisible(item == null);
        });
        StackPane large = new StackPane(picture, empty);
        large.getStyleClass().add("colour-large");
        return large;
    }

    private HBox foot() {
        Label hint = new Label();
        hint.getStyleClass().add("pack-detail");
        hint.textProperty().bind(Bindings.createStringBinding(this::hint, model.tries()));
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
        HBox foot = new HBox(hint, space, keep);
        foot.getStyleClass().add("sheet-foot");
        foot.setAlignment(Pos.CENTER_LEFT);
        return foot;
    }

    private String hint() {
        int done = model.tries().size();
        return done == 0 ? "The tries appear here one after the other, and among the takes." : done + (done == 1 ? " try" : " tries") + " so far";
    }

    private void show() {
        grid.getChildren().setAll(model.tries().stream().map(this::cell).toList());
    }

    private Button cell(TakeItem item) {
        Thumbnail picture = new Thumbnail(painter);
        paint(picture, item);
        Button cell = new Button(null, picture);
        cell.getStyleClass().add("colour-cell");
        cell.pseudoClassStateChanged(PICKED, item.equals(model.pickedProperty().get()));
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
