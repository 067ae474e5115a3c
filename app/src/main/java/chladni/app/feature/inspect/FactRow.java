package chladni.app.feature.inspect;

import chladni.app.theme.Icons;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// A line that shows one fact after another: what is shown changes with every take, and new controls would be styled anew each time.
final class FactRow {
    private final Label name = new Label();
    private final Label value = new Label();
    private final Button copy = new Button(null, Icons.of("mdral-content_copy"));
    private final HBox end = new HBox(value, copy);

    FactRow() {
        name.getStyleClass().add("fact-name");
        GridPane.setValignment(name, VPos.TOP);
        value.getStyleClass().add("fact-value");
        value.setWrapText(true);
        copy.getStyleClass().addAll("ghost-button", "tiny");
        copy.setTooltip(new Tooltip("Copy"));
        copy.managedProperty().bind(copy.visibleProperty());
        end.getStyleClass().add("fact-copy");
        end.setMinHeight(Region.USE_PREF_SIZE);
    }

    /// A line without a fact takes no room.
    void show(@Nullable Fact fact) {
        for (Node node : nodes()) {
            node.setVisible(fact != null);
            node.setManaged(fact != null);
        }
        if (fact == null) {
            return;
        }
        name.setText(fact.name());
        value.setText(fact.value());
        copy.setVisible(!fact.copy().isEmpty());
        copy.setAccessibleText("Copy the " + fact.name());
        copy.setOnAction(_ -> copy(fact.copy()));
    }

    Node[] nodes() {
        return new Node[] {name, end};
    }

    private static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
