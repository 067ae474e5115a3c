package chladni.app.shell;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.layout.Priority;

/// Top bar, voices at the left, the canvas with its takes in the middle, the inspector at the right, the status at the bottom.
public final class ShellView extends StackPane {
    /// What stands where.
    ///
    /// @param menu the menu bar
    /// @param over lies over the canvas when it is visible, such as drop targets
    /// @param problems says what went wrong, between canvas and takes
    /// @param veil lies over the whole window when it is visible, such as the command palette
    public record Parts(Node menu, Node top, Node voices, Node canvas, Node over, Node problems, Node takes, Node inspector,
            Node status, Node veil) {}

    private final BooleanProperty panels = new SimpleBooleanProperty(true);

    public ShellView(Parts parts) {
        getStyleClass().add("shell");
        StackPane stage = new StackPane(parts.canvas(), parts.over());
        VBox.setVgrow(stage, Priority.ALWAYS);
        VBox middle = new VBox(stage, parts.problems(), parts.takes());
        middle.getStyleClass().add("middle");
        BorderPane outline = new BorderPane(middle);
        outline.setTop(new VBox(parts.menu(), parts.top()));
        outline.setLeft(side(parts.voices(), "left-side"));
        outline.setRight(side(parts.inspector(), "right-side"));
        outline.setBottom(parts.status());
        getChildren().addAll(outline, parts.veil());
    }

    /// Whether the panels at the sides are shown.
    public BooleanProperty panelsProperty() {
        return panels;
    }

    private Node side(Node content, String style) {
        StackPane side = new StackPane(content);
        side.visibleProperty().bind(panels);
        side.managedProperty().bind(panels);
        side.getStyleClass().addAll("side", style);
        return side;
    }
}
