package chladni.app.feature.takes;

import chladni.app.control.Painter;
import chladni.app.document.TakeItem;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
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
    private final InvalidationListener refresh = _ -> refresh();
    /// Takes and model must not hold on to a cell that the list has thrown away.
    private final WeakInvalidationListener weakly = new WeakInvalidationListener(refresh);

    /// @param hovered hears of the take under the pointer, and of null when it leaves
    TakeCell(TakesViewModel model, Painter painter, Consumer<@Nullable TakeItem> hovered) {
        this.model = model;
        card = new TakeCard(painter);
        getStyleClass().add("take-cell");
        model.acceptedProperty().addListener(weakly);
        model.otherProperty().addListener(weakly);
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
            before.shownProperty().removeListener(weakly);
            before.stageProperty().removeListener(weakly);
            before.progressProperty().removeListener(weakly);
            before.notesProperty().removeListener(weakly);
        }
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            return;
        }
        if (before != item) {
            item.shownProperty().addListener(weakly);
            item.stageProperty().addListener(weakly);
            item.progressProperty().addListener(weakly);
            item.notesProperty().addListener(weakly);
        }
        setGraphic(card);
        refresh();
    }

    /// The list's fixed size is meant along it; its skin would take it for the height as well.
    @Override
    protected double computePrefHeight(double width) {
        return snappedTopInset() + card.prefHeight(-1) + snappedBottomInset();
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
