package chladni.app;

import chladni.app.command.CommandTable;
import chladni.app.command.CommandTable.Face;
import chladni.app.control.FrequencyScale;
import chladni.app.control.SpectrogramView;
import chladni.app.document.Painting;
import chladni.app.document.Shown;
import chladni.app.document.Span;
import chladni.app.feature.canvas.Tool;
import chladni.app.feature.listen.Heard;
import chladni.app.mask.Area;
import chladni.engine.recipe.Repair;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;

/// The rows of the command table that concern the canvas and what is painted over it (STUDIO section 4).
final class CanvasRows {
    private static final double ZOOM = 1.5;
    private static final double STEP_DECIBELS = 6;
    private static final int FIRST_AXIS_KEY = 7;
    private static final double[] PER_CENT = {100, 200, 400, 800};

    private final Wiring wiring;
    private final CommandTable table;

    CanvasRows(Wiring wiring, CommandTable table) {
        this.wiring = wiring;
        this.table = table;
    }

    void add() {
        region();
        listening();
        tools();
        mask();
        view();
    }

    private void region() {
        Painting painting = wiring.document.painting();
        table.add("run.region", new Face("Make the masked region anew", "mdrmz-star", "Shift+Enter"),
                painting.maskedProperty().and(wiring.voices.readyProperty()).and(wiring.document.acceptedProperty().isNotNull()),
                () -> wiring.regions.region(recipe -> {
                    wiring.tools.veiledProperty().set(false); // what is made there is to be seen; the next stroke brings the veil back
                    wiring.run.start(recipe);
                }));
        ObservableValue<Boolean> base = wiring.document.acceptedProperty().isNotNull();
        table.add("take.extend", new Face("Extend", "mdral-keyboard_tab", "Shift+Alt+Right"), base, () -> wiring.regions.extend(wiring.run::start));
        table.add("take.loop", new Face("Make a loop", "mdral-all_inclusive", "Shift+Alt+L"), base, () -> wiring.regions.loop(wiring.run::start));
        repair("louder", "6 dB louder", "Alt+1", new Repair.Act.Gain(STEP_DECIBELS));
        repair("quieter", "6 dB quieter", "Alt+2", new Repair.Act.Gain(-STEP_DECIBELS));
        repair("much-quieter", "20 dB quieter", "Alt+3", new Repair.Act.Gain(-20));
        repair("silence", "Silence", "Alt+4", new Repair.Act.Silence());
        repair("blur", "Blur", "Alt+5", new Repair.Act.Blur(Repair.Act.Blur.RADIUS));
    }

    private void repair(String id, String text, String keys, Repair.Act act) {
        table.add("repair." + id, new Face("Repair: " + text, "mdral-healing", keys),
                wiring.document.painting().maskedProperty().and(wiring.document.acceptedProperty().isNotNull()), () -> wiring.regions.repair(act));
    }

    private void listening() {
        Painting painting = wiring.document.painting();
        table.add("play.solo", new Face("Hear only what is masked", "mdral-headset", "S"), painting.maskedProperty(),
                () -> wiring.listen.hear(Heard.INSIDE));
        table.add("play.mute", new Face("Hear all but what is masked", "mdrmz-volume_off", "Shift+M"), painting.maskedProperty(),
                () -> wiring.listen.hear(Heard.OUTSIDE));
        table.add("play.loop-selection", new Face("Loop what is selected in time", "mdrmz-repeat_one", "Shift+L"),
                wiring.document.selectionProperty().isNotNull(), wiring.listen::loopSelection);
        table.add("select.mask", new Face("Select the time that is masked", "", "Shift+T"), painting.maskedProperty(), this::selectMask);
        table.add("select.none", new Face("Select all time", "", "Shift+D"), wiring.document.selectionProperty().isNotNull(),
                () -> wiring.document.selectionProperty().set(null));
    }

    private void selectMask() {
        Shown shown = wiring.document.visible();
        if (shown != null) {
            Area area = wiring.document.painting().mask().painted();
            double perColumn = shown.format().secondsPerColumn();
            wiring.document.selectionProperty().set(new Span(area.left() * perColumn, area.right() * perColumn));
        }
    }

    private void tools() {
        tool(Tool.MOVE, "V");
        tool(Tool.HAND, "H");
        tool(Tool.BRUSH, "B");
        tool(Tool.ERASER, "E");
        tool(Tool.RECTANGLE, "Q");
        tool(Tool.LASSO, "W");
        tool(Tool.POLYGON, "D");
        tool(Tool.HARMONIC, "O"); // overtones
        tool(Tool.BALANCE, "Shift+B");
        table.add("tool.shapes", new Face("Next shape: rectangle, lasso, polygon, harmonic", "", "U"), wiring.tools::nextShape);
        table.add("tool.swap", new Face("Swap adding and taking away", "mdrmz-swap_horiz", "X"), wiring.tools::swap);
        table.add("tool.smaller", new Face("Smaller brush", "", "Open Bracket"), wiring.tools::smaller);
        table.add("tool.larger", new Face("Larger brush", "", "Close Bracket"), wiring.tools::larger);
    }

    private void tool(Tool tool, String keys) {
        table.add("tool." + tool.name().toLowerCase(Locale.ROOT), new Face(tool.label(), tool.icon(), keys), () -> wiring.tools.choose(tool));
    }

    private void mask() {
        Painting painting = wiring.document.painting();
        ObservableValue<Boolean> something = wiring.document.visibleProperty().isNotNull();
        table.add("mask.all", new Face("Mask all", "mdrmz-select_all", "Shortcut+A"), something, painting::maskAll);
        table.add("mask.none", new Face("Mask none", "mdral-layers_clear", "Shortcut+Shift+A"), painting.maskedProperty(), painting::maskNone);
        table.add("mask.invert", new Face("Invert mask", "mdral-flip_to_back", "Shortcut+I"), something, painting::invertMask);
        table.add("mask.eye", new Face("Show mask and balance", "mdrmz-visibility", "M"), () -> flip(wiring.tools.veiledProperty()));
        table.add("mask.effective", new Face("Show the latent cells that will really be made anew", "mdral-grid_on", "Shift+G"),
                () -> flip(wiring.tools.effectiveProperty()));
        table.add("mask.snap", new Face("Snap the mask to latent cells", "", "Shift+N"), () -> flip(painting.snapProperty()));
        table.add("balance.clear", new Face("Clear the painted balance", "", "Alt+B"), painting.balancedProperty(), painting::clearBalance);
    }

    private void view() {
        table.add("view.fit", new Face("Show all of it", "mdral-fullscreen_exit", "Shortcut+0"), () -> canvas().fit());
        for (int i = 0; i < PER_CENT.length; i++) {
            double perCent = PER_CENT[i];
            table.add("view.zoom-" + (int) perCent, new Face("Zoom to %d %%".formatted((int) perCent), "", "Shortcut+" + (i + 1)),
                    () -> canvas().zoomTo(perCent));
        }
        table.add("view.in", new Face("Zoom in", "mdrmz-zoom_in", "Shortcut+Plus, Shortcut+Equals, Shortcut+Add"), () -> canvas().zoom(ZOOM));
        table.add("view.out", new Face("Zoom out", "mdrmz-zoom_out", "Shortcut+Minus, Shortcut+Subtract"), () -> canvas().zoom(1 / ZOOM));
        for (FrequencyScale scale : FrequencyScale.values()) {
            table.add("view.axis-" + scale.name().toLowerCase(Locale.ROOT),
                    new Face("Frequency axis: " + scale.label().toLowerCase(Locale.ROOT), "", "Alt+" + (FIRST_AXIS_KEY + scale.ordinal())),
                    () -> wiring.canvas.axisProperty().set(scale));
        }
        table.add("view.notes", new Face("Names of notes beside the canvas", "", "Shift+Y"), () -> flip(wiring.canvas.notesProperty()));
        table.add("view.piano", new Face("Piano keys beside the canvas", "", "K"), () -> flip(wiring.canvas.pianoProperty()));
    }

    private SpectrogramView canvas() {
        return wiring.canvasView.spectrogram();
    }

    private static void flip(BooleanProperty property) {
        property.set(!property.get());
    }
}
