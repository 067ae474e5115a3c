package chladni.app;

import static org.assertj.core.api.Assertions.assertThat;

import chladni.app.bench.Previews;
import chladni.app.feature.run.QueueItem;
import chladni.engine.failure.PackMissing;
import chladni.engine.recipe.Compose;
import chladni.engine.recipe.Voice;
import chladni.engine.take.Accidents;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Several runs, one after the other.
class QueueTest {
    @TempDir Path folder;
    private ScriptedBench bench;
    private StudioWindow window;

    @BeforeEach
    void open() {
        bench = new ScriptedBench(folder);
        window = StudioWindow.open(bench, folder);
        Fx.run(() -> window.wiring.voices.takesProperty().set(1));
    }

    @AfterEach
    void close() {
        bench.allow(100_000);
        window.close();
    }

    @Test
    void waitingRunsAreMovedAndTakenOutByTheirButtons() {
        queue("one", "two", "three", "four");
        Fx.until("the first one runs", () -> window.wiring.run.runningProperty().get());
        window.does("run.queue");
        Fx.run(() -> window.wiring.scene.getRoot().layout());
        Fx.run(() -> buttons("Sooner").getLast().fire());
        assertThat(titles()).containsExactly("one", "two", "four", "three");
        Fx.run(() -> buttons("Take it out of the queue").getFirst().fire());
        assertThat(titles()).containsExactly("one", "four", "three");
        bench.allow(100_000);
        Fx.until("all are made", () -> window.wiring.run.queue().isEmpty());
        assertThat(Fx.call(() -> window.wiring.document.takes().stream().map(item -> item.title()).toList()))
                .containsExactly("one", "four", "three");
    }

    @Test
    void theNextOneGoesBeforeWhatWaits() {
        queue("one", "two");
        Fx.until("the first one runs", () -> window.wiring.run.runningProperty().get());
        window.type("Looks like", "urgent");
        window.does("run.next");
        assertThat(titles()).containsExactly("one", "urgent", "two");
        bench.allow(100_000);
        Fx.until("all are made", () -> window.wiring.run.queue().isEmpty());
        assertThat(Fx.call(() -> ((Compose) window.wiring.document.takes().get(1).shown().recipe()).voices().getFirst().prompt()))
                .isEqualTo("urgent");
    }

    @Test
    void aPausedQueueBeginsNothingMore() {
        queue("one", "two");
        Fx.until("the first one runs", () -> window.wiring.run.runningProperty().get());
        window.does("run.pause");
        bench.allow(100_000);
        Fx.until("the first one is made", () -> window.wiring.document.takes().stream().anyMatch(item -> item.isFinished())
                && !window.wiring.run.runningProperty().get());
        Fx.nap(100);
        assertThat(titles()).containsExactly("two");
        window.does("run.pause");
        Fx.until("the second is made too", () -> window.wiring.run.queue().isEmpty());
        assertThat(Fx.call(() -> window.wiring.run.ended().getFirst().isDone())).isTrue();
    }

    @Test
    void whatWasCutShortIsBroughtBackOrThrownAway() {
        Compose one = Compose.of(11, List.of(Voice.of("starter-picture", "one")));
        Compose two = Compose.of(12, List.of(Voice.of("starter-picture", "two")));
        bench.accidents.add(new Accidents.Left(folder.resolve("two/latents-30.npy"), two, 30, Instant.EPOCH.plusSeconds(60)));
        bench.accidents.add(new Accidents.Left(folder.resolve("one/latents-20.npy"), one, 20, Instant.EPOCH));
        Fx.run(() -> window.wiring.cutShort.refresh());
        Fx.until("both are known", () -> window.wiring.cutShort.all().size() == 2);
        window.does("run.queue");
        Fx.run(() -> window.wiring.scene.getRoot().layout());
        assertThat(labels()).contains("CUT SHORT", "two").anyMatch(text -> text.startsWith("step 30 of 50 · "));
        Fx.snapshot(window.wiring.scene, "queue-cut-short-dark");
        Fx.run(() -> buttons("Throw away what was kept of it").getLast().fire());
        Fx.until("it is gone", () -> bench.accidents.size() == 1);
        Fx.run(() -> buttons("Bring it back: a take as it was after step 30").getFirst().fire());
        Fx.until("it is a take", () -> window.wiring.document.takes().size() == 1 && window.wiring.document.takes().getFirst().isFinished());
        assertThat(Fx.call(() -> window.wiring.document.takes().getFirst().isDraft())).as("so that it can be finished").isTrue();
        Fx.until("nothing is left", () -> window.wiring.cutShort.all().isEmpty() && bench.accidents.isEmpty());
    }

    @Test
    void aRunThatFailedSaysWhyInTheQueueToo() {
        bench.failure = new PackMissing("The pack “gone” is not installed.");
        queue("one");
        Fx.until("it has failed", () -> !window.wiring.run.ended().isEmpty());
        window.does("run.queue");
        Fx.run(() -> window.wiring.scene.getRoot().layout());
        assertThat(labels()).contains("The pack “gone” is not installed.").anyMatch(text -> text.startsWith("failed · "));
        assertThat(Fx.call(() -> window.wiring.failures.current().code())).isNotBlank();
    }

    @Test
    void previewsCanBeSwitchedOff() {
        Fx.run(() -> window.wiring.run.previewsProperty().set(Previews.OFF));
        queue("one");
        bench.allow(50);
        Fx.until("it is made", () -> window.wiring.document.takes().stream().anyMatch(item -> item.isFinished()));
        assertThat(Fx.call(() -> window.wiring.document.takes().getFirst().stepsProperty().get())).as("nothing was shown on the way").isNull();
    }

    @Test
    void theEndOfARunIsToldOnlyWhereNobodyLooks() {
        Fx.run(() -> window.wiring.run.chimeProperty().set(false));
        Fx.run(() -> window.stage.setIconified(true));
        queue("one");
        bench.allow(100_000);
        Fx.until("it is told", () -> window.wiring.notices.last() != null);
        assertThat(window.wiring.notices.last().title()).isEqualTo("one");
    }

    private void queue(String... prompts) {
        window.type("Sounds like", "");
        for (String prompt : prompts) {
            window.type("Looks like", prompt);
            window.does("run.generate");
        }
    }

    private List<String> titles() {
        return Fx.call(() -> window.wiring.run.queue().stream().map(QueueItem::title).toList());
    }

    private List<String> labels() {
        return Fx.call(() -> window.wiring.scene.getRoot().lookupAll(".label").stream().filter(Labeled.class::isInstance)
                .map(label -> String.valueOf(((Labeled) label).getText())).toList());
    }

    private List<Button> buttons(String accessibleText) {
        return window.wiring.scene.getRoot().lookupAll(".button").stream().filter(Button.class::isInstance).map(Button.class::cast)
                .filter(button -> accessibleText.equals(button.getAccessibleText())).toList();
    }
}
