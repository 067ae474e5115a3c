package chladni.app.feature.presets;

import chladni.app.theme.Icons;
import chladni.engine.failure.ChladniFailure;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A name for the panel as it is now, and the presets that there are.
public final class PresetsView extends VBox {
    private final PresetsViewModel model;
    private final VBox rows = new VBox();
    private final TextField name = new TextField();
    private final Label problem = new Label();
    private final Runnable applied;

    /// @param applied a preset has been put into the panel
    public PresetsView(PresetsViewModel model, Runnable applied) {
        this.model = model;
        this.applied = applied;
        getStyleClass().add("presets");
        name.setPromptText("Name for the panel as it is now");
        name.setAccessibleText("Name of a new preset");
        name.getStyleClass().add("gallery-search");
        HBox.setHgrow(name, Priority.ALWAYS);
        Button save = new Button("Save");
        save.getStyleClass().add("action-button");
        save.setMinWidth(USE_PREF_SIZE);
        save.setAccessibleText("Save the panel as a preset");
        save.disableProperty().bind(name.textProperty().map(String::isBlank));
        save.setOnAction(_ -> save());
        name.setOnAction(_ -> save());
        HBox top = new HBox(name, save);
        top.getStyleClass().add("field-row");
        problem.getStyleClass().add("panel-note");
        problem.setWrapText(true);
        problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        rows.getStyleClass().add("preset-rows");
        ScrollPane scroll = new ScrollPane(rows);
        scroll.getStyleClass().add("side-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(top, problem, scroll);
        model.presets().addListener((ListChangeListener<Preset>) _ -> show());
        show();
    }

    @Override
    public void requestFocus() {
        name.requestFocus();
    }

    private void save() {
        if (!name.getText().isBlank()) {
            guarded(() -> {
                model.save(name.getText());
                name.clear();
            });
        }
    }

    private void guarded(Runnable action) {
        Consumer<String> said = problem::setText;
        try {
            said.accept("");
            action.run();
        } catch (ChladniFailure failed) {
            said.accept(String.valueOf(failed.getMessage()));
        }
    }

    private void show() {
        rows.getChildren().setAll(model.presets().stream().map(this::row).toList());
    }

    private Node row(Preset preset) {
        Label title = new Label(preset.name());
        title.getStyleClass().add("preset-title");
        Label words = new Label(preset.words());
        words.getStyleClass().add("take-detail");
        words.setMinWidth(0);
        VBox text = new VBox(title, words);
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMinWidth(0);
        Button apply = new Button("Use");
        apply.getStyleClass().add("action-button");
        apply.setMinWidth(USE_PREF_SIZE);
        apply.setAccessibleText("Use the preset " + preset.name());
        apply.setOnAction(_ -> {
            model.apply(preset);
            applied.run();
        });
        HBox row = new HBox(text, apply);
        if (preset.isOwn()) {
            Button delete = new Button(null, Icons.of("mdral-delete_outline"));
            delete.getStyleClass().add("ghost-button");
            delete.setTooltip(new Tooltip("Delete this preset; undo brings it back"));
            delete.setAccessibleText("Delete the preset " + preset.name());
            delete.setOnAction(_ -> guarded(() -> model.delete(preset)));
            row.getChildren().add(delete);
        }
        row.getStyleClass().add("preset-row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
