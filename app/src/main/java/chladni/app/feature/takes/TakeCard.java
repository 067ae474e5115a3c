package chladni.app.feature.takes;

import chladni.app.control.Painter;
import chladni.app.control.Pixels;
import chladni.app.control.Thumbnail;
import chladni.app.document.Shown;
import chladni.app.document.StoredTake;
import chladni.app.document.TakeItem;
import chladni.app.theme.Icons;
import chladni.engine.recipe.Compose;
import chladni.engine.recipe.Recipe;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Thumbnail, number and seed; while it forms, its step and a bar.
final class TakeCard extends VBox {
    private static final int SEED_DIGITS = 1000;
    /// Sharp on a screen of one and a half times the usual pixels.
    private static final int WIDTH = 237;
    private static final int HEIGHT = 108;

    private final Thumbnail thumbnail;
    private final Label number = new Label();
    private final Node kept = Icons.of("mdral-check");
    private final Marks marks = new Marks();
    private final Label detail = new Label();
    private final ProgressBar bar = new ProgressBar();
    private @Nullable Shown painted;

    TakeCard(Painter painter) {
        thumbnail = new Thumbnail(painter);
        getStyleClass().add("take-card");
        number.setMinWidth(Region.USE_PREF_SIZE);
        detail.setMinWidth(0);
        number.getStyleClass().add("take-number");
        detail.getStyleClass().add("take-detail");
        bar.getStyleClass().addAll("run-progress", "take-progress");
        bar.setMaxWidth(Double.MAX_VALUE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox foot = new HBox(number, marks, space, detail);
        foot.getStyleClass().add("take-foot");
        foot.setAlignment(Pos.CENTER_LEFT);
        setVgrow(thumbnail, Priority.ALWAYS);
        getChildren().addAll(thumbnail, bar, foot);
    }

    /// @param other the take that C swaps to
    void show(TakeItem item, boolean accepted, boolean other) {
        marks.show(item.notesProperty().get());
        number.setText(item.number() + (other ? "  ⇄ C" : ""));
        number.setGraphic(accepted ? kept : null);
        boolean finished = item.isFinished();
        detail.setText(finished ? detail(item) : item.stageProperty().get());
        bar.setVisible(!finished);
        bar.setProgress(item.progressProperty().get());
        paint(item.shown());
    }

    private void paint(@Nullable Shown shown) {
        if (shown == null) {
            thumbnail.clear();
        } else if (!shown.equals(painted)) {
            StoredTake saved = shown.saved();
            thumbnail.show(() -> Pixels.of(saved == null ? shown.spectrogram().picture() : saved.spectrogramPicture()).atLeast(WIDTH, HEIGHT));
        }
        painted = shown;
    }

    /// How a finished take differs from its neighbours.
    static String detail(TakeItem item) {
        StoredTake saved = item.saved();
        Recipe recipe = saved == null ? null : saved.recipe();
        if (saved != null && item.isDraft() && recipe instanceof Compose compose) {
            return "draft %d / %d".formatted(saved.made().steps(), compose.sampling().steps());
        }
        if (recipe instanceof Compose compose && !compose.variations().isEmpty()) {
            return "varied %.0f %%".formatted(100 * compose.variations().getLast().strength());
        }
        return "seed …%03d".formatted(Math.floorMod(item.seed(), SEED_DIGITS));
    }
}
