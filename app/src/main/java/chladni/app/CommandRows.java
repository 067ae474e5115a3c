package chladni.app;

import chladni.app.command.CommandTable;
import chladni.app.command.CommandTable.Face;
import chladni.app.document.Flow;
import chladni.app.document.History;
import chladni.app.document.Present;
import chladni.app.document.Shown;
import chladni.app.document.StoredTake;
import chladni.app.feature.export.ExportKind;
import chladni.app.feature.gallery.GalleryViewModel.Part;
import chladni.app.feature.voices.Start;
import chladni.engine.recipe.Recipe;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;

/// The rows of the command table (STUDIO section 4, as far as there is something behind them).
final class CommandRows {
    private static final double NUDGE = 0.1;
    private static final double FINE_NUDGE = 0.01;

    private final Wiring wiring;
    private final CommandTable table = new CommandTable();

    CommandRows(Wiring wiring) {
        this.wiring = wiring;
    }

    CommandTable table() {
        making();
        flows();
        editing();
        playing();
        takes();
        wiring.keeping.addTo(table);
        wiring.growing.addTo(table);
        files();
        new CanvasRows(wiring, table).add();
        new WindowRows(wiring).addTo(table);
        return table;
    }

    private void making() {
        ObservableValue<Boolean> ready = wiring.voices.readyProperty();
        ObservableValue<Boolean> running = wiring.run.runningProperty();
        table.add("run.generate", new Face("Generate", "", "Shortcut+Enter"), ready, () -> generate(wiring.run::start));
        table.add("run.next", new Face("Generate next, before what waits", "mdrmz-playlist_play", "Shortcut+Shift+Enter"), ready,
                () -> generate(wiring.run::startNext));
        table.add("run.stop", new Face("Stop here", "mdrmz-stop", "Shortcut+Period"),
                Bindings.createBooleanBinding(() -> wiring.run.runningProperty().get() && !wiring.run.stoppingProperty().get(),
                        wiring.run.runningProperty(), wiring.run.stoppingProperty()), wiring.run::stopHere);
        table.add("run.cancel", new Face("Cancel the run", "mdral-close", "Shift+X"), running, wiring.run::cancel);
        table.add("run.queue", new Face("Queue…", "mdrmz-queue", "Shortcut+J"), () -> wiring.sheets.openQueue());
        table.add("run.pause", new Face("Pause the queue, or go on", "mdrmz-pause", "Shortcut+Shift+J"),
                () -> wiring.run.pause(!wiring.run.pausedProperty().get()));
        table.add("run.bring-back", new Face("Bring back what was cut short", "mdrmz-restore", "Shortcut+Alt+B"),
                Bindings.isNotEmpty(wiring.cutShort.all()), wiring.cutShort::bringBack);
        table.add("run.clear", new Face("Clear the queue", "mdral-clear_all", "Shortcut+Shift+X"),
                wiring.run.queuedProperty().greaterThan(0), wiring.run::clearQueue);
    }

    /// Which way the voices come together.
    private void flows() {
        for (Flow flow : Flow.values()) {
            table.add("run.flow-" + flow.id(), new Face("Make by: " + flow.label().toLowerCase(Locale.ROOT), "",
                    "Shortcut+Shift+" + (flow.ordinal() + 1)), () -> wiring.voices.flow().flowProperty().set(flow));
        }
        table.add("run.resume", new Face("Go on with the distillation that was left", "mdrmz-update", "Shortcut+Alt+R"),
                Bindings.isNotEmpty(wiring.voices.unfinished().all()), wiring.voices.unfinished()::goOn);
        table.add("take.imprint", new Face("Press a picture into it…", "mdral-gradient", "Shift+I"), wiring.export.possibleProperty(),
                () -> wiring.dialogs.open().ifPresent(wiring.sheets::openImprint));
    }

    private void editing() {
        History history = wiring.document.history();
        table.add("edit.undo", new Face("Undo", "mdrmz-undo", "Shortcut+Z"), history.canUndoProperty(), history::undo);
        table.add("edit.redo", new Face("Redo", "mdrmz-redo", "Shortcut+Shift+Z, Shortcut+Y"), history.canRedoProperty(), history::redo);
    }

    private void playing() {
        ObservableValue<Boolean> something = wiring.document.visibleProperty().isNotNull();
        table.add("play.toggle", new Face("Play or pause", "mdrmz-play_arrow", "Space"), something, wiring.listen::toggle);
        table.add("play.start", new Face("To the start", "mdrmz-skip_previous", "Home"), something, () -> wiring.listen.seek(0));
        table.add("play.end", new Face("To the end", "mdrmz-skip_next", "End"), something,
                () -> wiring.listen.seek(wiring.listen.secondsProperty().get()));
        table.add("play.loop", new Face("Loop", "mdrmz-repeat", "L"), () ->
                wiring.listen.loopAll());
        table.add("play.back", new Face("Back 100 ms", "", "Left"), something, () -> wiring.listen.step(-NUDGE));
        table.add("play.forward", new Face("Forward 100 ms", "", "Right"), something, () -> wiring.listen.step(NUDGE));
        table.add("play.back-fine", new Face("Back 10 ms", "", "Shift+Left"), something, () -> wiring.listen.step(-FINE_NUDGE));
        table.add("play.forward-fine", new Face("Forward 10 ms", "", "Shift+Right"), something,
                () -> wiring.listen.step(FINE_NUDGE));
    }

    private void takes() {
        ObservableValue<Boolean> composed = Present.map(wiring.document.visibleProperty(),
                shown -> shown.recipe() != null && Flow.composition(shown.recipe()).isPresent(), false);
        table.add("take.accept", new Face("Keep this take on the canvas", "mdral-check", "Enter"),
                wiring.document.seenProperty().isNotNull(), () -> {
                    if (!wiring.tools.complete()) {
                        wiring.takes.accept();
                    }
                });
        table.add("take.back", new Face("Back to the take that was kept", "mdral-arrow_back", "Esc"),
                wiring.document.acceptedProperty().isNotNull(), this::back);
        table.add("take.vary", new Face("Start from it", "mdral-call_split", "Shift+V"),
                wiring.export.possibleProperty(), this::startFromIt);
        table.add("take.colour", new Face("Colour…", "mdrmz-palette", "Shift+C"), wiring.export.possibleProperty(), () -> wiring.sheets.openColour());
        table.add("take.recall", new Face("Recall all", "mdrmz-restore", "A"), composed, () -> recall(Part.ALL));
        table.add("take.remix", new Face("Remix", "mdrmz-shuffle", "R"), composed, () -> recall(Part.REMIX));
        table.add("take.prompts", new Face("Recall words", "mdrmz-notes", "P"), composed, () -> recall(Part.PROMPTS));
        table.add("take.seed", new Face("Recall its seed", "mdral-casino", "Shift+S"), composed, () -> recall(Part.SEED));
    }

    private void files() {
        ObservableValue<Boolean> saved = wiring.export.possibleProperty();
        table.add("file.open", new Face("Open a project, picture, sound or film…", "mdral-folder_open", "Shortcut+O"), () ->
                wiring.dialogs.open().ifPresent(file -> {
                    if (Projects.isProject(file)) {
                        wiring.projects.open(file);
                    } else {
                        wiring.drop.offer(file);
                    }
                }));
        wiring.projects.addTo(table);
        wiring.presets.addTo(table);
        table.add("file.packs", new Face("Packs…", "mdral-archive", "Shortcut+P"), () -> wiring.sheets.openPacks());
        table.add("file.export-as", new Face("Export as…", "mdrmz-save_alt", "Shortcut+Shift+E"), saved, () -> wiring.sheets.openExport());
        table.add("file.export-sound", new Face("Export the sound (WAV)…", "mdral-audiotrack", "Shortcut+Alt+W"), saved,
                () -> wiring.export.export(ExportKind.WAV_16));
        table.add("file.export-spectrogram", new Face("Export the playable spectrogram (PNG)…", "mdral-graphic_eq", "Shortcut+Alt+S"), saved,
                () -> wiring.export.export(ExportKind.PNG_8));
        table.add("file.export-picture", new Face("Export the picture (PNG)…", "mdral-image", "Shortcut+Alt+P"), saved,
                () -> wiring.export.export(ExportKind.PICTURE));
        table.add("file.export-again", new Face("Export again, beside the last one", "mdrmz-save_alt", "Shortcut+E"), saved,
                wiring.export::exportAgain);
    }

    private void back() {
        if (!wiring.sheets.closeTop()) {
            wiring.drop.withdraw();
            if (!wiring.tools.abandon()) {
                wiring.takes.back();
            }
        }
    }

    private void startFromIt() {
        Shown shown = wiring.document.visible();
        StoredTake saved = shown == null ? null : shown.saved();
        if (saved != null) {
            wiring.voices.startProperty().set(new Start(saved.folder(), Shown.titleOf(saved.recipe())));
        }
    }

    private void recall(Part part) {
        Shown shown = wiring.document.visible();
        Recipe recipe = shown == null ? null : shown.recipe();
        if (recipe != null) {
            new Recalling(wiring).recall(part, recipe);
        }
    }

    /// What is made in a region is to be seen, so the veil over it goes; the next stroke brings it back.
    private void generate(Consumer<Recipe> start) {
        wiring.regions.generate(recipe -> {
            if (wiring.document.painting().maskedProperty().get()) {
                wiring.tools.veiledProperty().set(false);
            }
            start.accept(recipe);
        });
    }
}
