package chladni.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import chladni.engine.compose.Distiller;
import chladni.engine.compose.Tracing;
import chladni.engine.failure.BadInput;
import chladni.engine.failure.CancelSignal;
import chladni.engine.failure.Cancelled;
import chladni.engine.job.Monitor;
import chladni.engine.job.Preview;
import chladni.engine.job.Progress;
import chladni.engine.job.Stage;
import chladni.engine.onnx.Device;
import chladni.engine.pack.PackStore;
import chladni.engine.recipe.Distil;
import chladni.engine.recipe.Recipe;
import chladni.engine.recipe.RecipeJson;
import chladni.engine.recipe.Voice;
import chladni.engine.take.SavedTake;
import chladni.engine.take.Take;
import chladni.engine.take.TakeStore;
import chladni.engine.take.Unfinished;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Score distillation on the toy packs.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DistilTest {
    private static final int ITERATIONS = 6;
    private final Distil recipe = Distil.of(7, List.of(
            Voice.of("toy-picture", "a castle").withGuidance(3).withFrom(0.5), Voice.of("toy-sound", "a bell").withGuidance(3)))
            .withColumns(64).withIterations(ITERATIONS);
    private Engine engine;

    @TempDir
    private Path folder;

    @BeforeAll
    void open() throws URISyntaxException {
        engine = Engine.open(new PackStore(List.of(Path.of(Objects.requireNonNull(DistilTest.class.getResource("/toy")).toURI()))), Device.CPU);
    }

    @BeforeEach
    void keepHere() {
        engine.keepUnfinished(Unfinished.in(folder));
    }

    @Test
    void whatWasLeftIsListedWithItsRecipeUntilItIsFinished() {
        assertThat(Unfinished.in(folder).left()).isEmpty();
        assertThatExceptionOfType(Cancelled.class).isThrownBy(() -> engine.run(recipe, new Watching(4, -1), take -> {}));
        List<Unfinished.Left> left = Unfinished.in(folder).left();
        assertThat(left).hasSize(1);
        assertThat(Distiller.done(left.getFirst())).isEqualTo(4);
        Watching rest = watching();
        engine.run(left.getFirst().recipe(), rest, take -> {});
        assertThat(rest.notes).anyMatch(note -> note.startsWith("Goes on from iteration 4 of 6"));
        assertThat(Unfinished.in(folder).left()).isEmpty();
    }

    @AfterAll
    void close() {
        engine.close();
    }

    /// Cancels, or asks for an early end, once so many iterations are done.
    private static final class Watching implements Monitor {
        private final CancelSignal signal = new CancelSignal();
        private final List<String> notes = new ArrayList<>();
        private final List<Integer> steps = new ArrayList<>();
        private final List<Preview> previews = new ArrayList<>();
        private final int cancelAfter;
        private final int stopAfter;
        private boolean stopping;

        Watching(int cancelAfter, int stopAfter) {
            this.cancelAfter = cancelAfter;
            this.stopAfter = stopAfter;
        }

        @Override
        public CancelSignal cancel() {
            return signal;
        }

        @Override
        public void note(String sentence) {
            notes.add(sentence);
        }

        @Override
        public boolean wantsPreview(int step, int steps) {
            return true;
        }

        @Override
        public void preview(Preview preview) {
            previews.add(preview);
        }

        @Override
        public boolean stopHere() {
            return stopping;
        }

        @Override
        public void progress(Progress progress) {
            if (progress.stage() == Stage.DENOISING) {
                steps.add(progress.step());
                stopping |= progress.step() == stopAfter;
                if (progress.step() == cancelAfter) {
                    signal.raise();
                }
            }
        }
    }

    private static Watching watching() {
        return new Watching(-1, -1);
    }

    private Take make(Recipe wanted, Monitor monitor) {
        List<Take> takes = new ArrayList<>();
        engine.run(wanted, Tracing.ON, monitor, takes::add);
        return takes.getFirst();
    }

    @Test
    void theSameRecipeGivesTheSameTakeAndAnotherSeedAnother() {
        Take one = make(recipe, Monitor.silent());
        assertThat(make(recipe, Monitor.silent()).trace()).isEqualTo(one.trace());
        assertThat(make(recipe.withSeed(8), Monitor.silent()).spectrogram().levels()).isNotEqualTo(one.spectrogram().levels());
    }

    @Test
    void everyIterationIsReportedAndThePictureShownAsItForms() {
        Watching monitor = watching();
        Take take = make(recipe, monitor);
        assertThat(monitor.steps).containsSubsequence(0, 1, 2, 3, 4, 5, 6);
        assertThat(monitor.previews).isNotEmpty();
        assertThat(take.made().steps()).isEqualTo(ITERATIONS);
        assertThat(take.sound().length()).isEqualTo(64 * 160);
    }

    @Test
    void aCancelledTakeGoesOnWhereItWasLeftAndEndsAsIfNothingHadHappened() throws IOException {
        Take whole = make(recipe, Monitor.silent());
        assertThatExceptionOfType(Cancelled.class).isThrownBy(() -> make(recipe, new Watching(4, -1)));
        Recipe kept = RecipeJson.read(onlyUnfinished().resolve("unfinished.json"));
        Watching monitor = watching();
        Take continued = make(kept, monitor);
        assertThat(monitor.notes).contains("Goes on from iteration 4 of 6, where it was left.");
        assertThat(continued.spectrogram().levels()).isEqualTo(whole.spectrogram().levels());
        assertThat(folder.resolve(".unfinished")).doesNotExist();
    }

    @Test
    void aTakeThatIsStoppedEarlyIsKeptAndCanBeTakenFurther() {
        Take early = make(recipe, new Watching(-1, 3));
        assertThat(early.made().steps()).isEqualTo(3);
        Watching monitor = watching();
        make(recipe, monitor);
        assertThat(monitor.notes).contains("Goes on from iteration 3 of 6, where it was left.");
    }

    @Test
    void aDamagedStateIsToldAndTheTakeBeginsAgain() throws IOException {
        Take whole = make(recipe, Monitor.silent());
        assertThatExceptionOfType(Cancelled.class).isThrownBy(() -> make(recipe, new Watching(4, -1)));
        Files.write(onlyUnfinished().resolve("state.bin"), new byte[] {1, 2, 3});
        Watching monitor = watching();
        assertThat(make(recipe, monitor).spectrogram().levels()).isEqualTo(whole.spectrogram().levels());
        assertThat(monitor.notes).anyMatch(note -> note.endsWith("is damaged, so it begins again."));
    }

    private Path onlyUnfinished() throws IOException {
        try (Stream<Path> all = Files.list(folder.resolve(".unfinished"))) {
            return all.toList().getFirst();
        }
    }

    @Test
    void aSavedTakesRecipeIsCompleteAndRendersItAgain() {
        Take take = make(recipe, Monitor.silent());
        SavedTake saved = new TakeStore(folder, TakeStore.Naming.NUMBERED).save(take);
        Recipe again = RecipeJson.read(saved.recipe());
        assertThat(again).isEqualTo(take.recipe());
        assertThat(make(again, Monitor.silent()).spectrogram().levels()).isEqualTo(take.spectrogram().levels());
    }

    @Test
    void numbersOutOfRangeAndUnknownFieldsAreRefusedByName() {
        String voices = "\"voices\": [{ \"pack\": \"toy-sound\" }]";
        assertThatExceptionOfType(BadInput.class).isThrownBy(() -> parse("\"iterations\": 0, " + voices))
                .withMessage("\"iterations\" must be a whole number from 1 to 200000, not 0.");
        assertThatExceptionOfType(BadInput.class).isThrownBy(() -> parse("\"rate\": 2, " + voices)).withMessageContaining("\"rate\"");
        assertThatExceptionOfType(BadInput.class).isThrownBy(() -> parse("\"times\": \"rising\", " + voices))
                .withMessage("\"times\" must be falling or random, not \"rising\".");
        assertThatExceptionOfType(BadInput.class).isThrownBy(() -> parse("\"steps\": 50, " + voices))
                .withMessageContaining("Unknown field \"steps\"");
        assertThatExceptionOfType(BadInput.class).isThrownBy(() -> parse("\"iterations\": 5")).withMessageContaining("\"voices\"");
    }

    private static Recipe parse(String fields) {
        return RecipeJson.parse("{ \"kind\": \"distil\", " + fields + " }", Path.of(""));
    }
}
