package chladni.app;

import static org.assertj.core.api.Assertions.assertThat;

import chladni.app.feature.run.QueueItem;
import chladni.engine.recipe.Compose;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
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

    private List<Button> buttons(String accessibleText) {
        return window.wiring.scene.getRoot().lookupAll(".button").stream().filter(Button.class::isInstance).map(Button.class::cast)
                .filter(button -> accessibleText.equals(button.getAccessibleText())).toList();
    }
}
