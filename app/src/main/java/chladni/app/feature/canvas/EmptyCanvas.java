package chladni.app.feature.canvas;

import chladni.app.document.Present;
import chladni.app.theme.Icons;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// What stands on the canvas before there has been anything.
final class EmptyCanvas extends VBox {
    EmptyCanvas(CanvasViewModel model) {
        getStyleClass().add("empty-canvas");
        setAlignment(Pos.CENTER);
        setMouseTransparent(true);
        HBox signs = new HBox(Icons.picture(), Icons.sound());
        signs.setAlignment(Pos.CENTER);
        signs.getStyleClass().add("empty-signs");
        Label title = new Label("One canvas, seen and heard");
        title.getStyleClass().add("empty-title");
        Label how = new Label("Say what it should look like and what it should sound like, then press Generate."
                + "\nOr drop a picture or a sound here.");
        how.getStyleClass().add("empty-text");
        getChildren().addAll(signs, title, how);
        visibleProperty().bind(Present.map(model.shownProperty(), _ -> false, true));
    }
}
