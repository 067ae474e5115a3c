package chladni.app.feature.inspect;

import chladni.app.theme.Icons;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Facts above, what can be made from it below, Export at the bottom.
public final class InspectView extends VBox {
    private static final double EMPTY_MARGIN = 16;

    private final GridPane facts = new GridPane();
    private final List<FactRow> rows = new ArrayList<>();
    private final ToggleButton fold = new ToggleButton();

    /// @param actions buttons of the command table for "make from it"
    /// @param scores how right it is, under the facts; may be hidden
    /// @param sections what else there is about it, under "make from it"; each may be hidden
    /// @param export button of the command table that exports
    public InspectView(InspectViewModel model, Node scores, List<Node> actions, List<Node> sections, Node export) {
        getStyleClass().add("inspector");
        ColumnConstraints names = new ColumnConstraints(86);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        facts.getColumnConstraints().addAll(names, values);
        facts.getStyleClass().add("facts");
        model.factsProperty().subscribe(this::show);
        VBox known = new VBox(facts, fold(model));
        VBox content = new VBox(heading("THIS TAKE"), title(model), known, notes(model), scores, heading("MAKE FROM IT"), buttons(actions));
        content.getChildren().addAll(sections);
        content.getStyleClass().add("inspector-content");
        content.visibleProperty().bind(model.emptyProperty().map(empty -> !empty));
        ScrollPane scroll = new ScrollPane(content);
        scroll.getStyleClass().add("side-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        Label empty = new Label("What is on the canvas is told about here: its recipe, its scores, and what can be made from it.");
        empty.getStyleClass().add("empty-text");
        empty.setWrapText(true);
        empty.visibleProperty().bind(model.emptyProperty());
        StackPane room = new StackPane(scroll, empty);
        StackPane.setAlignment(empty, Pos.TOP_LEFT);
        StackPane.setMargin(empty, new Insets(EMPTY_MARGIN));
        setVgrow(room, Priority.ALWAYS);
        VBox foot = new VBox(export);
        foot.getStyleClass().add("inspector-foot");
        foot.setFillWidth(true);
        getChildren().addAll(room, foot);
    }

    private ToggleButton fold(InspectViewModel model) {
        fold.getStyleClass().add("fold-button");
        fold.textProperty().bind(fold.selectedProperty().map(open -> open ? "Less" : "More"));
        fold.graphicProperty().bind(fold.selectedProperty().map(open -> Icons.of(open ? "mdral-expand_less" : "mdral-expand_more")));
        fold.setAccessibleText("Finer facts about this take");
        fold.selectedProperty().addListener(_ -> show(model.factsProperty().getValue()));
        return fold;
    }

    private static Label heading(String text) {
        Label heading = new Label(text);
        heading.getStyleClass().add("panel-heading");
        return heading;
    }

    private static Label title(InspectViewModel model) {
        Label title = new Label();
        title.getStyleClass().add("take-title");
        title.setWrapText(true);
        title.textProperty().bind(model.titleProperty());
        return title;
    }

    private static Label notes(InspectViewModel model) {
        Label notes = new Label(null, Icons.of("mdral-info"));
        notes.getStyleClass().add("panel-note");
        notes.setWrapText(true);
        notes.textProperty().bind(model.notesProperty());
        notes.visibleProperty().bind(model.notesProperty().map(text -> !text.isEmpty()));
        notes.managedProperty().bind(notes.visibleProperty());
        return notes;
    }

    private static GridPane buttons(List<Node> actions) {
        GridPane buttons = new GridPane();
        buttons.getStyleClass().add("action-grid");
        ColumnConstraints half = new ColumnConstraints();
        half.setPercentWidth(50);
        buttons.getColumnConstraints().addAll(half, half);
        for (int i = 0; i < actions.size(); i++) {
            if (actions.get(i) instanceof Region button) {
                button.setMaxWidth(Double.MAX_VALUE);
            }
            buttons.add(actions.get(i), i % 2, i / 2);
        }
        return buttons;
    }

    private void show(List<Fact> all) {
        List<Fact> now = all.stream().filter(fact -> fold.isSelected() || !fact.finer()).toList();
        fold.setVisible(all.stream().anyMatch(Fact::finer));
        fold.setManaged(fold.isVisible());
        while (rows.size() < now.size()) {
            FactRow row = new FactRow();
            facts.addRow(rows.size(), row.nodes());
            rows.add(row);
        }
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).show(i < now.size() ? now.get(i) : null);
        }
    }
}
