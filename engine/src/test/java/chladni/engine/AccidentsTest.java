package chladni.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import chladni.engine.failure.CancelSignal;
import chladni.engine.failure.Cancelled;
import chladni.engine.job.Monitor;
import chladni.engine.job.Progress;
import chladni.engine.onnx.Device;
import chladni.engine.pack.PackStore;
import chladni.engine.recipe.Compose;
import chladni.engine.recipe.Sampling;
import chladni.engine.recipe.Voice;
import chladni.engine.take.Accidents;
import chladni.engine.take.Take;
import chladni.engine.tensor.Shape;
import chladni.engine.tensor.Tensor;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Runs that were cut short are brought back as they were.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccidentsTest {
    private static final Compose RECIPE = Compose.of(7, List.of(Voice.of("toy-picture", "a castle").withGuidance(3),
            Voice.of("toy-sound", "a bell").withGuidance(3))).withSampling(Sampling.DEFAULT.withSteps(6)).withColumns(64);

    private Engine engine;
    private Accidents accidents;

    @BeforeAll
    void open() throws URISyntaxException {
        engine = Engine.open(new PackStore(List.of(Path.of(AccidentsTest.class.getResource("/toy").toURI()))), Device.CPU);
    }

    @AfterAll
    void close() {
        engine.close();
    }

    @BeforeEach
    void keep(@TempDir Path folder) {
        accidents = Accidents.in(folder);
        engine.keepAccidents(accidents);
    }

    @Test
    void aCancelledTakeComesBackAsIfItHadBeenStoppedThere() {
        Ends cancelled = new Ends(4, true);
        assertThatExceptionOfType(Cancelled.class).isThrownBy(() -> engine.run(RECIPE, cancelled, _ -> {}));
        assertThat(accidents.left()).singleElement().satisfies(left -> {
            assertThat(left.step()).isEqualTo(4);
            assertThat(left.recipe().seed()).isEqualTo(7);
        });
        List<Take> back = new ArrayList<>();
        engine.bringBack(accidents.left().getFirst(), Monitor.silent(), back::add);
        List<Take> stopped = new ArrayList<>();
        engine.run(RECIPE, new Ends(4, false), stopped::add);
        assertThat(back.getFirst().spectrogram().levels()).isEqualTo(stopped.getFirst().spectrogram().levels());
        assertThat(back.getFirst().picture().values()).isEqualTo(stopped.getFirst().picture().values());
        assertThat(back.getFirst().sound().channels()[0]).isEqualTo(stopped.getFirst().sound().channels()[0]);
        assertThat(back.getFirst().made().steps()).isEqualTo(4);
        assertThat(accidents.left()).as("brought back once").isEmpty();
    }

    @Test
    void aTakeThatCannotBeSavedIsKeptToo() {
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> engine.run(RECIPE, Monitor.silent(), _ -> {
            throw new IllegalStateException("the disk is full");
        }));
        assertThat(accidents.left()).singleElement().satisfies(left -> assertThat(left.step()).isEqualTo(6));
    }

    @Test
    void finishedTakesLeaveNothing() {
        engine.run(RECIPE, Monitor.silent(), _ -> {});
        assertThat(accidents.left()).isEmpty();
    }

    @Test
    void onlyTheLastFiftyAreKept(@TempDir Path folder) {
        Accidents many = Accidents.in(folder);
        for (int i = 1; i <= 53; i++) {
            try (Accidents.Watch watch = many.watch(RECIPE)) {
                watch.at(i, Tensor.of(Shape.of(1), new float[] {i}));
            }
        }
        assertThat(many.left()).hasSize(50).allMatch(left -> left.read().data()[0] == left.step());
    }

    @Test
    void whatIsDamagedIsLeftOut(@TempDir Path folder) throws Exception {
        Accidents some = Accidents.in(folder);
        try (Accidents.Watch watch = some.watch(RECIPE)) {
            watch.at(2, Tensor.of(Shape.of(1), new float[] {1}));
        }
        Path other = Files.createDirectories(folder.resolve(".accidents/other"));
        Files.writeString(other.resolve("accident.json"), "{");
        Files.writeString(other.resolve("latents-3.npy"), "");
        assertThat(some.left()).hasSize(1);
    }

    /// Ends after a step, by a cancel or by stopping here.
    private static final class Ends implements Monitor {
        private final CancelSignal signal = new CancelSignal();
        private final int after;
        private final boolean cancels;
        private int step;

        Ends(int after, boolean cancels) {
            this.after = after;
            this.cancels = cancels;
        }

        @Override
        public CancelSignal cancel() {
            return signal;
        }

        @Override
        public void progress(Progress progress) {
            step = progress.step();
            if (cancels && step == after) {
                signal.raise();
            }
        }

        @Override
        public boolean stopHere() {
            return !cancels && step == after;
        }
    }
}
