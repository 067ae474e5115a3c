package chladni.app;

import chladni.app.command.KeyListView;
import chladni.app.control.Sheet;
import chladni.app.failure.ProblemBar;
import chladni.app.feature.colour.ColourView;
import chladni.app.feature.export.ExportView;
import chladni.app.feature.imprint.ImprintView;
import chladni.app.feature.packs.PacksView;
import chladni.app.feature.preferences.PreferencesView;
import chladni.app.feature.run.QueueView;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// The panels that lie over the window, one at a time.
final class Sheets {
    private final Wiring wiring;
    private final Sheet packs;
    private final Sheet queue;
    private final Sheet keys;
    private final Sheet export;
    private final Sheet colour;
    private final Sheet imprint;
    private final Sheet settings;
    private final KeyListView keyList;
    private final List<Sheet> sheets;

    Sheets(Wiring wiring) {
        this.wiring = wiring;
        packs = new Sheet("Packs", "packs-sheet", new PacksView(wiring.packs,
                () -> wiring.dialogs.folder("Add a pack: a folder with model_index.json"), wiring.dialogs::open));
        queue = new Sheet("Queue", "queue-sheet", new QueueView(wiring.run, wiring.cutShort));
        keyList = new KeyListView(wiring.commands, wiring.settings::changed);
        keys = new Sheet("Keys", "keys-sheet", keyList);
        export = new Sheet("Export", "export-sheet", new ExportView(wiring.export));
        settings = new Sheet("Settings", "settings-sheet", new PreferencesView(wiring.preferences()));
        colour = new Sheet("Colour", "colour-sheet", new ColourView(wiring.colour, wiring.painter,
                new ColourView.Work(wiring.run.statusProperty(), wiring.run.progressProperty(), wiring.run::cancel), this::kept));
        imprint = new Sheet("Press a picture in", "imprint-sheet", new ImprintView(wiring.imprint, wiring.painter, new ImprintEar(wiring),
                this::closeTop));
        imprint.openProperty().addListener((_, _, _) -> wiring.keeping.audition().rest());
        sheets = List.of(packs, queue, keys, export, settings, colour, imprint, wiring.keeping.sheet(),
                wiring.growing.sheet(), wiring.presets.sheet());
    }

    /// What lies over the window.
    Node over() {
        StackPane place = new StackPane();
        place.setPickOnBounds(false);
        sheets.forEach(sheet -> sheet.liesIn(place));
        StackPane over = new StackPane(place, problems(), wiring.palette);
        over.setPickOnBounds(false);
        return over;
    }

    /// What goes wrong while a sheet is open is said over it, not in the window beneath.
    private Node problems() {
        StackPane place = new StackPane(new ProblemBar(wiring.failures));
        place.getStyleClass().add("sheet-problems");
        place.setMaxHeight(Region.USE_PREF_SIZE);
        place.setPickOnBounds(false);
        StackPane.setAlignment(place, Pos.BOTTOM_CENTER);
        place.visibleProperty().bind(Bindings.createBooleanBinding(() -> sheets.stream().anyMatch(Sheet::isOpen),
                sheets.stream().map(Sheet::openProperty).toArray(Observable[]::new)));
        return place;
    }

    void openPacks() {
        wiring.packs.refresh();
        open(packs);
    }

    void openQueue() {
        open(queue);
    }

    void openExport() {
        open(export);
    }

    /// Shows what a picture will do to the take on the canvas, where there is one.
    void openImprint(Path picture) {
        if (wiring.imprint.take(picture)) {
            open(imprint);
        }
    }

    void openGallery() {
        open(wiring.keeping.sheet());
        wiring.keeping.opened();
    }

    void openColour() {
        wiring.colour.look();
        open(colour);
    }

    /// A coloured try is on the canvas: it is seen by the picture eye.
    private void kept() {
        closeTop();
        wiring.canvas.pictureEyeProperty().set(true);
    }

    void openCompare() {
        open(wiring.growing.sheet());
        wiring.growing.opened();
    }

    void openPresets() {
        open(wiring.presets.sheet());
    }

    void openSettings() {
        open(settings);
    }

    void openKeys() {
        open(keys);
        keyList.reset();
    }

    private void open(Sheet sheet) {
        closeTop();
        sheet.open();
    }

    /// Whether something lies over the window, so that its keys are not meant.
    boolean isOpen() {
        return wiring.palette.isVisible() || sheets.stream().anyMatch(Sheet::isOpen);
    }

    /// @return whether there was anything to close
    boolean closeTop() {
        boolean open = isOpen();
        wiring.palette.close();
        sheets.stream().filter(Sheet::isOpen).forEach(Sheet::close);
        return open;
    }
}
