package chladni.app.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private final List<Integer> written = new ArrayList<>();
    private final History history = new History(InstantSource.system());

    @Test
    void stepsAreTakenBackInReverseOrderAndDoneAgain() {
        write(1);
        write(2);
        assertThat(history.undoNameProperty().get()).isEqualTo("Wrote 2");
        history.undo();
        assertThat(written).containsExactly(1);
        assertThat(history.redoNameProperty().get()).isEqualTo("Wrote 2");
        history.undo();
        history.undo();
        assertThat(written).isEmpty();
        assertThat(history.canUndoProperty().getValue()).isFalse();
        history.redo();
        history.redo();
        history.redo();
        assertThat(written).containsExactly(1, 2);
        assertThat(history.canRedoProperty().getValue()).isFalse();
    }

    @Test
    void whatWasUndoneIsForgottenWhenSomethingElseIsDone() {
        write(1);
        history.undo();
        write(2);
        history.redo();
        assertThat(written).containsExactly(2);
        assertThat(history.steps()).extracting(History.Step::name).containsExactly("Wrote 2");
    }

    @Test
    void theOldestStepsAreForgottenWhenTheyHoldTooMuch() {
        for (int i = 0; i < 10; i++) {
            history.did(heavy(i));
        }
        assertThat(history.steps()).extracting(History.Step::name).containsExactly("7", "8", "9");
        history.did(heavy(10));
        history.undo();
        history.did(heavy(11));
        assertThat(history.steps()).as("what is undone weighs no more").extracting(History.Step::name).containsExactly("8", "9", "11");
    }

    private void write(int number) {
        history.perform(Edit.of("Wrote " + number, () -> written.add(number), written::removeLast));
    }

    private static Edit heavy(int number) {
        return new Edit() {
            @Override
            public String name() {
                return Integer.toString(number);
            }

            @Override
            public void redo() {}

            @Override
            public void undo() {}

            @Override
            public long bytes() {
                return 20L << 20;
            }
        };
    }
}
