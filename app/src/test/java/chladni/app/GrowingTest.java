package chladni.app;

import static org.assertj.core.api.Assertions.assertThat;

import chladni.app.document.Shown;
import chladni.app.document.StepLog;
import chladni.app.document.TakeItem;
import chladni.engine.recipe.Compose;
import chladni.engine.recipe.Variation;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Takes are looked at, swapped, varied, gone through step by step, drafted and finished, as a person does it.
class GrowingTest {
    @TempDir Path folder;
    private ScriptedBench bench;
    private StudioWindow window;

    @BeforeEach
    void open() {
        bench = new ScriptedBench(folder).withShelf(3);
        window = StudioWindow.open(bench, folder);
        window.size(1440, 900);
    }

    @AfterEach
    void close() {
        bench.allow(100_000);
        window.close();
    }

    @Test
    void restingOnATakeShowsItUntilThePointerGoesOn() {
        Shown kept = Fx.call(() -> window.wiring.document.visible());
        Node first = cell(1);
        point(first, MouseEvent.MOUSE_ENTERED);
        Fx.until("it is seen", () -> window.wiring.document.visible() == item(0).shown());
        window.press(KeyCode.DIGIT3, "");
        assertThat(Fx.call(() -> item(0).notesProperty().get().rating())).isEqualTo(3);
        point(first, MouseEvent.MOUSE_EXITED);
        assertThat(Fx.call(() -> window.wiring.document.visible())).isSameAs(kept);
        point(first, MouseEvent.MOUSE_ENTERED);
        point(first, MouseEvent.MOUSE_EXITED);
        Fx.nap(500);
        assertThat(Fx.call(() -> window.wiring.document.visible())).as("passing over does nothing").isSameAs(kept);
    }

    @Test
    void tappingCSwapsTwoTakesAtTheSameMomentAndHoldingItDoesSoOnlyWhileHeld() {
        Fx.run(() -> window.wiring.document.look(item(0)));
        Fx.run(() -> window.wiring.document.look(item(2)));
        Fx.run(() -> window.wiring.canvasView.spectrogram().requestFocus());
        Fx.until("it can be heard", () -> window.wiring.listen.secondsProperty().get() > 0);
        window.does("play.toggle");
        Fx.until("it plays", () -> window.wiring.listen.positionProperty().get() > 0.3);
        double before = Fx.call(() -> window.wiring.listen.positionProperty().get());
        window.press(KeyCode.C, "");
        assertThat(Fx.call(() -> window.wiring.document.looked())).isSameAs(item(0));
        Fx.until("it goes on", () -> window.wiring.listen.positionProperty().get() > before + 0.2);
        assertThat(Fx.call(() -> window.wiring.listen.playingProperty().get())).isTrue();
        window.press(KeyCode.C, "");
        assertThat(Fx.call(() -> window.wiring.document.looked())).isSameAs(item(2));
        Fx.run(() -> window.key(KeyEvent.KEY_PRESSED, KeyCode.C, ""));
        Fx.nap(350);
        Fx.run(() -> window.key(KeyEvent.KEY_PRESSED, KeyCode.C, "")); // the system repeats a key that is held
        assertThat(Fx.call(() -> window.wiring.document.looked())).isSameAs(item(0));
        Fx.run(() -> window.key(KeyEvent.KEY_RELEASED, KeyCode.C, ""));
        assertThat(Fx.call(() -> window.wiring.document.looked())).isSameAs(item(2));
    }

    @Test
    void variationsKeepTheSeedAndGoAsFarAsTheSliderSays() {
        long seed = item(2).seed();
        Fx.run(() -> {
            window.wiring.growing.varying.strength().set(0.4);
            window.wiring.growing.varying.count().set(2);
        });
        window.press(KeyCode.N, "");
        bench.allow(100);
        Fx.until("two are made", () -> finished() == 5);
        List<Compose> made = recipes(3, 5);
        assertThat(made).extracting(Compose::seed).containsOnly(seed);
        assertThat(made).allSatisfy(recipe -> assertThat(recipe.variations()).extracting(Variation::strength).containsExactly(0.4));
        assertThat(made.get(0).variations().getFirst().seed()).isEqualTo(made.get(1).variations().getFirst().seed() - 1);
        Fx.run(() -> window.wiring.document.look(item(4)));
        window.press(KeyCode.N, "");
        bench.allow(100);
        Fx.until("its own variations are made", () -> finished() == 7);
        assertThat(recipes(6, 7).getFirst().variations()).hasSize(2).startsWith(made.get(1).variations().getFirst());
        window.does("take.recall");
        assertThat(Fx.call(() -> window.wiring.voices.recipe().variations())).isEqualTo(recipes(6, 7).getFirst().variations());
        Fx.snapshot(window.wiring.scene, "variations-dark");
        Fx.run(() -> ((javafx.scene.control.Button) window.find("The seed's own noise again")).fire());
        assertThat(Fx.call(() -> window.wiring.voices.recipe().variations())).isEmpty();
    }

    @Test
    void theStepsOfATakeAreGoneThroughAndOneIsKept() {
        window.type("Looks like", "a castle");
        Fx.run(() -> window.wiring.voices.takesProperty().set(1));
        window.does("run.generate");
        bench.allow(50);
        Fx.until("it is made", () -> finished() == 4);
        TakeItem made = item(3);
        Fx.run(() -> window.wiring.document.look(made));
        StepLog log = Fx.call(() -> made.stepsProperty().get());
        assertThat(log.size()).isBetween(16, 32);
        assertThat(IntStream.range(0, log.size()).map(log::step).toArray()).isSorted().startsWith(1);
        Fx.run(() -> window.wiring.canvasView.spectrogram().requestFocus());
        IntStream.range(0, log.size() - 5).forEach(_ -> window.press(KeyCode.LEFT, "ctrl"));
        int step = Fx.call(() -> window.wiring.growing.steps.step());
        assertThat(step).isEqualTo(log.step(5));
        Shown early = Fx.call(() -> window.wiring.document.visible());
        assertThat(early.isEstimate()).isTrue();
        assertThat(early.spectrogram().at(40, 100)).isCloseTo(ScriptedBench.mountains(made.seed(), step / 50.0).at(40, 100),
                org.assertj.core.api.Assertions.within(0.003f));
        Fx.snapshot(window.wiring.scene, "steps-dark");
        window.does("window.light");
        Fx.snapshot(window.wiring.scene, "steps-light");
        window.does("take.keep-step");
        bench.allow(50);
        Fx.until("it is kept", () -> finished() == 5);
        assertThat(item(4).saved().made().steps()).isEqualTo(step);
        assertThat(item(4).isDraft()).isTrue();
        assertThat(item(4).saved().recipe()).isEqualTo(made.saved().recipe());
        Fx.run(() -> window.wiring.document.look(made));
        window.press(KeyCode.LEFT, "ctrl");
        window.press(KeyCode.ESCAPE, "");
        assertThat(Fx.call(() -> window.wiring.document.visible())).isSameAs(made.shown());
    }

    @Test
    void ofManyDraftsTheBestAreFinishedWithTheSameSeeds() {
        window.type("Looks like", "a castle");
        Fx.run(() -> {
            window.wiring.growing.drafts.count().set(6);
            window.wiring.growing.drafts.share().set(0.3);
        });
        Fx.run(() -> window.wiring.canvasView.spectrogram().requestFocus());
        window.press(KeyCode.T, "");
        assertThat(Fx.call(() -> window.wiring.growing.sheet().isOpen())).isTrue();
        Fx.run(() -> ((javafx.scene.control.Button) window.find("Many takes that end early")).fire());
        bench.allow(6 * 15);
        Fx.until("six drafts are made", () -> finished() == 9);
        assertThat(Fx.call(() -> window.wiring.run.runningProperty().get())).isFalse();
        assertThat(Fx.call(() -> window.wiring.document.takes().subList(3, 9).stream().allMatch(TakeItem::isDraft))).isTrue();
        assertThat(item(3).saved().made().steps()).isEqualTo(15);
        Fx.snapshot(window.wiring.scene, "compare-dark");
        Fx.run(() -> window.wiring.growing.compare.cursorProperty().set(item(4)));
        window.press(KeyCode.SPACE, "");
        window.press(KeyCode.RIGHT, "");
        window.press(KeyCode.RIGHT, "");
        window.press(KeyCode.SPACE, "");
        assertThat(Fx.call(() -> window.wiring.growing.compare.chosen())).containsExactlyInAnyOrder(item(4), item(6));
        window.press(KeyCode.PERIOD, "");
        window.does("window.light");
        Fx.snapshot(window.wiring.scene, "compare-light");
        window.size(1100, 700);
        Fx.snapshot(window.wiring.scene, "compare-light-small");
        window.press(KeyCode.F, "shift");
        bench.allow(100);
        Fx.until("both are finished", () -> finished() == 11);
        assertThat(recipes(9, 11)).isEqualTo(List.of(recipe(4), recipe(6)));
        assertThat(item(9).isDraft()).isFalse();
        window.press(KeyCode.F, "shift"); // none of the others has a star, so the scores decide: four are asked for, four are left
        bench.allow(200);
        Fx.until("they are finished", () -> finished() == 15);
        window.press(KeyCode.F, "shift");
        assertThat(Fx.call(() -> window.wiring.growing.compare.noteProperty().get())).contains("no drafts");
        Fx.run(() -> window.wiring.growing.compare.cursorProperty().set(item(10)));
        window.press(KeyCode.ENTER, "");
        assertThat(Fx.call(() -> window.wiring.document.acceptedProperty().get())).isSameAs(item(10).shown());
        assertThat(Fx.call(() -> window.wiring.sheets.isOpen())).isFalse();
        assertThat(window.wiring.failures.current()).isNull();
    }

    private TakeItem item(int index) {
        return window.wiring.document.takes().get(index);
    }

    private Compose recipe(int index) {
        return (Compose) item(index).saved().recipe();
    }

    private List<Compose> recipes(int from, int to) {
        return Fx.call(() -> IntStream.range(from, to).mapToObj(this::recipe).toList());
    }

    private long finished() {
        return window.wiring.document.takes().stream().filter(TakeItem::isFinished).count();
    }

    private Node cell(int number) {
        return Fx.call(() -> {
            window.wiring.scene.getRoot().applyCss();
            window.wiring.scene.getRoot().layout();
            return window.wiring.scene.getRoot().lookupAll(".take-cell").stream()
                    .filter(node -> String.valueOf(node.getAccessibleText()).startsWith("Take " + number + ",")).findFirst().orElseThrow();
        });
    }

    private static void point(Node node, javafx.event.EventType<MouseEvent> type) {
        Fx.run(() -> node.fireEvent(new MouseEvent(type, 5, 5, 5, 5, MouseButton.NONE, 0, false, false, false, false, false, false, false, false,
                false, false, new PickResult(node, 5, 5))));
    }
}
