package chladni.engine.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import chladni.engine.codec.PictureFile;
import chladni.engine.failure.BadInput;
import chladni.engine.failure.CancelSignal;
import chladni.engine.failure.Cancelled;
import chladni.engine.job.Monitor;
import chladni.engine.media.Picture;
import chladni.engine.media.Sound;
import chladni.engine.media.Spectrogram;
import chladni.engine.media.SpectrogramFormat;
import chladni.engine.recipe.Compose;
import chladni.engine.recipe.Distil;
import chladni.engine.recipe.Imprint;
import chladni.engine.recipe.Recipe;
import chladni.engine.recipe.StudyJson;
import chladni.engine.recipe.StudyTable;
import chladni.engine.score.Judge;
import chladni.engine.score.Score;
import chladni.engine.score.Scorer;
import chladni.engine.take.Made;
import chladni.engine.take.Take;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a study promises, with a maker and judges that cost nothing.
class StudyTest {
    private static final String RECIPE = "\"recipe\": { \"kind\": \"compose\", \"steps\": 4, \"takes\": 2, "
            + "\"voices\": [{ \"pack\": \"p\", \"weight\": 0.5 }, { \"pack\": \"s\", \"weight\": 0.5 }] }";
    private static final String WORDS = "\"pictures\": [\"a castle\", \"a dog\"], \"sounds\": [\"a bell\"]";

    @TempDir
    private Path folder;
    private final List<Recipe> made = new ArrayList<>();

    private static StudyTable table(String more) {
        return StudyJson.parse("{ \"kind\": \"study\", " + RECIPE + ", " + WORDS + more + " }", Path.of(""));
    }

    /// A take whose picture is as grey as its seed says: 0.1 for seed 1.
    private void make(Recipe recipe, Monitor monitor, Consumer<Take> onTake) {
        made.add(recipe);
        SpectrogramFormat format = SpectrogramFormat.STARTER;
        float[] levels = new float[format.mels() * 8];
        java.util.Arrays.fill(levels, recipe.seed() / 10f);
        Spectrogram spectrogram = new Spectrogram(format, 8, levels);
        onTake.accept(new Take(recipe, new Made("", Map.of(), Map.of("denoising", 2.0), List.of(), 4), spectrogram.picture(), spectrogram,
                Sound.mono(16_000, new float[8 * 160]), Map.of()));
    }

    private record Fixed<T>(double value) implements Judge<T> {
        @Override
        public String id() {
            return "fixed";
        }

        @Override
        public Score judge(T seen, String text, CancelSignal cancel) {
            return new Score(seen instanceof Picture picture ? picture.at(0, 0, 0) : value, text, id());
        }

        @Override
        public void close() {}
    }

    private Study study(StudyTable table) {
        return new Study(table, folder, this::make, new Scorer(Optional.of(new Fixed<Picture>(0)), Optional.of(new Fixed<Sound>(0.25))));
    }

    private StudySummary run(StudyTable table) {
        return study(table).run(Monitor.silent(), _ -> {});
    }

    @Test
    void everySettingMeetsEveryPairAndTakeKHasTheSameSeedInAll() {
        StudyTable table = table(", \"methods\": [\"joint\", \"imprint\", \"distil\", \"picture\", \"sound\"], \"distil\": { \"iterations\": 7 }");
        assertThat(table.settings()).hasSize(5);
        assertThat(table.cells()).hasSize(5 * 2 * 2);
        assertThat(table.cells()).extracting(cell -> cell.recipe().seed()).containsOnly(1L, 2L);
        assertThat(table.cells().get(1).recipe()).isInstanceOf(Imprint.class);
        assertThat(((Distil) table.cells().get(2).recipe()).iterations()).isEqualTo(7);
        assertThat(((Compose) table.cells().get(3).recipe()).voices()).singleElement().extracting(voice -> voice.prompt()).isEqualTo("a castle");
    }

    @Test
    void theGridCombinesEveryValueWithEveryOtherWhereItMatters() {
        StudyTable table = table(", \"methods\": [\"joint\", \"imprint\"], \"vary\": { \"start\": [{ \"picture\": 0.1 }, { \"sound\": 0.1 }, {}], "
                + "\"balance\": [0.3, 0.7], \"vocoder\": [\"pack\", \"griffin-lim\"], \"style\": [\"\", \", grayscale\"] }");
        assertThat(table.settings()).hasSize((3 * 2 + 1) * 2 * 2);
        Compose first = (Compose) table.cells().getFirst().recipe();
        assertThat(first.voices().getFirst().from()).isEqualTo(0.1);
        assertThat(table.cells().get(1).picture()).isEqualTo("a castle, grayscale");
    }

    @Test
    void theTableHoldsTheMeansOfTheScores() throws IOException {
        StudySummary.Line line = run(table("")).lines().getFirst();
        assertThat(line.takes()).isEqualTo(4);
        assertThat(line.looks().value()).isCloseTo(0.15, within(0.002)); // seeds 1 and 2, in 8 bits when read again
        assertThat(line.sounds().value()).isEqualTo(0.25);
        assertThat(line.sum()).isCloseTo(0.4, within(0.002));
        assertThat(Files.readAllLines(folder.resolve("study.csv"))).hasSize(5).first().asString().startsWith("setting,method,");
        assertThat(Files.readString(folder.resolve("summary.md"))).contains("| joint | 4 | 15.0 ± 2.9 | 25.0 ± 0.0 | 40.0 | 2.0 |");
        assertThat(PictureFile.read(folder.resolve("table.png")).picture().width()).isGreaterThan(256);
    }

    @Test
    void aStudyThatWasEndedGoesOnAndMakesNoTakeTwice() {
        StudyTable table = table("");
        Monitor stopped = Monitor.silent();
        assertThatExceptionOfType(Cancelled.class).isThrownBy(() -> study(table).run(stopped, row -> {
            if (row.cell().recipe().seed() == 2) {
                stopped.cancel().raise();
            }
        }));
        assertThat(made).hasSize(2);
        assertThat(folder.resolve("study.csv")).exists();
        List<StudyRow> rows = new ArrayList<>();
        study(table).run(Monitor.silent(), rows::add);
        assertThat(rows).hasSize(4);
        assertThat(made).hasSize(4).doesNotHaveDuplicates();
    }

    @Test
    void aTakeWhoseScoresWereLostIsJudgedAgainAndNotMadeAgain() throws IOException {
        run(table(""));
        try (var rows = Files.list(folder.resolve("rows"))) {
            Files.writeString(rows.findFirst().orElseThrow(), "{ half");
        }
        assertThat(run(table("")).lines().getFirst().takes()).isEqualTo(4);
        assertThat(made).hasSize(4);
    }

    @Test
    void aPictureAloneIsMadeOnceForAllSounds() {
        run(StudyJson.parse("{ \"kind\": \"study\", \"methods\": [\"picture\"], " + RECIPE
                + ", \"pictures\": [\"a castle\"], \"sounds\": [\"a bell\", \"a dog\"] }", Path.of("")));
        assertThat(made).hasSize(2);
    }

    @Test
    void whatIsNoTableIsRefusedInWords() {
        assertRefused(", \"methods\": [\"blend\"]", "\"methods\" may hold joint, imprint, distil, picture, sound, not \"blend\".");
        assertRefused(", \"vary\": { \"balance\": [2] }", "\"vary.balance\" must be a number from 0 to 1, not 2.");
        assertRefused(", \"vary\": { \"colour\": [2] }", "Unknown field \"vary.colour\". Known here: start, guidance, balance, vocoder, style.");
        assertRefused(", \"pairs\": \"alike\"", "\"pairs\": \"alike\" needs as many \"sounds\" (1) as \"pictures\" (2).");
        assertThatExceptionOfType(BadInput.class).isThrownBy(() -> StudyJson.parse("{ \"kind\": \"compose\", " + RECIPE + " }", Path.of("")))
                .withMessageContaining("chladni render makes it");
        assertThatExceptionOfType(BadInput.class).isThrownBy(() -> StudyJson.parse("{ " + RECIPE + " }", Path.of("")))
                .withMessageStartingWith("A study needs \"pictures\" and \"sounds\"");
    }

    private static void assertRefused(String more, String message) {
        assertThatExceptionOfType(BadInput.class).isThrownBy(() -> table(more)).withMessage(message);
    }

    @Test
    void wordsWithCommasAndQuotesSurviveTheCsv() {
        assertThat(StudyRow.quoted("a \"red\", round thing")).isEqualTo("\"a \"\"red\"\", round thing\"");
        assertThat(StudyRow.number(0.5)).isEqualTo("0.5");
        assertThat(StudyRow.number(null)).isEmpty();
        assertThat(StudyRow.number(1.0)).isEqualTo("1");
    }
}
