package chladni.app.shell;

import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
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

    /// Below this width one panel at a time stands beside the canvas.
    static final double ROOM_FOR_BOTH = 1000;
    /// Below this height what is not the canvas gets smaller.
    private static final double ROOM_FOR_ALL = 600;
    private static final PseudoClass SHORT = PseudoClass.getPseudoClass("short");

    private final BooleanProperty panels = new SimpleBooleanProperty(true);
    private final BooleanProperty inspecting = new SimpleBooleanProperty();
    private final BooleanBinding narrow = widthProperty().lessThan(ROOM_FOR_BOTH);

    public ShellView(Parts parts) {
        getStyleClass().add("shell");
        StackPane stage = new StackPane(parts.canvas(), parts.over());
        VBox.setVgrow(stage, Priority.ALWAYS);
        VBox middle = new VBox(stage, parts.problems(), parts.takes());
        middle.getStyleClass().add("middle");
        BorderPane outline = new BorderPane(middle);
        outline.setTop(new VBox(parts.menu(), parts.top()));
        outline.setLeft(side(parts.voices(), "left-side", panels.and(narrow.and(inspecting).not())));
        outline.setRight(side(parts.inspector(), "right-side", panels.and(narrow.not().or(inspecting))));
        heightProperty().addListener((_, _, height) -> pseudoClassStateChanged(SHORT, height.doubleValue() < ROOM_FOR_ALL));
        outline.setBottom(parts.status());
        getChildren().addAll(outline, parts.veil());
    }

    /// Whether the panels at the sides are shown.
    public BooleanProperty panelsProperty() {
        return panels;
    }

    /// Which panel is shown where there is room for one only: that of the take, else the voices.
    public BooleanProperty inspectingProperty() {
        return inspecting;
    }

    private static Node side(Node content, String style, BooleanBinding seen) {
        StackPane side = new StackPane(content);
        side.visibleProperty().bind(seen);
        side.managedProperty().bind(seen);
        side.getStyleClass().addAll("side", style);
        return side;
    }
}
