package chladni.app;

import chladni.app.command.CommandTable;
import chladni.app.command.CommandTable.Face;
import chladni.app.control.Sheet;
import chladni.app.document.Document;
import chladni.app.document.StoredTake;
import chladni.app.document.TakeItem;
import chladni.app.feature.gallery.GalleryView;
import chladni.app.feature.gallery.GalleryViewModel;
import chladni.app.feature.listen.Audition;
import chladni.app.feature.takes.Hover;
import chladni.engine.codec.WavFile;
import chladni.engine.recipe.Recipe;
import chladni.engine.take.SavedTake;
import chladni.engine.take.TakeEntry;
import chladni.engine.take.TakeLibrary;
import chladni.engine.take.TakeNotes;
import java.nio.file.Path;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// Everything that keeps takes: the gallery over the window, stars, ratings, and throwing away so that it can be undone.
final class Keeping implements AutoCloseable {
    private final Wiring wiring;
    private final Document document;
    private final TakeLibrary library;
    private final Audition audition;
    final GalleryViewModel gallery;
    private final GalleryView view;
    private final Sheet sheet;

    Keeping(Wiring wiring) {
        this.wiring = wiring;
        document = wiring.document;
        library = wiring.setup.bench().library();
        audition = new Audition(wiring.listen.levelProperty()::get, wiring.failures::report);
        gallery = new GalleryViewModel(library, wiring.background, new GalleryActions());
        view = new GalleryView(gallery, new SoftEar());
        sheet = new Sheet("Gallery", "gallery-sheet", view);
        sheet.openProperty().addListener((_, _, _) -> audition.rest());
        document.takes().addListener((ListChangeListener<TakeItem>) change -> {
            while (change.next()) {
                change.getAddedSubList().forEach(this::readNotes);
            }
        });
    }

    /// Lies over the window while the gallery is open.
    Sheet sheet() {
        return sheet;
    }

    /// Plays softly what is not on the canvas.
    Audition audition() {
        return audition;
    }

    void addTo(CommandTable table) {
        ObservableValue<Boolean> kept = wiring.export.possibleProperty();
        table.add("take.gallery", new Face("Gallery of all takes", "mdrmz-photo_library", "Shortcut+G"), () -> wiring.sheets.openGallery());
        table.add("take.swap", new Face("Swap with the take looked at before (hold: only while held)", "mdrmz-swap_horiz", "C"),
                wiring.takes.otherProperty().isNotNull(), wiring.takes::swap);
        table.add("take.delete", new Face("Delete this take", "mdral-delete_outline", "Delete"), kept, this::deleteVisible);
        table.add("take.star", new Face("Star this take", "mdrmz-star", "Period"), kept, () ->
                note(item -> item.notesProperty().get().withStar(!item.notesProperty().get().starred())));
        for (int stars = 0; stars <= TakeNotes.BEST; stars++) {
            int rating = stars;
            table.add("take.rate-" + stars, new Face(stars == 0 ? "No rating" : "Rate " + "★".repeat(stars), "", Integer.toString(stars)), kept, () ->
                    note(item -> item.notesProperty().get().withRating(rating)));
        }
    }

    /// What lay in the trash for 30 days goes, what other programs made comes in.
    void begin() {
        wiring.background.execute(() -> {
            library.refresh();
            library.purge();
        });
    }

    /// The gallery has come up.
    void opened() {
        gallery.open();
        view.requestFocus();
    }

    boolean isOpen() {
        return sheet.isOpen();
    }

    /// While the gallery is open, plain keys are its own.
    void listenOn(Window window) {
        window.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            boolean typing = key.getTarget() instanceof TextInputControl;
            boolean meant = !wiring.palette.isVisible() && !typing && !key.isAltDown();
            boolean undone = key.isShortcutDown() && (isOpen() || wiring.growing.sheet().isOpen());
            if (meant && (undone ? undo(key) : isOpen() && !key.isShortcutDown() && view.press(key))) {
                key.consume();
            }
        });
    }

    /// Deleting can be undone without leaving the gallery or the takes side by side.
    private boolean undo(KeyEvent key) {
        boolean meant = key.getCode() == KeyCode.Z;
        if (meant) {
            wiring.commands.get(key.isShiftDown() ? "edit.redo" : "edit.undo").run();
        }
        return meant;
    }

    private void deleteVisible() {
        TakeItem item = item();
        if (item != null) {
            delete(item);
        }
    }

    void delete(TakeItem item) {
        StoredTake saved = item.saved();
        if (saved != null) {
            delete(saved.folder(), item.title());
        }
    }

    private void delete(Path folder, String title) {
        document.history().perform(new TakeRemoval(folder, title, document,
                new TakeRemoval.Files(library, wiring.background, gallery::search, wiring.failures::report)));
    }

    /// The take that is looked at, or else the one on the canvas.
    private @Nullable TakeItem item() {
        return document.seen() == null ? document.itemOf(document.visible()) : document.seen();
    }

    private interface Change {
        TakeNotes of(TakeItem item);
    }

    private void note(Change change) {
        TakeItem item = item();
        if (item != null) {
            note(item, change.of(item));
        }
    }

    void note(TakeItem item, TakeNotes notes) {
        StoredTake saved = item.saved();
        if (saved != null) {
            item.notesProperty().set(notes);
            wiring.background.execute(() -> library.note(saved.folder(), notes));
        }
    }

    private void readNotes(TakeItem item) {
        StoredTake saved = item.saved();
        if (saved != null) {
            wiring.background.execute(() -> {
                TakeNotes notes = TakeNotes.read(saved.folder());
                Platform.runLater(() -> {
                    if (TakeNotes.NONE.equals(item.notesProperty().get())) { // else it was starred or rated meanwhile
                        item.notesProperty().set(notes);
                    }
                });
            });
        }
    }

    @Override
    public void close() {
        audition.close();
    }

    /// Plays a take of the strip softly. While the transport plays, that goes on with the take under the pointer instead.
    Hover.Ear softly() {
        return new Hover.Ear() {
            @Override
            public void hear(TakeItem item) {
                StoredTake saved = item.saved();
                if (saved != null && !wiring.listen.playingProperty().get()) {
                    audition.hear(saved::sound);
                }
            }

            @Override
            public void rest() {
                audition.rest();
            }
        };
    }

    private final class SoftEar implements GalleryView.Ear {
        @Override
        public void hear(TakeEntry entry) {
            if (!wiring.listen.playingProperty().get()) {
                audition.hear(() -> WavFile.read(entry.sound()).sound());
            }
        }

        @Override
        public void rest() {
            audition.rest();
        }
    }

    private final class GalleryActions implements GalleryViewModel.Actions {
        @Override
        public void bring(SavedTake take) {
            document.bring(take);
            sheet.close();
        }

        @Override
        public void recall(GalleryViewModel.Part part, Recipe recipe) {
            new Recalling(wiring).recall(part, recipe);
            sheet.close();
        }

        @Override
        public void delete(TakeEntry entry) {
            Keeping.this.delete(entry.folder(), entry.title());
        }

        @Override
        public void restore(TakeEntry entry) {
            wiring.background.execute(() -> {
                library.restore(entry.folder());
                Platform.runLater(gallery::search);
            });
        }

        @Override
        public void failed(Throwable failure) {
            wiring.failures.report(failure);
        }
    }
}
