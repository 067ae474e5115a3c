package chladni.app.feature.drop;

import chladni.app.theme.Icons;
import java.nio.file.Path;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// The labelled targets that come up over the canvas while a file hangs over the window, or after Open….
public final class DropView extends VBox {
    private static final double TEXT_WIDTH = 134;
    private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");

    private final DropViewModel model;
    private final FlowPane row = new FlowPane();
    private boolean droppedBeside;

    public DropView(DropViewModel model) {
        this.model = model;
        getStyleClass().add("drop-view");
        setAlignment(Pos.CENTER);
        Label title = new Label();
        title.getStyleClass().add("drop-title");
        title.textProperty().bind(model.nameProperty());
        row.getStyleClass().add("drop-targets");
        row.setAlignment(Pos.CENTER);
        Button cancel = new Button("Not now");
        cancel.getStyleClass().add("quiet-button");
        cancel.setCancelButton(true);
        cancel.setOnAction(_ -> model.withdraw());
        getChildren().addAll(title, row, cancel);
        visibleProperty().bind(model.offeredProperty().isNotNull());
        model.targets().addListener((ListChangeListener<Target>) _ -> show());
        show();
    }

    /// Makes a part of the window take files.
    public void listenOn(Node area) {
        area.addEventHandler(DragEvent.DRAG_ENTERED, this::offer);
        area.addEventHandler(DragEvent.DRAG_OVER, drag -> {
            if (drag.getDragboard().hasFiles()) {
                drag.acceptTransferModes(TransferMode.COPY);
            }
        });
        area.addEventHandler(DragEvent.DRAG_EXITED, _ -> exited());
        area.addEventHandler(DragEvent.DRAG_DROPPED, drag -> {
            droppedBeside = drag.getDragboard().hasFiles();
            drag.setDropCompleted(droppedBeside);
        });
    }

    /// A file dropped beside the targets keeps them up, to be pressed as buttons.
    private void exited() {
        if (!droppedBeside) {
            model.withdraw();
        }
        droppedBeside = false;
    }

    private void offer(DragEvent drag) {
        boolean ours = drag.getGestureSource() != null; // a take on its way out
        if (!ours && drag.getDragboard().hasFiles()) {
            Path first = drag.getDragboard().getFiles().getFirst().toPath();
            model.offer(first);
        }
    }

    private void show() {
        row.getChildren().setAll(model.targets().stream().map(this::button).toList());
    }

    private Button button(Target target) {
        Label title = new Label(target.title());
        title.getStyleClass().add("drop-target-title");
        Label text = new Label(target.text());
        text.getStyleClass().add("drop-target-text");
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        text.setPrefWidth(TEXT_WIDTH);
        VBox face = new VBox(Icons.of(target.icon()), title, text);
        face.setAlignment(Pos.TOP_CENTER);
        face.getStyleClass().add("drop-target-face");
        Button button = new Button(null, face);
        button.getStyleClass().add("drop-target");
        button.setAlignment(Pos.TOP_CENTER);
        button.setAccessibleText(target.title() + ": " + target.text());
        button.setOnAction(_ -> model.take(target));
        button.setOnDragEntered(_ -> button.pseudoClassStateChanged(OVER, true));
        button.setOnDragExited(_ -> button.pseudoClassStateChanged(OVER, false));
        button.setOnDragOver(drag -> drag.acceptTransferModes(TransferMode.COPY));
        button.setOnDragDropped(drag -> {
            drag.setDropCompleted(true);
            drag.consume();
            model.take(target);
        });
        return button;
    }
}
