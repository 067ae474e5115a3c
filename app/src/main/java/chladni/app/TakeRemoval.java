package chladni.app;

import chladni.app.document.Document;
import chladni.app.document.Edit;
import chladni.app.document.Shown;
import chladni.app.document.StoredTake;
import chladni.app.document.TakeItem;
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
    /// Knows where it lies, for those who still show it.
    private @Nullable StoredTake take;
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
            Path trash = files.library().trash(home);
            place = trash;
            Platform.runLater(() -> {
                removed = itemOf(home);
                take = removed == null ? acceptedAt(home) : removed.saved();
                follow(trash);
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
                follow(home); // something else may have taken its old place meanwhile
                if (back != null) {
                    back.run();
                }
                files.done().run();
            });
        }));
    }

    private void follow(Path to) {
        StoredTake moved = take;
        if (moved != null) {
            moved.movedTo(to);
        }
    }

    private @Nullable TakeItem itemOf(Path folder) {
        return document.takes().stream().filter(item -> isAt(item.saved(), folder)).findFirst().orElse(null);
    }

    private @Nullable StoredTake acceptedAt(Path folder) {
        Shown accepted = document.acceptedProperty().get();
        StoredTake saved = accepted == null ? null : accepted.saved();
        return isAt(saved, folder) ? saved : null;
    }

    private static boolean isAt(@Nullable StoredTake saved, Path folder) {
        return saved != null && saved.folder().toAbsolutePath().normalize().equals(folder.toAbsolutePath().normalize());
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
