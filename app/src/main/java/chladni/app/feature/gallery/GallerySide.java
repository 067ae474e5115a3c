package chladni.app.feature.gallery;

import chladni.app.theme.Icons;
import chladni.engine.take.TakeEntry;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The take under the pointer, or else the chosen one, at full size for both eyes, and what can be done with the chosen one.
final class GallerySide extends VBox {
    private static final double WIDTH = 300;

    private final ImageView picture = view();
    private final ImageView spectrogram = view();
    private final Label title = new Label();
    private final Label facts = new Label();
    private @Nullable TakeEntry shown;

    GallerySide(GalleryViewModel model) {
        getStyleClass().add("gallery-side");
        title.getStyleClass().add("take-title");
        title.setWrapText(true);
        title.setMinHeight(Region.USE_PREF_SIZE);
        facts.setMinHeight(Region.USE_PREF_SIZE);
        facts.getStyleClass().add("take-detail");
        facts.setWrapText(true);
        Region space = new Region();
        setVgrow(space, Priority.ALWAYS);
        ObservableValue<Boolean> none = model.chosenProperty().isNull();
        FlowPane kept = row(none, List.of(
                button("Put on the canvas", "Enter", model::accept), button("Recall all", "A", () -> model.recall(GalleryViewModel.Part.ALL)),
                button("Remix", "R", () -> model.recall(GalleryViewModel.Part.REMIX)),
                button("Words", "P", () -> model.recall(GalleryViewModel.Part.PROMPTS)),
                button("Seed", "Shift+S", () -> model.recall(GalleryViewModel.Part.SEED)),
                button("Star", ".", model::toggleStar), button("Delete", "Del", model::delete)));
        FlowPane thrown = row(none, List.of(button("Take out of the trash", "Enter", model::restore)));
        show(kept, model.trashedProperty().not());
        show(thrown, model.trashedProperty());
        getChildren().addAll(line(Icons.picture(), "Picture"), picture, line(Icons.sound(), "Spectrogram"), spectrogram, title, facts, kept, thrown, space);
    }

    void show(@Nullable TakeEntry entry) {
        if (entry != null && shown != null && entry.folder().equals(shown.folder())) {
            facts.setText(facts(entry));
            return;
        }
        shown = entry;
        picture.setImage(entry == null ? null : new Image(entry.picture().toUri().toString(), true));
        spectrogram.setImage(entry == null ? null : new Image(entry.spectrogram().toUri().toString(), true));
        title.setText(entry == null ? "" : entry.title());
        facts.setText(entry == null ? "" : facts(entry));
    }

    private static String facts(TakeEntry entry) {
        return "seed %d · %s%n%s%s".formatted(entry.seed(), kind(entry.kind()), String.join(", ", entry.packs()),
                entry.notes().rating() == 0 ? "" : "%nrated %d of 5".formatted(entry.notes().rating()));
    }

    private static String kind(String kind) {
        return switch (kind) {
            case "compose" -> "made from words";
            case "colourise" -> "colours";
            case "distil" -> "distilled";
            default -> kind;
        };
    }

    private static Label line(Node sign, String text) {
        Label line = new Label(text, sign);
        line.getStyleClass().add("panel-heading");
        return line;
    }

    private static ImageView view() {
        ImageView view = new ImageView();
        view.setFitWidth(WIDTH);
        view.setFitHeight(WIDTH / 3.2);
        view.setSmooth(true);
        return view;
    }

    private static Button button(String text, String keys, Runnable action) {
        Button button = new Button(text);
        button.getStyleClass().add("action-button");
        button.setTooltip(new Tooltip(text + " (" + keys + ")"));
        button.setAccessibleText(text);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setFocusTraversable(true);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private static FlowPane row(ObservableValue<Boolean> disabled, List<Button> buttons) {
        FlowPane row = new FlowPane();
        row.getStyleClass().add("chips");
        row.getChildren().addAll(buttons);
        row.disableProperty().bind(disabled);
        return row;
    }

    private static void show(Node node, ObservableValue<Boolean> condition) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(condition);
    }
}
