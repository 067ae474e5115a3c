package chladni.app.feature.export;

import atlantafx.base.controls.ToggleSwitch;
import chladni.app.control.OneOf;
import chladni.app.document.Present;
import chladni.app.feature.export.ExportKind.Group;
import chladni.app.theme.Icons;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.HorizontalDirection;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Which file, of how much, and the button that asks where.
public final class ExportView extends VBox {
    private final ExportViewModel model;
    private final OneOf<ExportKind> kinds;

    public ExportView(ExportViewModel model) {
        this.model = model;
        kinds = new OneOf<>(model.kindProperty());
        getStyleClass().add("export-view");
        VBox choices = new VBox(group("SOUND", Icons.sound(), Group.SOUND), group("PICTURE", Icons.picture(), Group.PICTURE),
                group("FILM", Icons.of("mdrmz-movie"), Group.FILM), about(), options());
        choices.getStyleClass().add("export-choices");
        VBox.setVgrow(choices, Priority.ALWAYS);
        getChildren().addAll(choices, foot());
    }

    private Node group(String title, Node sign, Group group) {
        Label heading = new Label(title, sign);
        heading.getStyleClass().addAll("panel-heading", "export-heading");
        FlowPane row = new FlowPane();
        row.getStyleClass().add("export-kinds");
        for (ExportKind kind : ExportKind.values()) {
            if (kind.group() == group) {
                row.getChildren().add(toggle(kind));
            }
        }
        return new VBox(heading, row);
    }

    private ToggleButton toggle(ExportKind kind) {
        ToggleButton toggle = new ToggleButton(kind.label());
        toggle.getStyleClass().add("kind-button");
        toggle.setAccessibleText(kind.label() + ": " + kind.about());
        kinds.add(toggle, kind);
        return toggle;
    }

    private Label about() {
        Label about = new Label();
        about.getStyleClass().add("pack-detail");
        about.setWrapText(true);
        about.textProperty().bind(model.kindProperty().map(ExportKind::about));
        return about;
    }

    private VBox options() {
        ToggleSwitch selection = new ToggleSwitch();
        selection.textProperty().bind(Present.map(model.selectionProperty(),
                span -> String.format(Locale.ROOT, "Only the selection, %.2f s to %.2f s", span.from(), span.to()),
                "Only the selection (nothing is selected)"));
        selection.setLabelPosition(HorizontalDirection.RIGHT);
        selection.setAccessibleText("Export only what is selected on the canvas");
        selection.selectedProperty().bindBidirectional(model.onlySelectionProperty());
        selection.disableProperty().bind(model.selectionProperty().isNull());
        ToggleSwitch captions = new ToggleSwitch("The prompts as captions below the picture");
        captions.setLabelPosition(HorizontalDirection.RIGHT);
        captions.setAccessibleText("Write the prompts as captions below the film");
        captions.selectedProperty().bindBidirectional(model.captionsProperty());
        shownWhile(captions, model.kindProperty().isEqualTo(ExportKind.MP4));
        VBox options = new VBox(selection, captions);
        options.getStyleClass().add("export-options");
        return options;
    }

    private HBox foot() {
        BooleanBinding working = Bindings.createBooleanBinding(() -> model.workingProperty().get(), model.workingProperty());
        ProgressBar bar = new ProgressBar();
        bar.getStyleClass().add("run-progress");
        bar.progressProperty().bind(model.progressProperty());
        bar.setAccessibleText("Progress of the export");
        shownWhile(bar, working);
        Label note = new Label();
        note.getStyleClass().add("pack-detail");
        note.textProperty().bind(model.noteProperty());
        note.setMinWidth(0);
        note.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(note, Priority.ALWAYS);
        Button stop = new Button("Stop");
        stop.getStyleClass().add("quiet-button");
        stop.setAccessibleText("Stop the export");
        stop.setMinWidth(USE_PREF_SIZE);
        stop.setOnAction(_ -> model.cancel());
        shownWhile(stop, working);
        Button export = new Button("Export…");
        export.getStyleClass().add("bright-button");
        export.setMinWidth(USE_PREF_SIZE);
        export.setDefaultButton(true);
        export.setAccessibleText("Choose where the file goes and make it");
        export.setOnAction(_ -> model.export(model.kindProperty().get()));
        export.disableProperty().bind(working.or(Bindings.createBooleanBinding(
                () -> !Boolean.TRUE.equals(model.possibleProperty().getValue()), model.possibleProperty())));
        Region space = new Region();
        HBox foot = new HBox(bar, note, space, stop, export);
        foot.getStyleClass().add("sheet-foot");
        foot.setAlignment(Pos.CENTER_LEFT);
        return foot;
    }

    private static void shownWhile(Node node, BooleanBinding condition) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(condition);
    }
}
