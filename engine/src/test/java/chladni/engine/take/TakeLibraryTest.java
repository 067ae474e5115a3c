package chladni.engine.take;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chladni.engine.failure.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TakeLibraryTest {
    @TempDir Path root;
    private Instant now = Instant.parse("2026-11-21T12:00:00Z");
    private TakeLibrary library;

    @BeforeEach
    void open() {
        library = new TakeLibrary(root, () -> now);
    }

    @AfterEach
    void close() {
        library.close();
    }

    @Test
    void findsBeginningsOfWordsInAnyOrderPhrasesAndWhatIsWithout() throws IOException {
        take("2026-11-20/0001", "a painting of castle towers, grayscale", "bell ringing", 2024);
        take("2026-11-20/0002", "a lithograph of a castle", "rain on a roof", 7);
        library.refresh();
        assertThat(found("cast")).containsExactlyInAnyOrder("0001", "0002");
        assertThat(found("ringing cast")).containsExactly("0001");
        assertThat(found("\"castle towers\"")).containsExactly("0001");
        assertThat(found("\"towers castle\"")).isEmpty();
        assertThat(found("castle -bell")).containsExactly("0002");
        assertThat(found("-rain")).containsExactly("0001");
        assertThat(found("CASTLE ROOF")).containsExactly("0002");
        assertThat(found("2024")).containsExactly("0001");
        assertThat(found("   ")).hasSize(2);
    }

    @Test
    void findsSignsAccentsAndScriptsWithoutSpaces() throws IOException {
        take("1", "a café by the sea 🌊", "", 1);
        take("2", "古い城の塔の絵", "", 2);
        library.refresh();
        assertThat(found("cafe")).containsExactly("1");
        assertThat(found("🌊")).containsExactly("1");
        assertThat(found("城の塔")).containsExactly("2");
        assertThat(found("🎉")).isEmpty();
    }

    @Test
    void nothingThatCanBeTypedIsAnError() throws IOException {
        take("1", "a castle", "rain", 1);
        library.refresh();
        for (String odd : List.of("\"", "\"\"", "a\"b", "AND", "OR OR", "NOT castle", "NEAR(a b)", "body:castle", "*", "^", "(", ")", "-", "--",
                "-\"", "{", "a*b*", "'; drop table take; --", "%", "_", "\\", "\0", "\uD83C", "e\u0301", "+", "castle AND", "?", "-🌊")) {
            assertThat(library.search(TakeQuery.ALL.withWords(odd))).as(odd).hasSizeLessThanOrEqualTo(1);
        }
        assertThat(found("castle")).containsExactly("1");
    }

    @Test
    void filtersAndOrders() throws IOException {
        take("2026-11-18/0001", "castle", "bell", 1);
        take("2026-11-19/0001", "forest", "bell", 2);
        Path third = take("2026-11-20/0001", "river", "rain", 3);
        Files.writeString(third.resolve("recipe.json"), """
                {"chladni": 1, "kind": "imprint", "seed": 3, "picture": "cat.png",
                 "sound": {"pack": "auffusion", "prompt": "river"}, "made": {"scores": {"looks": {"value": 0.31}, "sounds": 0.2}}}""");
        Files.writeString(root.resolve("2026-11-18/0001/scores.json"), "{\"looks\": 0.1, \"sounds\": 0.3}");
        library.refresh();
        library.note(root.resolve("2026-11-18/0001"), new TakeNotes(true, 2));
        library.note(root.resolve("2026-11-19/0001"), new TakeNotes(false, 5));
        TakeQuery all = TakeQuery.ALL;
        assertThat(seeds(all)).containsExactly(3L, 2L, 1L);
        assertThat(seeds(all.ordered(TakeQuery.Order.OLDEST))).containsExactly(1L, 2L, 3L);
        assertThat(seeds(all.ordered(TakeQuery.Order.RATING))).containsExactly(2L, 1L, 3L);
        assertThat(seeds(all.ordered(TakeQuery.Order.LOOKS))).containsExactly(3L, 1L, 2L);
        assertThat(seeds(all.ordered(TakeQuery.Order.SOUNDS))).containsExactly(1L, 3L, 2L);
        assertThat(seeds(all.ordered(TakeQuery.Order.BOTH))).last().isEqualTo(2L);
        assertThat(seeds(all.withStar(true))).containsExactly(1L);
        assertThat(seeds(all.withLeastRating(3))).containsExactly(2L);
        assertThat(seeds(all.withKinds(Set.of("imprint")))).containsExactly(3L);
        assertThat(seeds(all.withPacks(Set.of("auffusion")))).containsExactly(3L);
        assertThat(seeds(all.withPacks(Set.of("starter")))).isEmpty();
        assertThat(seeds(all.between(LocalDate.parse("2026-11-19"), LocalDate.parse("2026-11-19")))).containsExactly(2L);
        assertThat(seeds(all.between(null, LocalDate.parse("2026-11-18")))).containsExactly(1L);
    }

    @Test
    void starsAndRatingsLiveBesideTheTakeAndOutliveTheIndex() throws IOException {
        Path folder = take("2026-11-20/0001", "castle", "bell", 1);
        Files.writeString(folder.resolve("notes.json"), "{\"words\": \"of another program\"}");
        library.refresh();
        library.note(folder, new TakeNotes(true, 4));
        library.close();
        Files.delete(root.resolve(".index.sqlite"));
        library.refresh();
        assertThat(library.search(TakeQuery.ALL)).first().extracting(TakeEntry::notes).isEqualTo(new TakeNotes(true, 4));
        assertThat(folder.resolve("notes.json")).content().contains("of another program");
    }

    @Test
    void theIndexIsMadeAgainWhenItIsBrokenOrOfAnotherVersion() throws Exception {
        take("1", "castle", "bell", 1);
        library.refresh();
        library.close();
        Files.writeString(root.resolve(".index.sqlite"), "this is no database, although it is long enough to look like one. ".repeat(80));
        library.refresh();
        assertThat(found("castle")).containsExactly("1");
        library.close();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + root.resolve(".index.sqlite"));
                var statement = connection.createStatement()) {
            statement.execute("pragma user_version = 999");
            statement.execute("drop table take");
        }
        library.refresh();
        assertThat(found("castle")).containsExactly("1");
    }

    @Test
    void anIndexThatBreaksWhileItIsOpenIsMadeAgain() throws Exception {
        take("1", "castle", "bell", 1);
        library.refresh();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + root.resolve(".index.sqlite"));
                var statement = connection.createStatement()) {
            statement.execute("drop table take");
        }
        assertThat(found("castle")).containsExactly("1");
    }

    @Test
    void refreshSeesWhatOtherProgramsMadeChangedAndRemoved() throws IOException {
        Path first = take("1", "castle", "bell", 1);
        Path second = take("2", "forest", "wind", 2);
        library.refresh();
        take("3", "river", "rain", 3);
        new TakeNotes(false, 3).write(second);
        Files.delete(first.resolve("recipe.json"));
        Files.createDirectories(root.resolve("4"));
        Files.writeString(root.resolve("4/recipe.json"), "{ damaged");
        library.refresh();
        assertThat(found("")).containsExactlyInAnyOrder("2", "3");
        assertThat(seeds(TakeQuery.ALL.withLeastRating(3))).containsExactly(2L);
    }

    @Test
    void aTakeInTheTrashComesBackWholeAndIsGoneAfterThirtyDays() throws IOException {
        Path folder = take("2026-11-20/0001_castle", "castle", "bell", 1);
        take("2026-11-20/0002_forest", "forest", "wind", 2);
        library.refresh();
        library.note(folder, new TakeNotes(true, 5));
        Path trashed = library.trash(folder);
        assertThat(folder).doesNotExist();
        assertThat(found("")).containsExactly("0002_forest");
        assertThat(library.search(TakeQuery.ALL.inTrash(true))).first().satisfies(entry -> {
            assertThat(entry.trashed()).isEqualTo(now);
            assertThat(entry.title()).isEqualTo("castle × bell");
        });
        assertThat(new TakeStore(root, TakeStore.Naming.TELLING).newest(9)).containsExactly(root.resolve("2026-11-20/0002_forest"));
        assertThat(library.restore(trashed)).isEqualTo(folder);
        assertThat(library.search(TakeQuery.ALL.withStar(true))).first().extracting(TakeEntry::folder).isEqualTo(folder);
        assertThat(folder.resolve("trashed.json")).doesNotExist();

        Path again = library.trash(folder);
        now = now.plus(Duration.ofDays(30));
        assertThat(library.purge()).isZero();
        now = now.plusSeconds(1);
        assertThat(library.purge()).isEqualTo(1);
        assertThat(again).doesNotExist();
        assertThat(library.search(TakeQuery.ALL.inTrash(true))).isEmpty();
    }

    @Test
    void aPlaceThatWasTakenMeanwhileIsLeftAlone() throws IOException {
        Path folder = take("2026-11-20/0001", "castle", "bell", 1);
        library.refresh();
        Path trashed = library.trash(folder);
        take("2026-11-20/0001", "another", "", 2);
        Path back = library.restore(trashed);
        assertThat(back).isEqualTo(root.resolve("2026-11-20/0001-2"));
        assertThat(library.search(TakeQuery.ALL)).hasSize(1).first().extracting(TakeEntry::seed).isEqualTo(1L);
    }

    @Test
    void aNoteThatPointsElsewhereLeadsNowhereElse() throws IOException {
        Path trashed = library.trash(take("1", "castle", "bell", 1));
        Files.writeString(trashed.resolve("trashed.json"), "{\"from\": \"../../outside\", \"at\": \"2026-11-20T00:00:00Z\"}");
        assertThat(library.restore(trashed)).startsWith(root);
        assertThatThrownBy(() -> library.trash(root.resolveSibling("outside"))).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> library.destroy(root)).isInstanceOf(BadInput.class);
    }

    @Test
    void searchesAndChangesFromManyThreadsAgree() throws Exception {
        for (int i = 0; i < 40; i++) {
            take("2026-11-20/%04d".formatted(i), "castle " + i, "bell", i);
        }
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            var refreshed = threads.submit(() -> {
                start.await();
                library.refresh();
                return true;
            });
            var searched = threads.submit(() -> {
                start.await();
                for (int i = 0; i < 100; i++) {
                    library.search(TakeQuery.ALL.withWords("castle"));
                }
                return true;
            });
            start.countDown();
            assertThat(refreshed.get(60, TimeUnit.SECONDS) && searched.get(60, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(found("castle")).hasSize(40);
    }

    private Path take(String name, @Nullable String picture, String sound, long seed) throws IOException {
        Path folder = root.resolve(name);
        Files.createDirectories(folder);
        Path recipe = folder.resolve("recipe.json");
        Files.writeString(recipe, """
                {"chladni": 1, "kind": "compose", "seed": %d, "voices": [
                  {"pack": "starter-picture", "prompt": "%s"}, {"pack": "starter-sound", "prompt": "%s"}],
                 "made": {"version": "0.1", "prompt": "not searched"}}""".formatted(seed, picture, sound));
        Files.setLastModifiedTime(recipe, FileTime.from(Instant.parse("2026-01-01T00:00:00Z").plusSeconds(seed)));
        return folder;
    }

    private List<String> found(String words) {
        return library.search(TakeQuery.ALL.withWords(words)).stream().map(entry -> entry.folder().getFileName().toString()).toList();
    }

    private List<Long> seeds(TakeQuery query) {
        return library.search(query).stream().map(TakeEntry::seed).toList();
    }
}
