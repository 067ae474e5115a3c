package chladni.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chladni.engine.codec.PngDepth;
import chladni.engine.codec.PngFile;
import chladni.engine.codec.PngText;
import chladni.engine.compose.EffectiveMask;
import chladni.engine.job.Monitor;
import chladni.engine.media.Picture;
import chladni.engine.media.Sound;
import chladni.engine.media.Spectrogram;
import chladni.engine.media.SpectrogramFormat;
import chladni.engine.onnx.Device;
import chladni.engine.pack.PackStore;
import chladni.engine.recipe.Canvas;
import chladni.engine.recipe.Compose;
import chladni.engine.recipe.Recipe;
import chladni.engine.recipe.Repair;
import chladni.engine.recipe.Sampling;
import chladni.engine.recipe.Voice;
import chladni.engine.sound.FrequencyAxis;
import chladni.engine.sound.InputLevel;
import chladni.engine.sound.LogMel;
import chladni.engine.sound.SpectralGain;
import chladni.engine.take.Made;
import chladni.engine.take.Take;
import chladni.engine.take.TakeStore;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// What is done to a take that lies on the canvas: repaired without a model, made longer, made a loop.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CanvasFlowsTest {
    private static final SpectrogramFormat FORMAT = SpectrogramFormat.STARTER;
    private static final int COLUMNS = 128;
    private static final int HOP = 160;
    private static final Region REGION = new Region(40, 88, 2000, 5000);

    /// Columns and hertz.
    private record Region(int from, int to, double low, double high) {
        boolean holds(int row, int column) {
            double hertz = new FrequencyAxis(FORMAT).hertz(row);
            return column >= from && column < to && hertz > low && hertz < high;
        }
    }

    @TempDir private Path folder;
    private Engine engine;
    private int files;

    @BeforeAll
    void open() throws URISyntaxException {
        engine = Engine.open(new PackStore(List.of(Path.of(CanvasFlowsTest.class.getResource("/toy").toURI()))), Device.CPU);
    }

    @AfterAll
    void close() {
        engine.close();
    }

    @Test
    void silencingARegionLeavesTheOtherTonesAndAllElseBitForBit() {
        Path take = twoTones();
        Take repaired = run(new Repair(1, take, mask(REGION), new Repair.Act.Silence()));
        Take old = TakeStore.read(take).take();
        assertOutsideIsUntouched(old, repaired, REGION);
        assertThat(decibels(amplitude(repaired, 3000, 56, 72) / amplitude(old, 3000, 56, 72))).isLessThan(-40);
        assertThat(decibels(amplitude(repaired, 500, 56, 72) / amplitude(old, 500, 56, 72))).isCloseTo(0, within(0.1));
    }

    @Test
    void aGainOfSixDecibelsHalvesTheToneInsideTheMask() {
        Path take = twoTones();
        Take repaired = run(new Repair(1, take, mask(REGION), new Repair.Act.Gain(-6.0206)));
        Take old = TakeStore.read(take).take();
        assertOutsideIsUntouched(old, repaired, REGION);
        assertThat(amplitude(repaired, 3000, 56, 72) / amplitude(old, 3000, 56, 72)).isCloseTo(0.5, within(0.005));
        int row = (int) Math.round(new FrequencyAxis(FORMAT).row(3000));
        // a level is 146.02 dB high: 20 · log10(200 / 1e-5)
        assertThat((double) old.spectrogram().at(row, 64) - repaired.spectrogram().at(row, 64)).isCloseTo(6.0206 / 146.02, within(1e-4));
    }

    @Test
    void aBlurChangesOnlyTheMaskedSpan() {
        Path take = twoTones();
        Take repaired = run(new Repair(1, take, mask(REGION), new Repair.Act.Blur(6)));
        Take old = TakeStore.read(take).take();
        assertOutsideIsUntouched(old, repaired, REGION);
        assertThat(repaired.spectrogram().levels()).isNotEqualTo(old.spectrogram().levels());
        assertThat(repaired.sound().channels()[0]).isNotEqualTo(old.sound().channels()[0]);
    }

    @Test
    void aRepairIsATakeWithARecipeThatGivesItAgain() {
        Take repaired = run(new Repair(5, twoTones(), mask(REGION), new Repair.Act.Gain(-12)));
        Path kept = store().save(repaired).folder();
        Recipe again = TakeStore.read(kept).take().recipe();
        assertThat(again).isInstanceOf(Repair.class);
        assertThat(run(again).sound().channels()[0]).isEqualTo(repaired.sound().channels()[0]);
    }

    @Test
    void factorsOfOneGiveTheSoundBack() {
        Sound sound = tones(COLUMNS);
        float[] ones = new float[128 * COLUMNS];
        Arrays.fill(ones, 1);
        float[] back = new SpectralGain(FORMAT).apply(sound, ones, COLUMNS).channels()[0];
        for (int i = 0; i < back.length; i++) {
            assertThat((double) back[i]).isCloseTo(sound.channels()[0][i], within(1e-5));
        }
    }

    @Test
    void extendingKeepsTheOldPartAndMakesTheNewOne() {
        Take old = saved(run(recipe()));
        Take longer = run(recipe().withSeed(3).withColumns(COLUMNS + 64)
                .withCanvas(new Canvas(folderOf(old), 1, picture(128, COLUMNS + 64, (row, column) -> column >= COLUMNS - 16 ? 1 : 0))));
        assertThat(longer.spectrogram().columns()).isEqualTo(COLUMNS + 64);
        for (int column = 0; column < COLUMNS - 16; column++) {
            assertThat(longer.spectrogram().at(60, column)).isEqualTo(old.spectrogram().at(60, column));
        }
        int kept = (COLUMNS - 16) * HOP;
        assertThat(Arrays.copyOf(longer.sound().channels()[0], kept)).isEqualTo(Arrays.copyOf(old.sound().channels()[0], kept));
        float[] made = Arrays.copyOfRange(longer.sound().channels()[0], COLUMNS * HOP, (COLUMNS + 40) * HOP);
        assertThat(made).as("the new part sounds").isNotEqualTo(new float[made.length]);
    }

    @Test
    void aTurnedCanvasJoinsItsEndsAndKeepsItsMiddle() {
        Take old = saved(run(recipe()));
        Path ends = picture(128, COLUMNS, (row, column) -> column < 24 || column >= COLUMNS - 24 ? 1 : 0);
        Take loop = run(recipe().withSeed(3).withCanvas(new Canvas(folderOf(old), 1, ends, COLUMNS / 2)));
        Take turnedByHand = saved(turned(old));
        Path middle = picture(128, COLUMNS, (row, column) -> column >= 40 && column < 88 ? 1 : 0);
        Take inTheMiddle = run(recipe().withSeed(3).withCanvas(new Canvas(folderOf(turnedByHand), 1, middle)));
        for (int column = 24; column < COLUMNS - 24; column++) {
            assertThat(loop.spectrogram().at(60, column)).isEqualTo(old.spectrogram().at(60, column));
        }
        int from = 24 * HOP;
        int to = (COLUMNS - 24) * HOP;
        assertThat(Arrays.copyOfRange(loop.sound().channels()[0], from, to)).isEqualTo(Arrays.copyOfRange(old.sound().channels()[0], from, to));
        assertThat(turned(loop).spectrogram().levels()).as("made where the ends lie side by side").isEqualTo(inTheMiddle.spectrogram().levels());
        assertThat(click(loop)).as("the step from the last sample to the first is one like any other").isLessThan(1.5);
    }

    @Test
    void theEffectiveMaskTakesTheCornersOfCellsOrAllThatIsTouched() {
        Picture corner = new Picture(1, 16, 16, spots(16, 8));
        assertThat(EffectiveMask.cells(corner, 8).values()).containsExactly(0, 1, 0, 0);
        Picture missed = new Picture(1, 16, 16, spots(16, 11));
        assertThat(EffectiveMask.cells(missed, 8).values()).containsExactly(0, 1, 0, 0);
    }

    private static float[] spots(int width, int column) {
        float[] values = new float[width * width];
        values[column == 8 ? 8 : 3 * width + column] = 1;
        return values;
    }

    /// Its two halves exchanged.
    private static Take turned(Take take) {
        Spectrogram seen = take.spectrogram();
        Picture levels = swapped(seen.picture());
        float[] samples = take.sound().channels()[0];
        Picture sound = swapped(new Picture(1, 1, samples.length, samples));
        return new Take(take.recipe(), take.made(), swapped(take.picture()), new Spectrogram(seen.format(), seen.columns(), levels.values()),
                Sound.mono(16_000, sound.values()), Map.of());
    }

    private static Picture swapped(Picture picture) {
        float[] out = new float[picture.values().length];
        int half = picture.width() / 2;
        for (int i = 0; i < out.length; i++) {
            int x = i % picture.width();
            out[i - x + (x + half) % picture.width()] = picture.values()[i];
        }
        return new Picture(picture.channels(), picture.height(), picture.width(), out);
    }

    /// The step from the last sample to the first beside the largest steps near it.
    private static double click(Take take) {
        float[] samples = take.sound().channels()[0];
        double largest = 0;
        for (int i = 1; i < 200; i++) {
            largest = Math.max(largest, Math.abs(samples[i] - samples[i - 1]));
            largest = Math.max(largest, Math.abs(samples[samples.length - i] - samples[samples.length - i - 1]));
        }
        return Math.abs(samples[0] - samples[samples.length - 1]) / largest;
    }

    private static Compose recipe() {
        return Compose.of(7, List.of(Voice.of("toy-picture", "a castle").withGuidance(3), Voice.of("toy-sound", "a bell").withGuidance(3)))
                .withSampling(Sampling.DEFAULT.withSteps(4)).withColumns(COLUMNS);
    }

    private Take run(Recipe recipe) {
        List<Take> takes = new ArrayList<>();
        engine.run(recipe, Monitor.silent(), takes::add);
        return takes.getFirst();
    }

    private TakeStore store() {
        TakeStore store = new TakeStore(folder.resolve("takes"), TakeStore.Naming.NUMBERED);
        store.prepare();
        return store;
    }

    private final Map<Take, Path> folders = new java.util.IdentityHashMap<>();

    /// As it comes back from disk, rounded to 8 and 16 bits.
    private Take saved(Take take) {
        Path place = store().save(take).folder();
        Take read = TakeStore.read(place).take();
        folders.put(read, place);
        return read;
    }

    private Path folderOf(Take take) {
        return folders.get(take);
    }

    /// A take of 500 and 3000 Hz.
    private Path twoTones() {
        Sound sound = tones(COLUMNS);
        Spectrogram seen = new LogMel(FORMAT).analyse(sound, InputLevel.AS_IS);
        Take take = new Take(recipe(), new Made("test", Map.of(), Map.of(), List.of(), 0), seen.picture(), seen, sound, Map.of());
        return store().save(take).folder();
    }

    private static Sound tones(int columns) {
        float[] samples = new float[columns * HOP];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (0.3 * Math.sin(2 * Math.PI * 500 * i / 16_000) + 0.2 * Math.sin(2 * Math.PI * 3000 * i / 16_000));
        }
        return Sound.mono(16_000, samples);
    }

    private Path mask(Region region) {
        return picture(128, COLUMNS, (row, column) -> region.holds(row, column) ? 1 : 0);
    }

    private interface Cells {
        float at(int row, int column);
    }

    private Path picture(int rows, int columns, Cells cells) {
        float[] values = new float[rows * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = cells.at(i / columns, i % columns);
        }
        Path file = folder.resolve("mask-" + files++ + ".png");
        PngFile.write(file, new Picture(1, rows, columns, values), PngDepth.EIGHT, PngText.NONE);
        return file;
    }

    private static void assertOutsideIsUntouched(Take old, Take now, Region region) {
        for (int row = 0; row < 128; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                if (!region.holds(row, column)) {
                    assertThat(now.spectrogram().at(row, column)).isEqualTo(old.spectrogram().at(row, column));
                    assertThat(now.picture().at(0, row, column)).isEqualTo(old.picture().at(0, row, column));
                }
            }
        }
        float[] was = old.sound().channels()[0];
        float[] is = now.sound().channels()[0];
        assertThat(Arrays.copyOf(is, region.from() * HOP)).isEqualTo(Arrays.copyOf(was, region.from() * HOP));
        assertThat(Arrays.copyOfRange(is, region.to() * HOP, is.length)).isEqualTo(Arrays.copyOfRange(was, region.to() * HOP, was.length));
    }

    /// Of a tone, between two columns.
    private static double amplitude(Take take, double hertz, int from, int to) {
        float[] samples = take.sound().channels()[0];
        double re = 0;
        double im = 0;
        for (int i = from * HOP; i < to * HOP; i++) {
            re += samples[i] * Math.cos(2 * Math.PI * hertz * i / 16_000);
            im += samples[i] * Math.sin(2 * Math.PI * hertz * i / 16_000);
        }
        return Math.hypot(re, im) * 2 / ((to - from) * HOP);
    }

    private static double decibels(double ratio) {
        return 20 * Math.log10(ratio);
    }
}
