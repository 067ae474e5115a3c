package chladni.engine.take;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// Questions to the library of 10 000 takes, each with two prompts of nine words from a list of sixty.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 3)
@Fork(1)
public class TakeSearchBenchmark {
    private static final int TAKES = 10_000;
    private static final List<String> WORDS = List.of(("castle tower bell ring rain roof forest wind river boat tiger growl dog bark kitten meow train race "
            + "engine bird chirp owl hoot guitar strum piano chord drum beat violin bow ocean wave storm thunder fire crackle tick "
            + "gate door wooden old stone painting lithograph grayscale black background detailed sketch ink quiet distant loud slow fast").split(" "));

    private Path root;
    private TakeLibrary library;

    @Setup
    public void fill() throws IOException {
        root = Files.createTempDirectory("chladni-benchmark");
        Random random = new Random(1);
        for (int i = 0; i < TAKES; i++) {
            Path folder = Files.createDirectories(root.resolve("2026-%02d-%02d/%04d".formatted(1 + i / 1000, 1 + i / 40 % 25, i)));
            Files.writeString(folder.resolve("recipe.json"), """
                    {"chladni": 1, "kind": "compose", "seed": %d, "voices": [{"pack": "starter-picture", "prompt": "%s"},
                     {"pack": "starter-sound", "prompt": "%s"}], "made": {"scores": {"looks": %f, "sounds": %f}}}""".formatted(i,
                    words(random), words(random), random.nextDouble(), random.nextDouble()));
            if (i % 9 == 0) {
                new TakeNotes(i % 2 == 0, i % 6).write(folder);
            }
        }
        library = new TakeLibrary(root, InstantSource.system());
        long start = System.nanoTime();
        library.refresh();
        System.out.printf("read in %d takes in %.0f ms%n", TAKES, (System.nanoTime() - start) / 1e6);
        start = System.nanoTime();
        library.refresh();
        System.out.printf("saw that nothing had changed in %.0f ms%n", (System.nanoTime() - start) / 1e6);
    }

    private static String words(Random random) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < 9; i++) {
            words.append(WORDS.get(random.nextInt(WORDS.size()))).append(' ');
        }
        return words.toString().strip();
    }

    @TearDown
    public void remove() throws IOException {
        library.close();
        try (var files = Files.walk(root)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
        }
    }

    @Benchmark
    public List<TakeEntry> allOfThem() {
        return library.search(TakeQuery.ALL);
    }

    @Benchmark
    public List<TakeEntry> oneLetter() {
        return library.search(TakeQuery.ALL.withWords("c"));
    }

    @Benchmark
    public List<TakeEntry> twoWordsStarredByBothScores() {
        return library.search(TakeQuery.ALL.withWords("castle bel").withStar(true).withPacks(Set.of("starter-sound")).ordered(TakeQuery.Order.BOTH));
    }

    @Benchmark
    public List<TakeEntry> phraseWithoutAWord() {
        return library.search(TakeQuery.ALL.withWords("\"stone painting\" -rain").ordered(TakeQuery.Order.RATING));
    }
}
