package chladni.app;

import chladni.app.document.Shown;
import chladni.app.document.StoredTake;
import chladni.app.document.TakeItem;
import chladni.app.feature.export.ExportKind;
import chladni.engine.codec.SafeWrite;
import chladni.engine.failure.ChladniFailure;
import chladni.engine.failure.StorageFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Cell;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import org.jspecify.annotations.Nullable;

/// Dragging a take out of the window: a WAV, or with Alt its playable picture, under a name that tells what it is. The take's
/// own files stay where they are; what is dragged is a copy in the system's temporary folder.
final class DragOut {
    private final Consumer<Throwable> onFailure;
    private @Nullable Path folder;

    DragOut(Consumer<Throwable> onFailure) {
        this.onFailure = onFailure;
    }

    /// Makes every place in `area` that shows a take a handle for it.
    void listenOn(Node area) {
        area.addEventHandler(MouseEvent.DRAG_DETECTED, mouse -> takeAt(mouse.getTarget()).ifPresent(take -> begin(area, take, mouse)));
    }

    /// Makes a node a handle for whatever is shown.
    void handle(Node handle, Supplier<@Nullable Shown> shown) {
        handle.setOnDragDetected(mouse -> {
            Shown now = shown.get();
            StoredTake take = now == null ? null : now.saved();
            if (take != null) {
                begin(handle, take, mouse);
            }
        });
    }

    private void begin(Node source, StoredTake take, MouseEvent mouse) {
        try {
            ClipboardContent content = content(take, mouse.isAltDown());
            Dragboard board = source.startDragAndDrop(TransferMode.COPY);
            board.setContent(content);
            mouse.consume();
        } catch (ChladniFailure failed) {
            onFailure.accept(failed);
        }
    }

    /// What is dragged.
    ///
    /// @param picture the playable picture instead of the sound
    ClipboardContent content(StoredTake take, boolean picture) {
        ExportKind kind = picture ? ExportKind.PNG_8 : ExportKind.WAV_16;
        Path source = picture ? take.spectrogramFile() : take.soundFile();
        Path copy = folder().resolve(kind.suggestedName(Shown.titleOf(take.recipe()), take.recipe().seed()));
        SafeWrite.stream(copy, out -> Files.copy(source, out));
        ClipboardContent content = new ClipboardContent();
        content.putFiles(List.of(copy.toFile()));
        return content;
    }

    private Path folder() {
        Path known = folder;
        if (known == null) {
            try {
                known = Files.createTempDirectory("chladni-drag-");
            } catch (IOException refused) {
                throw new StorageFailed("Nothing can be dragged out: " + SafeWrite.reason(refused) + ".", refused);
            }
            known.toFile().deleteOnExit();
            folder = known;
        }
        return known;
    }

    /// The finished take that is shown where the mouse is: by the list, grid or card around it.
    private static Optional<StoredTake> takeAt(Object target) {
        for (Node node = target instanceof Node start ? start : null; node != null; node = node.getParent()) {
            if (node instanceof Cell<?> cell && cell.getItem() instanceof TakeItem item) {
                return Optional.ofNullable(item.saved());
            }
        }
        return Optional.empty();
    }
}
