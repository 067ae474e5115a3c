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

/// A line that shows one fact after another: what is shown changes with every take, and new controls would be styled anew each time.
final class FactRow {
    private final Label name = new Label();
    private final Label value = new Label();
    private final Button copy = new Button(null, Icons.of("mdral-content_copy"));
    private final boolean copied;
    private final Node end;

    /// @param like whether this line can copy is decided by its first fact
    FactRow(Fact like) {
        copied = !like.copy().isEmpty();
        name.getStyleClass().add("fact-name");
        GridPane.setValignment(name, VPos.TOP);
        value.getStyleClass().add("fact-value");
        value.setWrapText(true);
        end = copied ? withCopy() : value;
    }

    private HBox withCopy() {
        copy.getStyleClass().addAll("ghost-button", "tiny");
        copy.setTooltip(new Tooltip("Copy"));
        HBox box = new HBox(value, copy);
        box.getStyleClass().add("fact-copy");
        box.setMinHeight(Region.USE_PREF_SIZE);
        return box;
    }

    boolean fits(Fact fact) {
        return copied == !fact.copy().isEmpty();
    }

    void show(Fact fact) {
        name.setText(fact.name());
        value.setText(fact.value());
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
