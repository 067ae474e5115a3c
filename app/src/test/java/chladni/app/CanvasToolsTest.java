package chladni.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chladni.app.control.Viewport;
import chladni.app.document.History.Step;
import chladni.app.document.Painting;
import chladni.app.document.Span;
import chladni.app.feature.canvas.Tool;
import chladni.app.mask.Layer;
import chladni.engine.recipe.Compose;
import chladni.engine.sound.FrequencyAxis;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Painting and looking around on the canvas, with keys and pointer.
class CanvasToolsTest {
    @TempDir Path folder;
    private ScriptedBench bench;
    private StudioWindow window;
    private CanvasHands hands;

    @BeforeEach
    void open() {
        bench = new ScriptedBench(folder).withShelf(2);
        window = StudioWindow.open(bench, folder);
        window.size(1440, 900);
        hands = new CanvasHands(window);
        Fx.run(() -> window.wiring.canvasView.spectrogram().requestFocus());
    }

    @AfterEach
    void close() {
        bench.allow(100_000);
        window.close();
    }

    @Test
    void brushAndEraserPaintAndTheirStepsGoBackAndForth() {
        window.press(KeyCode.B, "");
        hands.stroke(200, 60, 260, 60, "");
        assertThat(maskAt(60, 230)).isEqualTo(255);
        assertThat(maskAt(60, 290)).isZero();
        window.press(KeyCode.E, "");
        hands.stroke(230, 60, 230, 60, "");
        assertThat(maskAt(60, 230)).isZero();
        assertThat(names()).containsExactly("Painted the mask", "Erased from the mask");
        window.press(KeyCode.Z, "ctrl");
        assertThat(maskAt(60, 230)).isEqualTo(255);
        window.press(KeyCode.Z, "ctrl");
        assertThat(isMasked()).isFalse();
        window.press(KeyCode.Z, "ctrl shift");
        assertThat(maskAt(60, 230)).isEqualTo(255);
    }

    @Test
    void shiftAddsAltTakesAwayAndXSwaps() {
        window.press(KeyCode.B, "");
        hands.stroke(100, 60, 100, 60, "");
        hands.stroke(100, 60, 100, 60, "alt");
        assertThat(isMasked()).isFalse();
        window.press(KeyCode.X, "");
        hands.stroke(100, 60, 100, 60, "");
        assertThat(isMasked()).isFalse();
        hands.stroke(100, 60, 100, 60, "shift");
        assertThat(maskAt(60, 100)).isEqualTo(255);
        hands.stroke(100, 60, 100, 60, "");
        assertThat(isMasked()).as("X was pressed: the brush takes away").isFalse();
    }

    @Test
    void theShapesComeOneAfterTheOtherAndMask() {
        window.press(KeyCode.U, "");
        assertThat(tool()).isEqualTo(Tool.RECTANGLE);
        hands.stroke(100, 20, 140, 50, "");
        assertThat(mask().count()).isCloseTo(40 * 30, within(75));
        window.press(KeyCode.U, "");
        assertThat(tool()).isEqualTo(Tool.LASSO);
        hands.line("alt", 90, 10, 150, 10, 150, 60, 90, 60);
        assertThat(isMasked()).isFalse();
        window.press(KeyCode.U, "");
        assertThat(tool()).isEqualTo(Tool.POLYGON);
        hands.click(300, 20, 1);
        hands.click(400, 20, 1);
        hands.click(300, 100, 1);
        assertThat(isMasked()).isFalse();
        window.press(KeyCode.ENTER, "");
        assertThat(mask().count()).isCloseTo(4000, within(60));
        window.press(KeyCode.U, "");
        assertThat(tool()).isEqualTo(Tool.HARMONIC);
    }

    @Test
    void escGivesUpAPolygonAndKeepsTheTake() {
        window.does("tool.polygon");
        hands.click(300, 20, 1);
        hands.click(400, 20, 1);
        window.press(KeyCode.ESCAPE, "");
        window.press(KeyCode.ENTER, "");
        assertThat(isMasked()).isFalse();
        assertThat(Fx.call(() -> window.wiring.tools.traceProperty().get())).isEmpty();
    }

    @Test
    void theHarmonicBrushMasksTheOvertonesToo() {
        FrequencyAxis axis = new FrequencyAxis(chladni.engine.media.SpectrogramFormat.STARTER);
        window.does("tool.harmonic");
        Fx.run(() -> window.wiring.tools.sizeProperty().set(16));
        double y = axis.row(600) + 0.5;
        hands.stroke(100, y, 200, y, "");
        for (int k = 1; k <= 12; k++) {
            assertThat(maskAt((int) (axis.row(600.0 * k) + 0.5), 150)).as("harmonic " + k).isEqualTo(255);
        }
        assertThat(maskAt((int) (axis.row(900) + 0.5), 150)).isZero();
    }

    @Test
    void sizeFollowsTheBracketsAndCtrlWheel() {
        window.press(KeyCode.B, "");
        window.press(KeyCode.OPEN_BRACKET, "");
        assertThat(size()).isEqualTo(40);
        window.press(KeyCode.CLOSE_BRACKET, "");
        assertThat(size()).isEqualTo(46);
        hands.wheel(100, 60, 40, "ctrl");
        assertThat(size()).isGreaterThan(46);
        for (int i = 0; i < 40; i++) {
            window.press(KeyCode.CLOSE_BRACKET, "");
        }
        assertThat(size()).isEqualTo(256);
        for (int i = 0; i < 60; i++) {
            window.press(KeyCode.OPEN_BRACKET, "");
        }
        assertThat(size()).isEqualTo(1);
    }

    @Test
    void allNoneInvertAndMoveAreSteps() {
        window.press(KeyCode.A, "ctrl");
        assertThat(mask().count()).isEqualTo(128 * 512);
        window.press(KeyCode.I, "ctrl");
        assertThat(isMasked()).isFalse();
        window.does("tool.rectangle");
        hands.stroke(100, 20, 140, 50, "");
        window.press(KeyCode.V, "");
        hands.stroke(120, 30, 220, 60, "");
        assertThat(maskAt(30, 120)).isZero();
        assertThat(maskAt(60, 220)).isEqualTo(255);
        window.press(KeyCode.A, "ctrl shift");
        assertThat(isMasked()).isFalse();
        assertThat(names()).containsExactly("Masked everything", "Inverted the mask", "Masked a rectangle", "Moved the mask", "Cleared the mask");
        for (int i = 0; i < 5; i++) {
            window.press(KeyCode.Z, "ctrl");
        }
        assertThat(names()).isEmpty();
        assertThat(isMasked()).isFalse();
    }

    @Test
    void ctrlAInATextFieldChoosesItsTextAndMasksNothing() {
        window.type("Looks like", "a castle");
        window.press(KeyCode.A, "ctrl");
        assertThat(isMasked()).isFalse();
    }

    @Test
    void withAMaskGenerateMakesTheRegionOfTheTakeOnTheCanvasAnew() {
        window.press(KeyCode.B, "");
        hands.stroke(200, 60, 260, 60, "");
        Fx.run(() -> window.wiring.voices.takesProperty().set(1));
        bench.allow(1000);
        window.press(KeyCode.ENTER, "ctrl");
        Fx.until("the region is made", () -> window.wiring.document.takes().size() == 3
                && window.wiring.document.takes().getLast().isFinished());
        Compose recipe = (Compose) Fx.call(() -> window.wiring.document.takes().getLast().shown().recipe());
        assertThat(recipe.canvas().from()).isEqualTo(bench.newest(1).getFirst().folder());
        assertThat(recipe.canvas().strength()).isEqualTo(1);
        assertThat(recipe.columns()).isEqualTo(512);
        assertThat(chladni.engine.codec.PictureFile.read(recipe.canvas().mask()).picture().at(0, 60, 230)).isEqualTo(1);
        assertThat(Fx.call(() -> window.wiring.document.acceptedProperty().get().saved().folder())).as("staged, not replaced")
                .isEqualTo(bench.newest(1).getFirst().folder());
    }

    @Test
    void theBalanceBrushPaintsTowardsEitherVoiceAndBack() {
        window.press(KeyCode.B, "shift");
        hands.stroke(100, 60, 150, 60, "");
        assertThat(balanceAt(60, 120)).isEqualTo(255);
        window.press(KeyCode.X, "");
        hands.stroke(300, 60, 350, 60, "");
        assertThat(balanceAt(60, 320)).isZero();
        hands.stroke(300, 60, 350, 60, "right");
        assertThat(balanceAt(60, 320)).isEqualTo(Painting.EVEN);
        window.press(KeyCode.Z, "ctrl");
        assertThat(balanceAt(60, 320)).isZero();
        assertThat(isMasked()).isFalse();
    }

    @Test
    void theWheelZoomsAtThePointerAltOnlyInFrequencyAndShiftPans() {
        Viewport before = viewport();
        hands.wheel(128, 32, 100, "");
        assertThat(viewport().width()).isLessThan(before.width());
        assertThat(Fx.call(() -> hands.view().screenX(128) / hands.view().stageSizeProperty().get().getWidth())).isCloseTo(0.25, within(1e-6));
        Viewport once = viewport();
        hands.wheel(128, 32, 100, "alt");
        assertThat(viewport().width()).isEqualTo(once.width());
        assertThat(viewport().height()).isLessThan(once.height());
        double left = viewport().left();
        hands.wheel(128, 32, -100, "shift");
        assertThat(viewport().left()).isGreaterThan(left);
        window.press(KeyCode.DIGIT0, "ctrl");
        assertThat(viewport()).isEqualTo(before);
        window.press(KeyCode.DIGIT2, "ctrl");
        assertThat(Fx.call(() -> hands.view().stageSizeProperty().get().getWidth()) / viewport().width()).isCloseTo(2, within(1e-6));
    }

    /// The frequencies are those of `librosa.mel_frequencies(130, fmin=0, fmax=8000)` and between them; row 0 is 7809.39 Hz, its upper edge 7904.12.
    @Test
    void theReadoutTellsWhatIsUnderThePointerOnEveryScale() {
        assertThat(readout("view.axis-mel")).startsWith("2.56 s · 3.65 kHz · A♯7 ");
        assertThat(readout("view.axis-linear")).startsWith("2.56 s · 5.93 kHz · F♯8 +");
        assertThat(readout("view.axis-log")).startsWith("2.56 s · 2.11 kHz · C7 +");
        int row = 31; // the quarter lies on the edge between bands 31 and 32
        window.does("view.axis-mel");
        double level = Fx.call(() -> window.wiring.document.visible().spectrogram().at(row + 1, 256));
        assertThat(readout("view.axis-mel")).endsWith(String.format(java.util.Locale.ROOT, "%.0f dB", (level - 1) * 146.02).replace('-', '−'));
    }

    /// In the middle of the picture's width and at a quarter of its height.
    private String readout(String axis) {
        window.does(axis);
        Fx.run(() -> window.wiring.scene.getRoot().layout());
        return Fx.call(() -> {
            var size = hands.view().stageSizeProperty().get();
            hands.view().pointedProperty().set(hands.view().placeAt(size.getWidth() / 2, size.getHeight() / 4));
            return window.wiring.canvas.readoutProperty().get();
        });
    }

    @Test
    void theLatentGridIsSeenFromTwoHundredPerCentOn() {
        window.press(KeyCode.B, "");
        Fx.run(() -> hands.view().fit());
        assertThat(Fx.call(() -> hands.view().overlays().get(1).isVisible())).isFalse();
        Fx.run(() -> hands.view().view(new Viewport(0, 0, hands.view().stageSizeProperty().get().getWidth() / 2.5,
                hands.view().stageSizeProperty().get().getHeight() / 5)));
        assertThat(Fx.call(() -> hands.view().overlays().get(1).isVisible())).isTrue();
    }

    @Test
    void theRulerSelectsZoomsAndSeeks() {
        hands.rule(1, 2, 0);
        assertThat(selection().from()).isCloseTo(1, within(0.02));
        assertThat(selection().to()).isCloseTo(2, within(0.02));
        hands.rule(3, 3, 60);
        assertThat(viewport().width()).isLessThan(512);
        assertThat(selection()).isNotNull();
        hands.rule(4, 4, 0);
        assertThat(selection()).isNull();
        assertThat(Fx.call(() -> window.wiring.listen.positionProperty().get())).isCloseTo(4, within(0.02));
    }

    @Test
    void holdingTheSpaceBarPansAndATapPlays() {
        hands.wheel(256, 64, 200, "");
        double left = viewport().left();
        Fx.run(() -> window.key(javafx.scene.input.KeyEvent.KEY_PRESSED, KeyCode.SPACE, ""));
        window.press(KeyCode.B, "");
        hands.stroke(256, 64, 226, 64, "");
        Fx.run(() -> window.key(javafx.scene.input.KeyEvent.KEY_RELEASED, KeyCode.SPACE, ""));
        assertThat(viewport().left()).isGreaterThan(left);
        assertThat(isMasked()).isFalse();
        assertThat(Fx.call(() -> window.wiring.listen.playingProperty().get())).isFalse();
        window.press(KeyCode.SPACE, "");
        assertThat(Fx.call(() -> window.wiring.listen.playingProperty().get())).isTrue();
    }

    @Test
    void placesKeepTheirBandOnEveryScale() {
        for (String scale : List.of("view.axis-log", "view.axis-linear", "view.axis-mel")) {
            window.does(scale);
            Fx.run(() -> window.wiring.scene.getRoot().layout());
            double band = Fx.call(() -> hands.view().placeAt(100, hands.view().screenY(40)).y());
            assertThat(band).as(scale).isCloseTo(40, within(1e-6));
            double kilohertz = Fx.call(() -> hands.view().axes().hertzAt(hands.view().axes().yOf(1000)));
            assertThat(kilohertz).as(scale).isCloseTo(1000, within(1e-6));
        }
    }

    private Layer mask() {
        return Fx.call(() -> window.wiring.document.painting().mask());
    }

    private int maskAt(int row, int column) {
        return Fx.call(() -> window.wiring.document.painting().mask().at(row, column));
    }

    private int balanceAt(int row, int column) {
        return Fx.call(() -> window.wiring.document.painting().balance().at(row, column));
    }

    private boolean isMasked() {
        return Fx.call(() -> window.wiring.document.painting().maskedProperty().get());
    }

    private List<String> names() {
        return Fx.call(() -> window.wiring.document.history().steps().stream().map(Step::name).toList());
    }

    private Tool tool() {
        return Fx.call(() -> window.wiring.tools.toolProperty().get());
    }

    private double size() {
        return Fx.call(() -> window.wiring.tools.sizeProperty().get());
    }

    private Viewport viewport() {
        return Fx.call(() -> hands.view().viewport());
    }

    private Span selection() {
        return Fx.call(() -> java.util.Optional.ofNullable(window.wiring.document.selectionProperty().get())).orElse(null);
    }
}
