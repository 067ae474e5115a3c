package chladni.app.feature.takes;

import chladni.app.control.Painter;
import chladni.app.control.Pixels;
import chladni.app.control.Thumbnail;
import chladni.app.document.Shown;
import chladni.app.document.StoredTake;
import chladni.app.document.TakeItem;
import chladni.engine.take.Made;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.GridCell;
import org.jspecify.annotations.Nullable;

/// One take for both eyes: the picture above, the spectrogram below, with what is known and said about it.
final class CompareCell extends GridCell<TakeItem> {
    private static final PseudoClass CURSOR = PseudoClass.getPseudoClass("cursor");
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    /// Sharp on a screen of one and a half times the usual pixels.
    private static final int WIDTH = 444;
    private static final int HEIGHT = 120;

    private final CompareViewModel model;
    private final Thumbnail picture;
    private final Thumbnail spectrogram;
    private final Label number = new Label();
    private final Marks marks = new Marks();
    private final Label detail = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final VBox card;
    private final InvalidationListener refresh = _ -> refresh();
    /// A grid makes new cells again and again: takes and model must not hold on to those that it has thrown away.
    private final WeakInvalidationListener weakly = new WeakInvalidationListener(refresh);
    private @Nullable Shown painted;

    /// @param hovered hears of the take under the pointer, and of null when it leaves
    CompareCell(CompareViewModel model, Painter painter, Consumer<@Nullable TakeItem> hovered) {
        this.model = model;
        picture = new Thumbnail(painter);
        spectrogram = new Thumbnail(painter);
        number.getStyleClass().add("take-number");
        number.setMinWidth(USE_PREF_SIZE);
        detail.getStyleClass().add("take-detail");
        bar.getStyleClass().addAll("run-progress", "take-progress");
        bar.setMaxWidth(Double.MAX_VALUE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox foot = new HBox(number, marks, space, detail);
        foot.getStyleClass().add("take-foot");
        foot.setAlignment(Pos.CENTER_LEFT);
        VBox.setVgrow(picture, Priority.ALWAYS);
        VBox.setVgrow(spectrogram, Priority.ALWAYS);
        card = new VBox(picture, spectrogram, bar, foot);
        card.getStyleClass().add("compare-card");
        getStyleClass().add("compare-cell");
        setOnMouseEntered(_ -> hovered.accept(getItem()));
        setOnMouseExited(_ -> hovered.accept(null));
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
        model.cursorProperty().addListener(weakly);
        model.chosen().addListener(weakly);
    }

    private void click(MouseEvent mouse) {
        TakeItem item = getItem();
        if (item != null) {
            model.cursorProperty().set(item);
            if (mouse.getClickCount() == 2) {
                model.accept();
            } else if (mouse.isShortcutDown() || mouse.isShiftDown()) {
                model.choose(item);
            }
        }
    }

    @Override
    protected void updateItem(@Nullable TakeItem item, boolean empty) {
        TakeItem before = getItem();
        if (before != null) {
            before.shownProperty().removeListener(weakly);
            before.progressProperty().removeListener(weakly);
            before.notesProperty().removeListener(weakly);
        }
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            return;
        }
        item.shownProperty().addListener(weakly);
        item.progressProperty().addListener(weakly);
        item.notesProperty().addListener(weakly);
        setGraphic(card);
        refresh();
    }

    private void refresh() {
        TakeItem item = getItem();
        if (item == null) {
            return;
        }
        boolean chosen = model.chosen().contains(item);
        pseudoClassStateChanged(CURSOR, item == model.cursorProperty().get());
        pseudoClassStateChanged(CHOSEN, chosen);
        number.setText((chosen ? "✓ " : "") + item.number());
        marks.show(item.notesProperty().get());
        detail.setText(item.isFinished() ? scores(item) + TakeCard.detail(item) : item.stageProperty().get());
        bar.setVisible(!item.isFinished());
        bar.setProgress(item.progressProperty().get());
        paint(item.shown());
        setAccessibleText("Take %d, %s, %s%s%s".formatted(item.number(), item.title(), detail.getText(), chosen ? ", chosen" : "",
                Marks.spoken(item.notesProperty().get())));
    }

    private void paint(@Nullable Shown shown) {
        if (shown == null) {
            picture.clear();
            spectrogram.clear();
        } else if (!shown.equals(painted)) {
            picture.show(() -> Pixels.of(shown.picture()).atLeast(WIDTH, HEIGHT));
            spectrogram.show(() -> Pixels.of(shown.spectrogram().picture()).atLeast(WIDTH, HEIGHT));
        }
        painted = shown;
    }

    private static String scores(TakeItem item) {
        StoredTake saved = item.saved();
        if (saved == null || saved.made().scores().isEmpty()) {
            return "";
        }
        return score(saved, Made.LOOKS, "▣") + score(saved, Made.SOUNDS, "♪");
    }

    private static String score(StoredTake saved, String name, String sign) {
        Double score = saved.made().scores().get(name);
        return score == null ? "" : String.format(Locale.ROOT, "%s %.2f  ", sign, score);
    }
}
