package chladni.app.feature.gallery;

import chladni.app.theme.Icons;
import chladni.engine.take.TakeEntry;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.GridCell;
import org.jspecify.annotations.Nullable;

/// One take: its spectrogram, its words, star, rating and scores.
final class GalleryCell extends GridCell<TakeEntry> {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM, HH:mm", Locale.ENGLISH).withZone(ZoneId.systemDefault());

    private final GalleryViewModel model;
    private final Thumbnails thumbnails;
    private final ImageView image = new ImageView();
    private final Label missing = new Label("no picture");
    private final Label title = new Label();
    private final Label detail = new Label();
    private final Label rating = new Label();
    private final Node star = Icons.of("mdrmz-star");
    private final VBox card;
    private final InvalidationListener mark = _ -> mark();
    private @Nullable Path shown;

    /// @param hovered hears of the take under the pointer, and of null when it leaves
    GalleryCell(GalleryViewModel model, Thumbnails thumbnails, java.util.function.Consumer<@Nullable TakeEntry> hovered) {
        this.model = model;
        this.thumbnails = thumbnails;
        image.setSmooth(true);
        title.getStyleClass().add("gallery-title");
        detail.getStyleClass().add("take-detail");
        rating.getStyleClass().add("gallery-rating");
        rating.setGraphic(star);
        rating.setMinWidth(Region.USE_PREF_SIZE);
        missing.getStyleClass().add("empty-text");
        StackPane frame = new StackPane(missing, image);
        frame.getStyleClass().add("gallery-frame");
        VBox.setVgrow(frame, Priority.ALWAYS);
        frame.setMinSize(0, 0);
        image.fitWidthProperty().bind(frame.widthProperty());
        image.fitHeightProperty().bind(frame.heightProperty());
        image.setManaged(false);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox foot = new HBox(detail, space, rating);
        foot.setAlignment(Pos.CENTER_LEFT);
        card = new VBox(frame, title, foot);
        card.getStyleClass().add("gallery-card");
        getStyleClass().add("gallery-cell");
        setOnMouseEntered(_ -> hovered.accept(getItem()));
        setOnMouseExited(_ -> hovered.accept(null));
        addEventHandler(MouseEvent.MOUSE_PRESSED, _ -> model.chosenProperty().set(getItem()));
        addEventHandler(MouseEvent.MOUSE_CLICKED, mouse -> {
            if (mouse.getClickCount() == 2) {
                model.accept();
            }
        });
        model.chosenProperty().addListener(new WeakInvalidationListener(mark)); // the grid throws cells away, and nobody tells them
    }

    @Override
    protected void updateItem(@Nullable TakeEntry entry, boolean empty) {
        super.updateItem(entry, empty);
        Path file = empty || entry == null ? null : entry.spectrogram();
        if (!Objects.equals(file, shown)) {
            Path before = shown;
            shown = file;
            Image picture = file == null ? null : thumbnails.show(file);
            image.setImage(picture);
            missing.visibleProperty().unbind();
            missing.setVisible(false);
            if (picture != null) {
                missing.visibleProperty().bind(picture.errorProperty());
            }
            if (before != null) {
                thumbnails.leave(before);
            }
        }
        if (empty || entry == null) {
            setGraphic(null);
            return;
        }
        title.setText(entry.title());
        detail.setText(detail(entry));
        rating.setText("★".repeat(entry.notes().rating()));
        star.setVisible(entry.notes().starred());
        setGraphic(card);
        mark();
        setAccessibleText("%s, %s%s%s".formatted(entry.title(), DAY.format(entry.made()), entry.notes().starred() ? ", starred" : "",
                entry.notes().rating() == 0 ? "" : ", rated " + entry.notes().rating()));
    }

    private static String detail(TakeEntry entry) {
        String looks = entry.looks() == null ? "" : String.format(Locale.ROOT, "  ▣ %.2f", entry.looks());
        String sounds = entry.sounds() == null ? "" : String.format(Locale.ROOT, "  ♪ %.2f", entry.sounds());
        return DAY.format(entry.made()) + looks + sounds;
    }

    private void mark() {
        TakeEntry entry = getItem();
        TakeEntry chosen = model.chosen();
        pseudoClassStateChanged(CHOSEN, entry != null && chosen != null && entry.folder().equals(chosen.folder()));
    }
}
