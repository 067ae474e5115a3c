package chladni.app.feature.voices;

import javafx.beans.property.StringProperty;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextFormatter;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// A prompt: one paragraph that wraps. Tab goes on to the next control, as in every other field.
final class PromptArea extends TextArea {
    PromptArea(StringProperty prompt, String example, String accessibleText) {
        getStyleClass().add("prompt-area");
        setWrapText(true);
        setPrefRowCount(2);
        setPromptText(example);
        setAccessibleText(accessibleText);
        setTextFormatter(new TextFormatter<>(change -> {
            change.setText(change.getText().replaceAll("[\\r\\n\\t]+", " "));
            return change;
        }));
        textProperty().bindBidirectional(prompt);
        addEventFilter(KeyEvent.KEY_PRESSED, PromptArea::keepToOneParagraph);
    }

    /// Alt+↑ and Alt+↓ go through the words that were used before.
    void browse(PromptHistory history) {
        addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.isAltDown() && (key.getCode() == KeyCode.UP || key.getCode() == KeyCode.DOWN)) {
                (key.getCode() == KeyCode.UP ? history.older(getText()) : history.newer()).ifPresent(words -> {
                    setText(words);
                    end();
                });
                key.consume();
            }
        });
        setAccessibleHelp("Alt and arrow up or down: words that were used before");
    }

    private static void keepToOneParagraph(KeyEvent key) {
        PromptArea area = (PromptArea) key.getSource();
        boolean plain = !key.isControlDown() && !key.isAltDown() && !key.isMetaDown();
        if (key.getCode() == KeyCode.TAB && plain) {
            key.consume();
            area.requestFocusTraversal(key.isShiftDown()
                    ? javafx.scene.TraversalDirection.PREVIOUS
                    : javafx.scene.TraversalDirection.NEXT);
        } else if (key.getCode() == KeyCode.ENTER && plain) {
            key.consume();
        }
    }
}
