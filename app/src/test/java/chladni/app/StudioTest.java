package chladni.app;

import static org.assertj.core.api.Assertions.assertThat;

import chladni.app.document.Shown;
import chladni.app.document.TakeItem;
import chladni.app.feature.drop.Target;
import chladni.app.feature.export.ExportKind;
import chladni.engine.failure.PackMissing;
import chladni.engine.recipe.Compose;
import chladni.engine.recipe.Weight;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The window as a person uses it, on an engine whose steps the test allows one by one.
class StudioTest {
    @TempDir Path folder;
    private ScriptedBench bench;
    private StudioWindow window;

    @BeforeEach
    void open() {
        bench = new ScriptedBench(folder).withShelf(2);
        window = StudioWindow.open(bench, folder);
    }

    @AfterEach
    void close() {
        bench.allow(100_000);
        window.close();
    }

    @Test
    void theNewestTakeIsOnTheCanvasAndPlaysAtOnce() {
        assertThat(Fx.call(() -> window.wiring.document.visible().saved().folder())).isEqualTo(bench.newest(1).getFirst().folder());
        window.press(KeyCode.SPACE, "");
        Fx.until("the playhead moves", () -> window.wiring.listen.positionProperty().get() > 0.05);
        window.press(KeyCode.SPACE, "");
        double place = Fx.call(() -> window.wiring.listen.positionProperty().get());
        Fx.nap(150);
        assertThat(Fx.call(() -> window.wiring.listen.positionProperty().get())).isEqualTo(place);
    }

    @Test
    void stepsArriveOnTheCanvasAndFinishedTakesStay() {
        window.type("Looks like", "a castle");
        window.type("Sounds like", "a bell");
        Fx.run(() -> window.wiring.voices.takesProperty().set(2));
        window.press(KeyCode.ENTER, "ctrl");
        bench.allow(10);
        Fx.until("the tenth estimate is seen", () -> last().progressProperty().get() == 0.2 && isEstimate());
        Shown tenth = Fx.call(() -> window.wiring.document.visible());
        bench.allow(1);
        Fx.until("the next estimate is seen", () -> !tenth.equals(window.wiring.document.visible()));
        bench.allow(1000);
        Fx.until("the run is over", () -> !window.wiring.run.runningProperty().get());
        assertThat(window.wiring.document.takes()).hasSize(4).allMatch(TakeItem::isFinished);
        Compose made = (Compose) last().shown().recipe();
        assertThat(made.voices()).extracting(voice -> voice.prompt()).containsExactly("a castle", "a bell");
    }

    @Test
    void stoppingHereKeepsTheEstimate() {
        window.does("run.generate");
        bench.allow(5);
        Fx.until("five steps are done", () -> last().progressProperty().get() == 0.1);
        window.does("run.stop");
        bench.allow(1);
        Fx.until("the run is over", () -> !window.wiring.run.runningProperty().get());
        Fx.until("its take has arrived", () -> last().isFinished());
        assertThat(last().isFinished()).isTrue();
        assertThat(last().shown().saved().made().steps()).isEqualTo(6);
    }

    @Test
    void cancellingGivesTheTakeUpAndGoesBackToTheOneThatWasKept() {
        Shown kept = Fx.call(() -> window.wiring.document.visible());
        window.does("run.generate");
        bench.allow(5);
        Fx.until("it forms", this::isEstimate);
        window.does("run.cancel");
        bench.allow(1);
        Fx.until("it is gone", () -> window.wiring.document.takes().size() == 2);
        assertThat(Fx.call(() -> window.wiring.document.visible())).isEqualTo(kept);
        assertThat(window.wiring.failures.current()).isNull();
    }

    @Test
    void severalPressesQueueAndTheQueueCanBeCleared() {
        window.does("run.generate");
        window.does("run.generate");
        window.does("run.generate");
        Fx.until("two wait", () -> window.wiring.run.queuedProperty().get() == 2);
        window.does("run.clear");
        Fx.until("none waits", () -> window.wiring.run.queuedProperty().get() == 0);
        assertThat(Fx.call(() -> window.wiring.run.runningProperty().get())).isTrue();
    }

    @Test
    void theNewestEstimateCanBeHeardDuringTheRun() {
        window.does("run.generate");
        bench.allow(20);
        Fx.until("it forms", this::isEstimate);
        window.does("play.toggle");
        Fx.until("it sounds", () -> window.wiring.listen.positionProperty().get() > 0.05);
        assertThat(Fx.call(() -> window.wiring.document.visible().isEstimate())).isTrue();
    }

    @Test
    void anEmptyPromptLeavesItsVoiceOutAndSaysSo() {
        window.type("Looks like", "");
        window.type("Sounds like", "rain");
        assertThat(Fx.call(() -> window.wiring.voices.noteProperty().get())).contains("sound alone");
        Compose recipe = Fx.call(() -> window.wiring.voices.recipe());
        assertThat(recipe.voices()).singleElement().satisfies(voice -> {
            assertThat(voice.pack()).isEqualTo("starter-sound");
            assertThat(voice.weight()).isEqualTo(Weight.of(1));
        });
        window.type("Sounds like", " ");
        assertThat(Fx.call(() -> window.wiring.commands.get("run.generate").isEnabled())).isFalse();
    }

    @Test
    void exportBringsTheFileWhereItIsWantedAndNeverOverwritesUnasked() throws IOException {
        window.saveTo = folder.resolve("bell");
        Files.writeString(folder.resolve("bell.wav"), "mine");
        window.does("file.export-sound");
        Fx.until("it is said", () -> window.wiring.export.noteProperty().get().contains("bell 2.wav"));
        assertThat(folder.resolve("bell.wav")).hasContent("mine");
        assertThat(folder.resolve("bell 2.wav")).hasSameBinaryContentAs(bench.newest(1).getFirst().sound());
        window.saveTo = folder.resolve("not-there").resolve("x.png");
        Fx.run(() -> window.wiring.export.export(ExportKind.PICTURE));
        Fx.until("it is said", () -> window.wiring.failures.current() != null);
        assertThat(Fx.call(() -> window.wiring.failures.current().code())).isEqualTo("storage-failed");
    }

    @Test
    void aDroppedPictureOffersWhatCanBeDoneAndDoesIt() throws IOException {
        Path castle = Files.write(folder.resolve("castle.png"), new byte[] {1}); // a take keeps a copy of what it was made from
        bench.opened = ScriptedBench.openedPicture(castle, ScriptedBench.take(bench.newest(1).getFirst().take().recipe(), 50).recipe());
        offer(castle);
        assertThat(window.wiring.drop.targets()).containsExactly(Target.RESTORE, Target.IMPRINT, Target.START, Target.MASK, Target.HEAR);
        Fx.run(() -> window.wiring.drop.take(Target.START));
        assertThat(Fx.call(() -> window.wiring.voices.recipe().canvas().from())).isEqualTo(castle);
        offer(castle);
        Fx.run(() -> window.wiring.drop.take(Target.IMPRINT));
        assertThat(Fx.call(() -> window.wiring.sheets.isOpen())).isTrue(); // what is done there: FlowsTest
        Fx.run(window.wiring.sheets::closeTop);
        offer(castle);
        Fx.run(() -> window.wiring.drop.take(Target.HEAR));
        Fx.until("it is on the canvas", () -> window.wiring.document.visible().state() == Shown.State.OPENED);
    }

    private void offer(Path file) {
        Fx.run(() -> window.wiring.drop.offer(file));
        Fx.until("it says what can be done with it", () -> window.wiring.drop.targets().contains(Target.RESTORE));
    }

    @Test
    void recallingATakePutsEverythingBack() {
        Fx.run(() -> window.wiring.voices.balanceProperty().set(0.8));
        window.type("Looks like", "something else");
        window.does("take.recall");
        Compose wanted = (Compose) bench.newest(1).getFirst().take().recipe();
        assertThat(Fx.call(() -> window.wiring.voices.recipe())).isEqualTo(wanted);
    }

    @Test
    void aFailureIsSaidInPlaceWithItsCodeAndTheWindowGoesOn() {
        bench.failure = new PackMissing("The pack “starter-sound” is not installed.");
        window.does("run.generate");
        Fx.until("it is said", () -> window.wiring.failures.current() != null);
        assertThat(Fx.call(() -> window.wiring.failures.current().code())).isEqualTo("pack-missing");
        bench.failure = null;
        bench.allow(1000);
        window.does("run.generate");
        Fx.until("the next run makes takes", () -> last().isFinished() && window.wiring.document.takes().size() > 2);
    }

    @Test
    void promptsAndSettingsComeBackInTheNextSitting() {
        window.type("Looks like", "a lighthouse");
        Fx.run(() -> window.wiring.voices.stepsProperty().set(33));
        window.close();
        window = StudioWindow.open(bench, folder);
        assertThat(Fx.call(() -> window.wiring.voices.picture().promptProperty().get())).isEqualTo("a lighthouse");
        assertThat(Fx.call(() -> (int) window.wiring.voices.stepsProperty().get())).isEqualTo(33);
    }

    @Test
    void lettersBelongToTheTextFieldThatHasTheFocus() {
        window.type("Looks like", "loud");
        window.press(KeyCode.L, "");
        assertThat(Fx.call(() -> window.wiring.listen.loopingProperty().get())).isFalse();
        Fx.run(() -> window.wiring.canvasView.spectrogram().requestFocus());
        window.press(KeyCode.L, "");
        assertThat(Fx.call(() -> window.wiring.listen.loopingProperty().get())).isTrue();
    }

    @Test
    void everyControlSaysWhatItIs() {
        List<String> silent = Fx.call(() -> window.wiring.scene.getRoot().lookupAll("*").stream()
                .filter(node -> node instanceof javafx.scene.control.Control && node.isFocusTraversable() && node.isVisible())
                .filter(node -> node.getAccessibleText() == null
                        && !(node instanceof javafx.scene.control.Labeled labeled && labeled.getText() != null))
                .filter(node -> !(node instanceof javafx.scene.control.ScrollPane))
                .map(Object::toString).toList());
        assertThat(silent).isEmpty();
    }

    private TakeItem last() {
        return window.wiring.document.takes().getLast();
    }

    private boolean isEstimate() {
        Shown shown = window.wiring.document.visible();
        return shown != null && shown.isEstimate();
    }
}
