package chladni.app.document;

import static org.assertj.core.api.Assertions.assertThat;

import chladni.engine.media.Picture;
import chladni.engine.media.Sound;
import chladni.engine.media.Spectrogram;
import chladni.engine.media.SpectrogramFormat;
import chladni.engine.recipe.Compose;
import chladni.engine.recipe.Voice;
import chladni.engine.take.Made;
import chladni.engine.take.SavedTake;
import chladni.engine.take.Take;
import chladni.engine.take.TakeStore;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// However many takes the strip has, few of them are in memory, and what is read again is what was written.
class TakeMemoryTest {
    private static final int COLUMNS = 64;

    @TempDir
    private Path folder;

    @Test
    void ofManyTakesFewAreInMemory() {
        TakeStore store = new TakeStore(folder, TakeStore.Naming.NUMBERED);
        Document document = new Document();
        List<WeakReference<Take>> made = new ArrayList<>();
        for (int seed = 0; seed < 30; seed++) {
            Take take = take(seed);
            made.add(new WeakReference<>(take));
            document.finish(document.begin(seed, "take"), store.save(take));
            document.look(document.takes().getLast());
            document.acceptLooked();
        }
        for (int i = 0; i < 15; i++) {
            document.history().undo();
        }
        assertThat(document.visible()).isEqualTo(document.takes().get(14).shown());
        assertThat(reachable(made)).isLessThanOrEqualTo(TakeMemory.MOST);
        document.takes().forEach(item -> assertThat(item.shown().spectrogram().columns()).isEqualTo(COLUMNS));
        assertThat(document.takes().stream().filter(item -> item.shown().contents().lookNow() != null).count()).isEqualTo(TakeMemory.MOST);
    }

    @Test
    void whatIsShownStaysInMemoryWhateverElseIsRead() {
        TakeStore store = new TakeStore(folder, TakeStore.Naming.NUMBERED);
        Document document = new Document();
        for (int seed = 0; seed < 20; seed++) {
            document.finish(document.begin(seed, "take"), store.save(take(seed)));
        }
        document.look(document.takes().get(3));
        TakeItem first = document.takes().getFirst();
        assertThat(first.shown()).as("the very first one was accepted").isEqualTo(document.acceptedProperty().get());
        assertThat(first.shown().contents().lookNow()).as("accepted").isNotNull();
        assertThat(document.visible().contents().lookNow()).as("made long ago").isNull();
        assertThat(document.visible().picture()).isNotNull();
        document.takes().forEach(item -> assertThat(item.shown().picture()).isNotNull());
        assertThat(document.visible().contents().lookNow()).as("seen").isNotNull();
        assertThat(first.shown().contents().lookNow()).as("accepted").isNotNull();
    }

    @Test
    void whatIsReadAgainIsWhatTheFilesHold() {
        TakeStore store = new TakeStore(folder, TakeStore.Naming.NUMBERED);
        TakeMemory memory = new TakeMemory();
        Take made = take(7);
        StoredTake stored = memory.keep(store.save(made));
        for (int seed = 10; seed < 10 + TakeMemory.MOST; seed++) {
            memory.keep(store.save(take(seed)));
        }
        assertThat(stored.lookNow()).isNull();
        assertThat(isSame(stored.sound().channels()[0], made.sound().channels()[0])).as("the sound alone").isTrue();
        assertThat(isSame(stored.spectrogramPicture().values(), made.spectrogram().levels())).as("the spectrogram alone").isTrue();
        assertThat(stored.lookNow()).as("neither brings all of it back").isNull();
        Take read = stored.whole().take();
        assertThat(isSame(read.picture().values(), made.picture().values())).as("picture").isTrue();
        assertThat(isSame(read.spectrogram().levels(), made.spectrogram().levels())).as("spectrogram").isTrue();
        assertThat(isSame(read.sound().channels()[0], made.sound().channels()[0])).as("sound").isTrue();
        assertThat(read.spectrogram().format()).isEqualTo(made.spectrogram().format());
        assertThat(read.recipe()).isEqualTo(made.recipe());
        assertThat(stored.lookNow()).isNotNull();
    }

    @Test
    void aFolderThatMovesIsReadWhereItLiesNow() throws IOException {
        TakeStore store = new TakeStore(folder, TakeStore.Naming.NUMBERED);
        TakeMemory memory = new TakeMemory();
        SavedTake saved = store.save(take(7));
        StoredTake stored = memory.keep(saved);
        for (int seed = 10; seed < 10 + TakeMemory.MOST; seed++) {
            memory.keep(store.save(take(seed)));
        }
        stored.movedTo(Files.move(saved.folder(), folder.resolve("elsewhere")));
        assertThat(stored.look().spectrogram().columns()).isEqualTo(COLUMNS);
        assertThat(stored.whole().folder()).isEqualTo(folder.resolve("elsewhere"));
    }

    private static long reachable(List<WeakReference<Take>> takes) {
        long reachable = takes.size();
        for (int i = 0; i < 20 && reachable > TakeMemory.MOST; i++) {
            System.gc();
            reachable = takes.stream().filter(take -> take.get() != null).count();
        }
        return reachable;
    }

    /// Without printing thousands of numbers.
    private static boolean isSame(float[] one, float[] other) {
        return Arrays.equals(one, other);
    }

    /// Of numbers that the files can hold: 8 bits of pictures, 16 of sounds.
    private static Take take(long seed) {
        Random random = new Random(seed);
        SpectrogramFormat format = SpectrogramFormat.STARTER;
        return new Take(Compose.of(seed, List.of(Voice.of("pack", "a castle"))), new Made("0.1.0", Map.of(), Map.of(), List.of(), 50),
                new Picture(3, format.mels(), COLUMNS, floats(3 * format.mels() * COLUMNS, () -> random.nextInt(256) / 255f)),
                new Spectrogram(format, COLUMNS, floats(format.mels() * COLUMNS, () -> random.nextInt(256) / 255f)),
                Sound.mono(format.sampleRate(), floats(COLUMNS * format.hop(), () -> (random.nextInt(65_535) - 32_767) / 32_768f)), Map.of());
    }

    private static float[] floats(int count, Supplier<Float> one) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = one.get();
        }
        return values;
    }
}
