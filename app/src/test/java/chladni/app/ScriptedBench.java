package chladni.app;

import chladni.app.bench.Bench;
import chladni.app.bench.Opened;
import chladni.engine.failure.BadInput;
import chladni.engine.job.Monitor;
import chladni.engine.job.Preview;
import chladni.engine.job.Progress;
import chladni.engine.job.Stage;
import chladni.engine.media.Sound;
import chladni.engine.media.Spectrogram;
import chladni.engine.media.SpectrogramFormat;
import chladni.engine.recipe.Compose;
import chladni.engine.recipe.Recipe;
import chladni.engine.take.Accidents;
import chladni.engine.take.Made;
import chladni.engine.take.SavedTake;
import chladni.engine.take.Take;
import chladni.engine.take.TakeLibrary;
import chladni.engine.take.TakeStore;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// An engine that draws mountains out of noise, one step per permit, without any model.
final class ScriptedBench implements Bench {
    private static final int COLUMNS = 512;

    private final TakeStore store;
    private final TakeLibrary library;
    private final Semaphore steps = new Semaphore(0);
    private final List<SavedTake> shelf = new ArrayList<>();
    final List<Left> left = new java.util.concurrent.CopyOnWriteArrayList<>();
    final List<Accidents.Left> accidents = new java.util.concurrent.CopyOnWriteArrayList<>();
    volatile @Nullable RuntimeException failure;
    volatile @Nullable Opened opened;

    ScriptedBench(Path root) {
        store = new TakeStore(root.resolve("takes"), TakeStore.Naming.TELLING);
        library = new TakeLibrary(store.root(), InstantSource.system());
    }

    /// Lets the engine go on by some steps.
    void allow(int count) {
        steps.release(count);
    }

    /// What was allowed and not used is allowed no longer.
    void hold() {
        steps.drainPermits();
    }

    /// Takes that lie on disk already.
    ScriptedBench withShelf(int count) {
        for (int i = 0; i < count; i++) {
            shelf.addFirst(save(take(recipe(911 + i), 50)));
        }
        return this;
    }

    private static Compose recipe(long seed) {
        return Compose.of(20_260_000 + seed, List.of(
                chladni.engine.recipe.Voice.of("starter-picture", "a painting of mountains, grayscale").withGuidance(5).withFrom(0.1),
                chladni.engine.recipe.Voice.of("starter-sound", "acoustic guitar, slow, in a small room").withGuidance(4.5)));
    }

    @Override
    public void make(Recipe recipe, Monitor monitor, Consumer<SavedTake> onTake) {
        RuntimeException planned = failure;
        if (planned != null) {
            throw planned;
        }
        int count = recipe instanceof Compose compose ? compose.sampling().steps() : 1;
        for (int k = 0; k < recipe.takes() && (k == 0 || !monitor.stopHere()); k++) {
            monitor.progress(new Progress(Stage.READING, k, recipe.takes(), 0, 1));
            int done = denoise(recipe, k, count, monitor);
            monitor.progress(new Progress(Stage.DECODING, k, recipe.takes(), 0, 1));
            onTake.accept(save(take(recipe.single(k), done)));
        }
    }

    private int denoise(Recipe recipe, int take, int count, Monitor monitor) {
        monitor.progress(new Progress(Stage.DENOISING, take, recipe.takes(), 0, count));
        for (int step = 1; step <= count; step++) {
            steps.acquireUninterruptibly();
            monitor.cancel().throwIfRaised();
            monitor.progress(new Progress(Stage.DENOISING, take, recipe.takes(), step, count));
            if (monitor.wantsPreview(step, count)) {
                Spectrogram estimate = mountains(look(recipe.single(take)), (double) step / count);
                monitor.preview(new Preview(take, step, estimate.picture(), estimate));
            }
            if (monitor.stopHere()) {
                return step;
            }
        }
        return count;
    }

    @Override
    public SavedTake adopt(Path unpacked) {
        SavedTake saved = store.adopt(unpacked);
        library.add(saved.folder());
        return saved;
    }

    @Override
    public TakeLibrary library() {
        return library;
    }

    @Override
    public List<Left> left() {
        return List.copyOf(left);
    }

    @Override
    public void giveUp(Left one) {
        left.remove(one);
    }

    @Override
    public List<Accidents.Left> accidents() {
        return List.copyOf(accidents);
    }

    @Override
    public void bringBack(Accidents.Left one, Monitor monitor, Consumer<SavedTake> onTake) {
        accidents.remove(one);
        onTake.accept(save(take(one.recipe(), one.step())));
    }

    @Override
    public void forget(Accidents.Left one) {
        accidents.remove(one);
    }

    @Override
    public List<SavedTake> newest(int count) {
        return shelf.subList(0, Math.min(count, shelf.size()));
    }

    @Override
    public Sound sketch(Spectrogram spectrogram) {
        return tone(spectrogram.seconds());
    }

    @Override
    public Opened open(Path file) {
        Opened script = opened;
        if (script == null) {
            throw new BadInput(file.getFileName() + " is a text file; pictures and sounds can be opened.");
        }
        return script;
    }

    @Override
    public Path still(Path film) {
        throw new BadInput(film.getFileName() + " holds no moving picture.");
    }

    static Take take(Recipe recipe, int steps) {
        Spectrogram spectrogram = mountains(look(recipe), (double) steps / 50);
        Made made = new Made("0.1.0", Map.of("starter-picture", "a", "starter-sound", "b"), Map.of("denoising", 3.4), List.of(), steps)
                .withScores(Map.of(Made.LOOKS, 0.2 + recipe.seed() % 7 / 20.0, Made.SOUNDS, 0.6 - recipe.seed() % 5 / 12.0));
        return new Take(recipe, made, spectrogram.picture(), spectrogram, tone(spectrogram.seconds()), Map.of());
    }

    /// Varied takes look different.
    private static long look(Recipe recipe) {
        return recipe.seed() + (recipe instanceof Compose compose ? compose.variations().stream().mapToLong(one -> 31 * one.seed()).sum() : 0);
    }

    private SavedTake save(Take take) {
        SavedTake saved = store.save(take);
        library.add(saved.folder());
        return saved;
    }

    static Sound tone(double seconds) {
        float[] samples = new float[(int) (seconds * 16_000)];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (0.4 * Math.sin(i * 0.17) * Math.exp(-(i % 8000) / 3000.0));
        }
        return Sound.mono(16_000, samples);
    }

    /// Ridges that come out of noise as `clarity` goes from 0 to 1.
    static Spectrogram mountains(long seed, double clarity) {
        SpectrogramFormat format = SpectrogramFormat.STARTER;
        float[] levels = new float[format.mels() * COLUMNS];
        java.util.Random random = new java.util.Random(seed);
        double[] phases = random.doubles(6).toArray();
        for (int x = 0; x < COLUMNS; x++) {
            double ridge = 0;
            for (int k = 1; k < 6; k++) {
                ridge += Math.abs(Math.sin(x * 0.006 * k * k + phases[k] * 7)) / k;
            }
            for (int y = 0; y < format.mels(); y++) {
                double height = 1 - (double) y / format.mels();
                double inside = ridge * 0.36 - height;
                double level = 0.16 + 0.62 / (1 + Math.exp(-14 * inside)) - 0.25 * Math.max(0, inside)
                        + 0.06 * Math.sin(x * 0.09 + y * 0.2 + phases[0]);
                double noise = random.nextGaussian() * 0.2 + 0.45;
                double mixed = clarity * level + (1 - clarity) * noise;
                levels[y * COLUMNS + x] = (float) Math.clamp(mixed, 0, 1);
            }
        }
        return new Spectrogram(format, COLUMNS, levels);
    }

    static Opened openedPicture(Path file, @Nullable Recipe recipe) {
        Spectrogram spectrogram = mountains(3, 1);
        return new Opened(file, Opened.Kind.PICTURE, spectrogram.picture(), spectrogram, null, recipe);
    }
}
