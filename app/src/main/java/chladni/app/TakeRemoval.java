package chladni.app;

import chladni.app.document.Document;
import chladni.app.document.Edit;
import chladni.app.document.TakeItem;
import chladni.engine.take.SavedTake;
import chladni.engine.take.TakeLibrary;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/// A take is thrown away: out of the strip at once, into the trash as soon as the files' thread comes to it. Undone, it is back in both.
final class TakeRemoval implements Edit {
    private final String title;
    private final Document document;
    private final Files files;
    /// Where it lies now; only the files' thread looks here.
    private Path place;
    private @Nullable TakeItem removed;
    private @Nullable Runnable back;

    /// Where the files are moved, and what follows.
    ///
    /// @param background one thread, so that undoing waits for the doing
    /// @param done on the FX thread
    /// @param failed from any thread
    record Files(TakeLibrary library, Executor background, Runnable done, Consumer<Throwable> failed) {}

    TakeRemoval(Path folder, String title, Document document, Files files) {
        this.place = folder;
        this.title = title;
        this.document = document;
        this.files = files;
    }

    @Override
    public String name() {
        return "Deleted “" + title + "”";
    }

    @Override
    public void redo() {
        files.background().execute(() -> moved(() -> {
            Path home = place;
            place = files.library().trash(home);
            Platform.runLater(() -> {
                removed = itemOf(home);
                back = removed == null ? null : document.remove(removed);
                files.done().run();
            });
        }));
    }

    @Override
    public void undo() {
        files.background().execute(() -> moved(() -> {
            place = files.library().restore(place);
            Path home = place;
            Platform.runLater(() -> {
                TakeItem item = removed;
                SavedTake saved = item == null ? null : item.saved();
                if (item != null && saved != null && back != null) {
                    item.finish(new SavedTake(home, saved.take())); // something else may have taken its old place meanwhile
                    back.run();
                }
                files.done().run();
            });
        }));
    }

    private @Nullable TakeItem itemOf(Path folder) {
        return document.takes().stream().filter(item -> {
            SavedTake saved = item.saved();
            return saved != null && saved.folder().toAbsolutePath().normalize().equals(folder.toAbsolutePath().normalize());
        }).findFirst().orElse(null);
    }

    @SuppressWarnings("CatchingUnchecked") // files that do not move are told of; the take stays where it is
    private void moved(Runnable move) {
        try {
            move.run();
        } catch (RuntimeException refused) {
            files.failed().accept(refused);
        }
    }
}
