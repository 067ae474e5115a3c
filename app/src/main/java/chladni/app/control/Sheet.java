package chladni.app.control;

import chladni.app.theme.Icons;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A panel that lies over the window until it is closed: by its cross, by Esc, or by a press beside it. Meanwhile Tab stays within it;
/// whoever had the focus before gets it back. While it is closed it is not in the window at all, so that it costs nothing: an unseen panel
/// would be styled and laid out like any other.
public final class Sheet extends StackPane {
    private final Node content;
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private final ChangeListener<@Nullable Node> focus = (_, from, to) -> keep(from, to);
    private @Nullable Pane place;
    private @Nullable Node before;

    /// @param style style class of the card, which sets its size
    public Sheet(String title, String style, Node content) {
        this.content = content;
        getStyleClass().add("sheet-veil");
        Label name = new Label(title);
        name.getStyleClass().add("sheet-title");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(name, space, closeButton(title));
        head.getStyleClass().add("sheet-head");
        head.setAlignment(Pos.CENTER_LEFT);
        VBox card = new VBox(head, content);
        VBox.setVgrow(content, Priority.ALWAYS);
        card.getStyleClass().addAll("sheet-card", style);
        card.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        getChildren().add(card);
        setOnMousePressed(mouse -> {
            if (mouse.getTarget() == this) {
                close();
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                close();
                key.consume();
            }
        });
    }

    /// Where it lies while it is open.
    public void liesIn(Pane window) {
        place = window;
    }

    /// What lies under the panel is not reached by Tab: after its last control comes its first one, and the other way round.
    private void keep(@Nullable Node from, @Nullable Node to) {
        if (from != null && to != null && isIn(from, this) && !isIn(to, this) && !liesOver(to)) {
            List<Node> stops = lookupAll("*").stream().filter(node -> node.isFocusTraversable() && !node.isDisabled() && isSeen(node)).toList();
            if (!stops.isEmpty()) {
                (from.equals(stops.getFirst()) ? stops.getLast() : stops.getFirst()).requestFocus();
            }
        }
    }

    private static boolean isIn(Node node, @Nullable Node area) {
        for (Node one = node; one != null; one = one.getParent()) {
            if (one.equals(area)) {
                return true;
            }
        }
        return false;
    }

    /// Whether it belongs to something that was opened over the sheets, such as the command palette.
    private boolean liesOver(Node node) {
        return place != null && place.getParent() != null && isIn(node, place.getParent()) && !isIn(node, place);
    }

    private static boolean isSeen(Node node) {
        return node.isVisible() && (node.getParent() == null || isSeen(node.getParent()));
    }

    private Button closeButton(String title) {
        Button close = new Button(null, Icons.of("mdral-close"));
        close.getStyleClass().add("ghost-button");
        close.setTooltip(new Tooltip("Close (Esc)"));
        close.setAccessibleText("Close " + title);
        close.setOnAction(_ -> close());
        return close;
    }

    public void open() {
        if (place == null || open.get()) {
            return;
        }
        before = place.getScene() == null ? null : place.getScene().getFocusOwner();
        place.getChildren().add(this);
        applyCss(); // what is in it can be found and scrolled to at once
        open.set(true);
        content.requestFocus();
        if (getScene() != null && !content.isFocused()) {
            content.lookupAll("*").stream().filter(node -> node.isFocusTraversable() && !node.isDisabled())
                    .findFirst().ifPresent(Node::requestFocus);
        }
        if (getScene() != null) {
            getScene().focusOwnerProperty().addListener(focus);
        }
    }

    public void close() {
        if (place != null && open.get()) {
            if (getScene() != null) {
                getScene().focusOwnerProperty().removeListener(focus);
            }
            place.getChildren().remove(this);
            open.set(false);
            if (before != null) {
                before.requestFocus();
                before = null;
            }
        }
    }

    public boolean isOpen() {
        return open.get();
    }

    public ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }
}
