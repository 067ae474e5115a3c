package chladni.app.feature.takes;

import chladni.app.control.Painter;
import chladni.app.document.TakeItem;
import javafx.application.Platform;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.StackPane;

/// A row of takes, newest at the right; ← and → look, Enter accepts.
public final class TakesView extends StackPane {
    /// A card with the room around it, as the style sheet has them.
    private static final double CELL = 166;

    private final ListView<TakeItem> list = new ListView<>();
    private final TakesViewModel model;
    private final Hover hover;
    private boolean following;

    public TakesView(TakesViewModel model, Painter painter, Hover.Ear ear) {
        this.model = model;
        hover = new Hover(model.glancedProperty(), ear);
        getStyleClass().add("takes");
        list.setOrientation(Orientation.HORIZONTAL);
        list.setItems(model.takes());
        list.setFixedCellSize(CELL); // so that the list need not lay out takes to know how wide they are
        list.getStyleClass().add("take-list");
        list.setAccessibleText("Takes; arrow keys look at one, Enter keeps it on the canvas, C swaps with the one before");
        list.setCellFactory(_ -> new TakeCell(model, painter, hover::over));
        Label empty = new Label("Takes gather here as they form.");
        empty.getStyleClass().add("empty-text");
        list.setPlaceholder(empty);
        getChildren().add(list);
        follow();
    }

    private void follow() {
        list.getSelectionModel().selectedItemProperty().addListener((_, _, now) -> {
            if (!following && now != null) {
                model.lookedProperty().set(now);
            }
        });
        model.lookedProperty().subscribe(now -> {
            following = true;
            if (now == null) {
                list.getSelectionModel().clearSelection();
            } else if (list.getSelectionModel().getSelectedItem() != now) {
                list.getSelectionModel().select(now);
            }
            following = false;
            reveal();
        });
        list.widthProperty().addListener(_ -> reveal());
    }

    /// Scrolls to the take that is looked at, once the list has been laid out with it.
    private void reveal() {
        Platform.runLater(() -> {
            TakeItem looked = model.lookedProperty().get();
            if (looked != null) {
                list.scrollTo(looked);
            }
        });
    }
}
