package chladni.app;

import chladni.app.command.CommandTable;
import chladni.app.command.CommandTable.Face;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.stage.Stage;

/// The rows of the command table that concern what is seen: zoom, eyes, panels, size, look, help.
final class WindowRows {
    private static final double LARGER = 0.25;
    private static final double LARGEST = 2;

    private final Wiring wiring;

    WindowRows(Wiring wiring) {
        this.wiring = wiring;
    }

    void addTo(CommandTable table) {
        table.add("view.eye", new Face("Picture or spectrogram", "mdrmz-remove_red_eye", "Y"), () ->
                toggle(wiring.canvas.pictureEyeProperty()));
        table.add("view.panels", new Face("Hide or show the panels", "mdral-flip", "Tab, F6"), () -> toggle(wiring.shell.panelsProperty()));
        table.add("view.side", new Face("The other panel, where there is room for one", "mdrmz-view_sidebar", "F7"), () ->
                toggle(wiring.shell.inspectingProperty()));
        table.add("view.larger", new Face("Everything larger", "mdral-format_size", "Shortcut+Shift+Up"), () -> scale(LARGER));
        table.add("view.smaller", new Face("Everything smaller", "mdral-format_size", "Shortcut+Shift+Down"), () -> scale(-LARGER));
        table.add("window.light", new Face("Light or dark", "mdral-brightness_6", "F9"), () -> toggle(wiring.light));
        table.add("window.full", new Face("Whole screen", "mdral-fullscreen", "F11"), this::wholeScreen);
        table.add("window.palette", new Face("Find a command", "mdrmz-search", "Shortcut+K"), () -> wiring.palette.open());
        table.add("window.settings", new Face("Settings…", "mdrmz-settings", "Shortcut+Comma"), () -> wiring.sheets.openSettings());
        table.add("window.keys", new Face("All keys…", "mdral-keyboard", "Shift+Slash, F1"), () -> wiring.sheets.openKeys());
    }

    private static void toggle(BooleanProperty property) {
        property.set(!property.get());
    }

    private void scale(double by) {
        DoubleProperty factor = wiring.root.factorProperty();
        factor.set(Math.clamp(factor.get() + by, 1, LARGEST));
    }

    private void wholeScreen() {
        if (wiring.scene.getWindow() instanceof Stage stage) {
            stage.setFullScreen(!stage.isFullScreen());
        }
    }
}
