package chladni.app.failure;

import chladni.app.theme.Icons;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The strip that says what went wrong; it takes no room while nothing has.
public final class ProblemBar extends HBox {
    private final Label words = new Label();
    private final Label remedy = new Label();
    private final Button code = new Button();

    public ProblemBar(Failures failures) {
        getStyleClass().add("problem-bar");
        words.getStyleClass().add("problem-words");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        remedy.getStyleClass().add("problem-remedy");
        remedy.setWrapText(true);
        remedy.setMinHeight(USE_PREF_SIZE);
        code.getStyleClass().add("code-chip");
        code.setAccessibleText("Copy the code of this problem");
        code.setOnAction(_ -> copyCode());
        code.setMinWidth(USE_PREF_SIZE);
        VBox text = new VBox(words, remedy);
        setHgrow(text, Priority.ALWAYS);
        getChildren().addAll(Icons.of("mdral-error_outline"), text, code, dismissButton(failures));
        show(failures.current());
        failures.currentProperty().addListener((_, _, problem) -> show(problem));
    }

    private static Button dismissButton(Failures failures) {
        Button dismiss = new Button(null, Icons.of("mdral-close"));
        dismiss.getStyleClass().add("ghost-button");
        dismiss.setAccessibleText("Dismiss this message");
        dismiss.setOnAction(_ -> failures.dismiss());
        return dismiss;
    }

    private void copyCode() {
        ClipboardContent content = new ClipboardContent();
        content.putString(code.getText());
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void show(@Nullable Problem problem) {
        setVisible(problem != null);
        setManaged(problem != null);
        if (problem != null) {
            words.setText(problem.words());
            remedy.setText(problem.remedy());
            code.setText(problem.code());
            setAccessibleText(problem.words() + " " + problem.remedy());
        }
    }
}
