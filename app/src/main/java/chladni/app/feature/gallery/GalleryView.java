package chladni.app.feature.gallery;

import chladni.engine.take.TakeEntry;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.controlsfx.control.GridView;
import org.jspecify.annotations.Nullable;

/// Search above, takes in a grid, the one that is looked at at the right. Hovering looks, and hears after a moment.
public final class GalleryView extends BorderPane {
    private static final double CELL_WIDTH = 214;
    private static final double CELL_HEIGHT = 118;
    private static final double GAP = 10;
    private static final Duration BEFORE_HEARING = Duration.millis(300);

    private final GalleryViewModel model;
    private final Ear ear;
    private final GridView<TakeEntry> grid = new GridView<>();
    private final GallerySide side;
    private final PauseTransition pause = new PauseTransition(BEFORE_HEARING);
    private @Nullable TakeEntry hovered;

    /// Plays a take softly while the pointer rests on it.
    public interface Ear {
        void hear(TakeEntry entry);

        void rest();
    }

    public GalleryView(GalleryViewModel model, Ear ear) {
        this.model = model;
        this.ear = ear;
        getStyleClass().add("gallery");
        GalleryFilters filters = new GalleryFilters(model);
        Label note = new Label();
        note.getStyleClass().add("gallery-note");
        note.textProperty().bind(model.noteProperty());
        Thumbnails thumbnails = new Thumbnails();
        grid.setItems(model.found());
        grid.setCellWidth(CELL_WIDTH);
        grid.setCellHeight(CELL_HEIGHT);
        grid.setHorizontalCellSpacing(GAP / 2);
        grid.setVerticalCellSpacing(GAP / 2);
        grid.setCellFactory(_ -> new GalleryCell(model, thumbnails, this::hover));
        grid.setMinSize(0, 0);
        grid.setPrefSize(CELL_WIDTH, CELL_HEIGHT); // or all takes are laid out to ask how much room they would like
        grid.setFocusTraversable(true);
        grid.setAccessibleText("Takes; arrow keys choose, Enter puts one on the canvas, Delete throws it away");
        grid.getStyleClass().add("gallery-grid");
        side = new GallerySide(model);
        setTop(new VBox(filters, note));
        setCenter(new StackPane(grid, placeholder()));
        setRight(side);
        pause.setOnFinished(_ -> {
            if (hovered != null) {
                ear.hear(hovered);
            }
        });
        model.chosenProperty().addListener((_, _, now) -> {
            if (hovered == null) {
                side.show(now);
            }
            reveal(now);
        });
        filters.words().addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.DOWN || key.getCode() == KeyCode.ENTER) {
                grid.requestFocus();
                key.consume();
            }
        });
        sceneProperty().addListener(_ -> {
            hover(null);
            thumbnails.rest();
        });
    }

    @Override
    public void requestFocus() {
        grid.requestFocus();
    }

    private void hover(@Nullable TakeEntry entry) {
        hovered = entry;
        side.show(entry == null ? model.chosen() : entry);
        ear.rest();
        if (entry == null) {
            pause.stop();
        } else {
            pause.playFromStart();
        }
    }

    /// A key without Ctrl or Alt, while no text field has the focus.
    ///
    /// @return whether it means something here
    public boolean press(KeyEvent key) {
        boolean inList = key.getTarget() instanceof ChoiceBox<?> && key.getCode().isNavigationKey();
        return !inList && (key.isShiftDown() ? shifted(key.getCode()) : plain(key.getCode()));
    }

    private boolean shifted(KeyCode code) {
        if (code == KeyCode.S) {
            model.recall(GalleryViewModel.Part.SEED);
            return true;
        }
        return false;
    }

    private boolean plain(KeyCode code) {
        switch (code) {
            case LEFT -> model.move(-1);
            case RIGHT -> model.move(1);
            case UP -> model.move(-columns());
            case DOWN -> model.move(columns());
            case ENTER -> acceptOrRestore();
            case DELETE -> model.delete();
            case A -> model.recall(GalleryViewModel.Part.ALL);
            case R -> model.recall(GalleryViewModel.Part.REMIX);
            case P -> model.recall(GalleryViewModel.Part.PROMPTS);
            case PERIOD -> model.toggleStar();
            case DIGIT0, DIGIT1, DIGIT2, DIGIT3, DIGIT4, DIGIT5 -> model.rate(code.ordinal() - KeyCode.DIGIT0.ordinal());
            default -> {
                return false;
            }
        }
        return true;
    }

    private void acceptOrRestore() {
        if (model.trashedProperty().get()) {
            model.restore();
        } else {
            model.accept();
        }
    }

    private int columns() {
        return Math.max(1, (int) (grid.getWidth() / (CELL_WIDTH + GAP)));
    }

    private void reveal(@Nullable TakeEntry entry) {
        if (entry != null && grid.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
            int row = model.found().indexOf(entry) / columns();
            var first = flow.getFirstVisibleCell();
            var last = flow.getLastVisibleCell();
            if (first != null && last != null && (row <= first.getIndex() || row >= last.getIndex())) {
                flow.scrollTo(row);
            }
        }
    }

    /// What stands there instead of takes.
    private Node placeholder() {
        Label words = new Label();
        words.getStyleClass().add("empty-text");
        words.setWrapText(true);
        words.textProperty().bind(Bindings.createStringBinding(this::placeholderText, model.stateProperty(), model.trashedProperty(),
                model.noteProperty()));
        ProgressIndicator busy = new ProgressIndicator();
        busy.setMaxSize(28, 28);
        busy.visibleProperty().bind(model.stateProperty().isEqualTo(GalleryViewModel.State.BUSY));
        busy.managedProperty().bind(busy.visibleProperty());
        VBox box = new VBox(busy, words);
        box.getStyleClass().add("gallery-placeholder");
        box.setMouseTransparent(true);
        box.visibleProperty().bind(model.stateProperty().isNotEqualTo(GalleryViewModel.State.FOUND));
        return box;
    }

    private String placeholderText() {
        return switch (model.stateProperty().get()) {
            case BUSY -> "Reading the takes in…";
            case EMPTY -> model.trashedProperty().get() ? "The trash is empty. What you delete lies here for 30 days."
                    : "Every take that you make will be here.";
            case NONE -> "No take fits. Take a word or a filter away.";
            case FAILED -> model.noteProperty().get();
            case FOUND -> "";
        };
    }
}
