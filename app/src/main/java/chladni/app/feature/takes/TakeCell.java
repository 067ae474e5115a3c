package chladni.app.feature.takes;

import chladni.app.control.Painter;
import chladni.app.document.TakeItem;
import java.util.function.Consumer;
import javafx.beans.value.ChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// A place in the list that shows one take after another.
final class TakeCell extends ListCell<TakeItem> {
    private static final PseudoClass ACCEPTED = PseudoClass.getPseudoClass("accepted");

    private static final PseudoClass OTHER = PseudoClass.getPseudoClass("other");

    private final TakeCard card;
    private final TakesViewModel model;
    private final ChangeListener<Object> refresh = (_, _, _) -> refresh();

    /// @param hovered hears of the take under the pointer, and of null when it leaves
    TakeCell(TakesViewModel model, Painter painter, Consumer<@Nullable TakeItem> hovered) {
        this.model = model;
        card = new TakeCard(painter);
        getStyleClass().add("take-cell");
        model.acceptedProperty().addListener((_, _, _) -> refresh());
        model.otherProperty().addListener((_, _, _) -> refresh());
        setOnMouseEntered(_ -> hovered.accept(getItem()));
        setOnMouseExited(_ -> hovered.accept(null));
        addEventHandler(MouseEvent.MOUSE_CLICKED, mouse -> {
            if (mouse.getClickCount() == 2) {
                model.accept();
            }
        });
    }

    @Override
    protected void updateItem(@Nullable TakeItem item, boolean empty) {
        TakeItem before = getItem();
        if (before != null && before != item) {
            before.shownProperty().removeListener(refresh);
            before.stageProperty().removeListener(refresh);
            before.progressProperty().removeListener(refresh);
            before.notesProperty().removeListener(refresh);
        }
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            return;
        }
        if (before != item) {
            item.shownProperty().addListener(refresh);
            item.stageProperty().addListener(refresh);
            item.progressProperty().addListener(refresh);
            item.notesProperty().addListener(refresh);
        }
        setGraphic(card);
        refresh();
    }

    private void refresh() {
        TakeItem item = getItem();
        if (item != null) {
            boolean accepted = item.shown() != null && item.shown().equals(model.acceptedProperty().get());
            boolean other = item == model.otherProperty().get();
            card.show(item, accepted, other);
            pseudoClassStateChanged(ACCEPTED, accepted);
            pseudoClassStateChanged(OTHER, other);
            setAccessibleText("Take %d, %s, seed %d%s%s%s".formatted(item.number(), item.title(), item.seed(),
                    accepted ? ", on the canvas" : item.isFinished() ? "" : ", " + item.stageProperty().get(),
                    other ? ", C swaps to it" : "", Marks.spoken(item.notesProperty().get())));
        }
    }
}
