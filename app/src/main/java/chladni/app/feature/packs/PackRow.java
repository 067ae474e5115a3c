package chladni.app.feature.packs;

import chladni.app.theme.Icons;
import chladni.engine.pack.PackKind;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One pack: what it is, where it is, under which licence, what is wrong with it, and what is being done with it.
final class PackRow extends VBox {
    private final String id;
    private final PacksViewModel model;

    PackRow(PacksViewModel model, String id) {
        this.model = model;
        this.id = id;
        getStyleClass().add("pack-row");
    }

    /// @param detail below the title: licence, size
    /// @param act "Verify" or "Fetch"
    PackRow with(PackKind kind, String title, String detail, Button act) {
        Label name = new Label(title);
        name.getStyleClass().add("pack-title");
        Label small = new Label(detail);
        small.getStyleClass().add("pack-detail");
        small.setWrapText(true);
        VBox text = new VBox(name, small);
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMinWidth(0);
        act.setMinWidth(USE_PREF_SIZE);
        HBox head = new HBox(sign(kind), text, act);
        head.getStyleClass().add("pack-head");
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(head);
        PackWork work = model.works().get(id);
        act.setVisible(work == null);
        act.setManaged(work == null);
        if (work != null) {
            getChildren().add(progress(work, title));
        }
        return this;
    }

    PackRow at(String path) {
        Label where = new Label(path);
        where.getStyleClass().add("pack-path");
        where.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        where.setTooltip(new Tooltip(path));
        getChildren().add(1, where);
        return this;
    }

    PackRow saying(List<String> problems, @Nullable String verdict) {
        problems.forEach(problem -> getChildren().add(said(problem, "pack-problem")));
        if (verdict != null) {
            getChildren().add(said(verdict, verdict.startsWith("Not whole") ? "pack-problem" : "pack-verdict"));
        }
        return this;
    }

    private static Label said(String words, String style) {
        boolean good = style.equals("pack-verdict");
        Label said = new Label(words, Icons.of(good ? "mdral-check_circle" : "mdral-error_outline"));
        said.getStyleClass().add(style);
        said.setWrapText(true);
        return said;
    }

    private HBox progress(PackWork work, String title) {
        ProgressBar bar = new ProgressBar();
        bar.getStyleClass().add("run-progress");
        bar.progressProperty().bind(work.progressProperty());
        bar.setAccessibleText("Progress for " + title);
        Label words = new Label();
        words.getStyleClass().add("pack-detail");
        words.textProperty().bind(work.wordsProperty());
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        Button stop = new Button("Stop");
        stop.getStyleClass().add("quiet-button");
        stop.setAccessibleText("Stop, and keep what has arrived: " + title);
        stop.setMinWidth(USE_PREF_SIZE);
        stop.setOnAction(_ -> model.cancel(id));
        HBox row = new HBox(bar, words, stop);
        row.getStyleClass().add("pack-head");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static Node sign(PackKind kind) {
        HBox signs = new HBox();
        signs.getStyleClass().add("pack-signs");
        signs.setAlignment(Pos.CENTER);
        if (kind.makesPictures()) {
            signs.getChildren().add(Icons.picture());
        }
        if (kind.makesSounds()) {
            signs.getChildren().add(Icons.sound());
        }
        if (signs.getChildren().isEmpty()) {
            signs.getChildren().add(Icons.of(kind == PackKind.COLOUR || kind == PackKind.ENLARGE ? "mdrmz-palette" : "mdrmz-rule"));
        }
        return signs;
    }
}
