package chladni.app.feature.imprint;

import atlantafx.base.controls.ToggleSwitch;
import chladni.app.control.Painter;
import chladni.app.control.Pixels;
import chladni.app.control.Setting;
import chladni.app.control.SettingRow;
import chladni.app.control.Thumbnail;
import chladni.app.theme.Icons;
import chladni.engine.compose.ImprintLook;
import chladni.engine.failure.BadInput;
import chladni.engine.media.Spectrogram;
import chladni.engine.recipe.Tone;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.InvalidationListener;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The take as it will be, above; how the picture is taken, below.
public final class ImprintView extends VBox {
    private final ImprintViewModel model;
    private final Ear ear;
    private final Runnable onMade;
    private final Thumbnail preview;

    /// Plays what will be.
    public interface Ear {
        /// @param spectrogram called on a thread of its own
        void hear(Supplier<Spectrogram> spectrogram);

        void rest();
    }

    /// @param onMade called when the take has been put into the queue
    public ImprintView(ImprintViewModel model, Painter painter, Ear ear, Runnable onMade) {
        this.model = model;
        this.ear = ear;
        this.onMade = onMade;
        preview = new Thumbnail(painter);
        getStyleClass().add("imprint-view");
        HBox columns = new HBox(levels(), picture());
        columns.getStyleClass().add("imprint-columns");
        getChildren().addAll(title(), stage(), note(), columns, foot());
        InvalidationListener paint = _ -> paint();
        List.of(model.depth(), model.black(), model.white(), model.gamma(), model.low(), model.high())
                .forEach(setting -> setting.valueProperty().addListener(paint));
        model.invertProperty().addListener(paint);
        model.byLevelsProperty().addListener(paint);
        model.lookProperty().addListener(paint);
        model.noteProperty().addListener(paint);
        paint();
    }

    private Label title() {
        Label title = new Label();
        title.getStyleClass().add("pack-detail");
        title.textProperty().bind(model.titleProperty());
        return title;
    }

    private StackPane stage() {
        preview.setAccessibleText("The take as it will be");
        StackPane stage = new StackPane(preview);
        stage.getStyleClass().add("imprint-stage");
        VBox.setVgrow(stage, Priority.ALWAYS);
        return stage;
    }

    private Label note() {
        Label note = new Label(null, Icons.of("mdral-info"));
        note.getStyleClass().add("panel-note");
        note.setWrapText(true);
        note.textProperty().bind(model.noteProperty());
        shownWhile(note, model.noteProperty().isNotEmpty());
        return note;
    }

    private VBox levels() {
        ToggleSwitch way = new ToggleSwitch("Black and white in decibels");
        way.setAccessibleText("Say in decibels what black and white do");
        way.selectedProperty().bindBidirectional(model.byLevelsProperty());
        Node depth = row(model.depth());
        shownWhile(depth, model.byLevelsProperty().not());
        Node black = row(model.black());
        shownWhile(black, model.byLevelsProperty());
        Node white = row(model.white());
        shownWhile(white, model.byLevelsProperty());
        return column("LEVELS", way, depth, black, white);
    }

    private VBox picture() {
        ToggleSwitch invert = new ToggleSwitch("Negative: black for white");
        invert.setAccessibleText("Take the picture's negative");
        invert.selectedProperty().bindBidirectional(model.invertProperty());
        return column("PICTURE", invert, row(model.gamma()), row(model.low()), row(model.high()));
    }

    private static VBox column(String heading, Node... rows) {
        Label title = new Label(heading);
        title.getStyleClass().add("panel-heading");
        VBox column = new VBox(title);
        column.getChildren().addAll(rows);
        column.getStyleClass().add("imprint-column");
        HBox.setHgrow(column, Priority.ALWAYS);
        return column;
    }

    private static Node row(Setting setting) {
        return SettingRow.slider(setting, "Imprint");
    }

    private HBox foot() {
        Button hear = button("Listen", "quiet-button", () -> {
            Supplier<Spectrogram> now = pressed();
            if (now != null) {
                ear.hear(now);
            }
        });
        hear.setGraphic(Icons.of("mdrmz-volume_up"));
        hear.setAccessibleText("Listen to the take as it will be, roughly");
        Button reset = button("Reset", "quiet-button", model::reset);
        reset.setAccessibleText("Put all of these back");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button make = button("Press it in", "bright-button", () -> {
            ear.rest();
            model.make();
            onMade.run();
        });
        make.setDefaultButton(true);
        make.setAccessibleText("Make the take");
        for (Button button : List.of(hear, make)) {
            button.disableProperty().bind(model.noteProperty().isNotEmpty().or(model.lookProperty().isNull()));
        }
        HBox foot = new HBox(hear, reset, space, make);
        foot.getStyleClass().add("sheet-foot");
        foot.setAlignment(Pos.CENTER_LEFT);
        return foot;
    }

    private static Button button(String text, String style, Runnable action) {
        Button button = new Button(text);
        button.getStyleClass().add(style);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private void paint() {
        Supplier<Spectrogram> now = pressed();
        if (now == null) {
            preview.clear();
        } else {
            preview.show(() -> Pixels.of(now.get().picture()));
        }
    }

    /// What the settings make of both as they stand now; null while nothing can be pressed.
    private @Nullable Supplier<Spectrogram> pressed() {
        ImprintLook look = model.lookProperty().get();
        if (look == null || !model.noteProperty().get().isEmpty()) {
            return null;
        }
        double depth = model.depth().get();
        try {
            Tone tone = model.tone();
            return () -> look.pressed(depth, tone);
        } catch (BadInput impossible) {
            return null; // the note says why
        }
    }

    private static void shownWhile(Node node, ObservableValue<Boolean> condition) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(node.visibleProperty());
    }
}
