package chladni.engine.take;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// How long the library takes with ten thousand takes: `-Dchladni.bench=true`; what was measured stands in docs/benchmarks.md.
@EnabledIfSystemProperty(named = "chladni.bench", matches = "true")
class TakeLibraryBench {
    private static final int TAKES = 10_000;
    private static final List<String> PICTURES = List.of("castle towers", "mountains at dusk", "a lighthouse", "a corgi", "waterfall", "old trees");
    private static final List<String> SOUNDS = List.of("bell ringing", "acoustic guitar", "dog barking", "rain on a roof", "birds", "engine revving");

    @Test
    void tenThousandTakes(@TempDir Path root) throws IOException {
        Random random = new Random(1);
        for (int i = 0; i < TAKES; i++) {
            Path take = Files.createDirectories(root.resolve("2026-%02d-%02d/%04d".formatted(1 + i / 900, 1 + i / 33 % 27, i % 900)));
            Files.writeString(take.resolve("recipe.json"), """
                    {"kind": "compose", "seed": %d, "voices": [{"pack": "starter-picture", "prompt": "a painting of %s no. %d"},
                     {"pack": "starter-sound", "prompt": "%s, take %d"}]}""".formatted(random.nextInt(1 << 30), PICTURES.get(i % 6), i, SOUNDS.get(i % 5), i));
        }
        try (TakeLibrary library = new TakeLibrary(root, InstantSource.system())) {
            print("reading them all in", () -> library.refresh(), 1);
            print("looking whether anything has changed", () -> library.refresh(), 5);
            assertThat(library.search(TakeQuery.ALL)).hasSize(TAKES);
            print("all of them", () -> library.search(TakeQuery.ALL), 30);
            print("a word that many have", () -> library.search(TakeQuery.ALL.withWords("castle")), 30);
            print("two beginnings of words", () -> library.search(TakeQuery.ALL.withWords("light gui")), 30);
            print("a word that one has", () -> library.search(TakeQuery.ALL.withWords("9321")), 30);
            print("nothing", () -> library.search(TakeQuery.ALL.withWords("zebra")), 30);
            library.search(TakeQuery.ALL).stream().limit(50).forEach(entry -> library.note(entry.folder(), new TakeNotes(true, 4)));
            print("those with a star", () -> library.search(TakeQuery.ALL.withStar(true)), 30);
        }
    }

    private static void print(String what, Runnable work, int times) {
        long[] nanos = new long[times];
        for (int i = 0; i < times; i++) {
            long start = System.nanoTime();
            work.run();
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        System.out.printf("%-40s median %8.1f ms, longest %8.1f ms%n", what, nanos[times / 2] / 1e6, nanos[times - 1] / 1e6);
    }
}
