package chladni.app.feature.takes;

import chladni.app.control.Painter;
import chladni.app.control.SettingRow;
import chladni.app.document.TakeItem;
import chladni.app.theme.Icons;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.GridView;
import org.jspecify.annotations.Nullable;

/// Takes side by side, both eyes of each. Hovering hears; what is chosen is finished, starred, rated or thrown away together.
public final class CompareView extends BorderPane {
    private static final double CELL_WIDTH = 296;
    private static final double CELL_HEIGHT = 196;
    private static final double GAP = 5;
    private static final double FIELD = 118;

    private final CompareViewModel model;
    private final GridView<TakeItem> grid = new GridView<>();

    public CompareView(CompareViewModel model, Painter painter, Hover.Ear ear) {
        this.model = model;
        getStyleClass().add("compare");
        Hover hover = new Hover(new SimpleObjectProperty<>(), ear);
        sceneProperty().subscribe(scene -> grid.setItems(scene == null ? FXCollections.emptyObservableList() : model.takes()));
        grid.setCellWidth(CELL_WIDTH);
        grid.setCellHeight(CELL_HEIGHT);
        grid.setHorizontalCellSpacing(GAP);
        grid.setVerticalCellSpacing(GAP);
        grid.setCellFactory(_ -> new CompareCell(model, painter, hover::over));
        grid.setMinSize(0, 0);
        grid.setPrefSize(CELL_WIDTH, CELL_HEIGHT); // or all takes are laid out to ask how much room they would like
        grid.setFocusTraversable(true);
        grid.setAccessibleText("Takes side by side; arrow keys go, Space chooses, Enter puts one on the canvas, F finishes drafts");
        grid.getStyleClass().add("gallery-grid");
        Label note = new Label();
        note.getStyleClass().add("gallery-note");
        note.textProperty().bind(model.noteProperty());
        Label empty = new Label("Takes stand here side by side. Make drafts: many takes that end early, to choose from.");
        empty.getStyleClass().add("empty-text");
        empty.visibleProperty().bind(javafx.beans.binding.Bindings.isEmpty(model.takes()));
        empty.setMouseTransparent(true);
        setTop(new VBox(bar(), note));
        setCenter(new StackPane(grid, empty));
        model.cursorProperty().addListener((_, _, now) -> reveal(now));
        addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            boolean plain = !key.isShortcutDown() && !key.isAltDown() && !(key.getTarget() instanceof TextInputControl);
            boolean button = key.getTarget() instanceof Button && key.getCode() == KeyCode.SPACE;
            if (plain && !button && (key.isShiftDown() ? shifted(key.getCode()) : press(key.getCode()))) {
                key.consume();
            }
        });
    }

    @Override
    public void requestFocus() {
        grid.requestFocus();
    }

    private HBox bar() {
        Region space = new Region();
        HBox.setHgrow(space, javafx.scene.layout.Priority.ALWAYS);
        HBox bar = new HBox(field(SettingRow.box(model.drafts().count())), field(SettingRow.box(model.drafts().share())),
                button("Make drafts", "mdral-dashboard", "Many takes that end early", model::draft), space,
                button("Finish", "mdral-done_all", "Makes the chosen drafts again with all their steps (F)", model::finish),
                field(SettingRow.box(model.drafts().bestCount())),
                button("Finish the best", "mdral-filter_list", "Finishes the drafts with a star or a rating, or else those with the best scores (Shift+F)",
                        model::finishBest));
        bar.getStyleClass().add("compare-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        return bar;
    }

    private static Region field(HBox box) {
        box.setMinWidth(FIELD);
        box.setPrefWidth(FIELD);
        box.setMaxWidth(FIELD);
        return box;
    }

    private static Button button(String text, String icon, String help, Runnable action) {
        Button button = new Button(text, Icons.of(icon));
        button.getStyleClass().add("action-button");
        button.setMinWidth(USE_PREF_SIZE);
        button.setTooltip(new Tooltip(help));
        button.setAccessibleText(help);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private boolean shifted(KeyCode code) {
        if (code == KeyCode.F) {
            model.finishBest();
            return true;
        }
        return false;
    }

    private boolean press(KeyCode code) {
        switch (code) {
            case LEFT -> model.move(-1);
            case RIGHT -> model.move(1);
            case UP -> model.move(-columns());
            case DOWN -> model.move(columns());
            case SPACE -> chooseAtCursor();
            case ENTER -> model.accept();
            case DELETE -> model.delete();
            case F -> model.finish();
            case PERIOD -> model.toggleStar();
            case DIGIT0, DIGIT1, DIGIT2, DIGIT3, DIGIT4, DIGIT5 -> model.rate(code.ordinal() - KeyCode.DIGIT0.ordinal());
            default -> {
                return false;
            }
        }
        return true;
    }

    private void chooseAtCursor() {
        TakeItem item = model.cursorProperty().get();
        if (item != null) {
            model.choose(item);
        }
    }

    private int columns() {
        return Math.max(1, (int) (grid.getWidth() / (CELL_WIDTH + 2 * GAP)));
    }

    private void reveal(@Nullable TakeItem item) {
        if (item != null && grid.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
            flow.scrollTo(model.takes().indexOf(item) / columns());
        }
    }
}
