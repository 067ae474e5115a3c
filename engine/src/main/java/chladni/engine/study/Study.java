package chladni.engine.study;

import chladni.engine.codec.ContactSheet;
import chladni.engine.codec.OutputFolder;
import chladni.engine.codec.PictureFile;
import chladni.engine.codec.SafeWrite;
import chladni.engine.failure.CancelSignal;
import chladni.engine.job.Monitor;
import chladni.engine.job.Preview;
import chladni.engine.job.Progress;
import chladni.engine.media.Picture;
import chladni.engine.media.Sound;
import chladni.engine.recipe.Recipe;
import chladni.engine.recipe.RecipeWriter;
import chladni.engine.recipe.StudyTable;
import chladni.engine.score.Judged;
import chladni.engine.score.Score;
import chladni.engine.score.Scorer;
import chladni.engine.score.Scores;
import chladni.engine.sound.GriffinLim;
import chladni.engine.sound.Loudness;
import chladni.engine.take.SavedTake;
import chladni.engine.take.Take;
import chladni.engine.take.TakeStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Makes every take of a table, judges it and lays the table out: `takes/KEY` (a take for each recipe), `rows/KEY.json` (what came of each cell),
/// `study.csv`, `summary.csv`, `summary.md`, `table.png`. What is there already is not made again: a study that was ended, however, goes on.
public final class Study {
    private static final int KEY_BYTES = 8;
    /// More columns than these make a picture that nobody can see at once.
    private static final int MOST_COLUMNS = 10;

    private final StudyTable table;
    private final Path out;
    private final Maker maker;
    private final Scorer scorer;

    /// Turns recipes into takes: the engine.
    @FunctionalInterface
    public interface Maker {
        void make(Recipe recipe, Monitor monitor, Consumer<Take> onTake);
    }

    /// @param out folder of the study; made where it is missing
    public Study(StudyTable table, Path out, Maker maker, Scorer scorer) {
        this.table = table;
        this.out = out;
        this.maker = maker;
        this.scorer = scorer;
    }

    /// Makes what is missing.
    ///
    /// @param onRow sees every cell, also those that were there
    /// @throws chladni.engine.failure.Cancelled when the signal is raised; what was made is kept and laid out
    public StudySummary run(Monitor monitor, Consumer<StudyRow> onRow) {
        OutputFolder.prepared(out.resolve("takes"));
        OutputFolder.prepared(out.resolve("rows"));
        List<StudyTable.Cell> cells = table.cells();
        List<StudyRow> rows = new ArrayList<>();
        try {
            for (int i = 0; i < cells.size() && !monitor.stopHere(); i++) {
                monitor.cancel().throwIfRaised();
                StudyRow row = row(cells.get(i), new Within(monitor, i, cells.size()));
                rows.add(row);
                onRow.accept(row);
            }
        } finally {
            layOut(rows);
        }
        return StudySummary.of(table, rows);
    }

    private StudyRow row(StudyTable.Cell cell, Monitor monitor) {
        Path folder = out.resolve("takes").resolve(key(json(cell.recipe())));
        Path file = out.resolve("rows").resolve(key(json(cell.recipe()) + cell.setting() + cell.picture() + "\n" + cell.sound()
                + scorer.looks().map(judge -> judge.id()) + scorer.sounds().map(judge -> judge.id())) + ".json");
        Optional<StudyRow> known = Files.isDirectory(folder) ? StudyRow.read(file, cell, folder) : Optional.empty();
        if (known.isPresent()) {
            return known.get();
        }
        StudyRow row = judged(cell, taken(cell, folder, monitor), monitor.cancel());
        row.write(file);
        return row;
    }

    private SavedTake taken(StudyTable.Cell cell, Path folder, Monitor monitor) {
        if (Files.isDirectory(folder)) {
            return TakeStore.read(folder);
        }
        List<SavedTake> made = new ArrayList<>();
        TakeStore store = new TakeStore(out.resolve("takes"), TakeStore.Naming.NUMBERED);
        maker.make(cell.recipe(), monitor, take -> made.add(store.saveAs(take, folder.getFileName().toString())));
        return made.getFirst();
    }

    private StudyRow judged(StudyTable.Cell cell, SavedTake saved, CancelSignal cancel) {
        Take take = saved.take();
        Sound sound = cell.setting().griffinLim()
                ? Loudness.withinFullScale(new GriffinLim(take.spectrogram().format()).sound(take.spectrogram(), cancel)) : take.sound();
        Scores scores = scorer.score(Judged.of(take.picture(), cell.picture(), sound, cell.sound()), cancel);
        double seconds = take.made().seconds().values().stream().mapToDouble(Double::doubleValue).sum();
        return new StudyRow(cell, value(scores.looks()), value(scores.sounds()), seconds, saved.folder());
    }

    private static @Nullable Double value(Optional<Score> score) {
        return score.map(Score::value).orElse(null);
    }

    private static String json(Recipe recipe) {
        return RecipeWriter.print(new RecipeWriter(UnaryOperator.identity()).write(recipe));
    }

    private static String key(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, KEY_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private void layOut(List<StudyRow> rows) {
        StringBuilder csv = new StringBuilder(StudyRow.CSV_HEADER);
        rows.forEach(row -> csv.append(row.csv()));
        write("study.csv", csv.toString());
        StudySummary summary = StudySummary.of(table, rows);
        write("summary.csv", summary.csv());
        write("summary.md", summary.words());
        if (!rows.isEmpty()) {
            ContactSheet.write(out.resolve("table.png"), sheet(rows, summary));
        }
    }

    private void write(String name, String text) {
        SafeWrite.bytes(out.resolve(name), text.getBytes(StandardCharsets.UTF_8));
    }

    /// One setting over all pairs: pictures down, sounds across. Several: settings down, pairs across. Each place shows the first take.
    private ContactSheet sheet(List<StudyRow> rows, StudySummary summary) {
        boolean square = table.settings().size() == 1 && !table.alike();
        int columns = Math.min(MOST_COLUMNS, square ? table.sounds().size() : table.pairs());
        List<String> heads = new ArrayList<>();
        for (int column = 0; column < columns; column++) {
            heads.add(square ? table.sounds().get(column) : table.pictureOf(column) + "\n" + table.soundOf(column));
        }
        List<ContactSheet.Row> lines = new ArrayList<>();
        if (square) {
            for (int picture = 0; picture < table.pictures().size(); picture++) {
                lines.add(line(table.pictures().get(picture), rows, table.settings().getFirst(), picture * table.sounds().size(), columns));
            }
        } else {
            for (StudySummary.Line line : summary.lines()) {
                String head = line.setting().words() + "\nlooks " + line.looks().words() + "\nsounds " + line.sounds().words();
                lines.add(line(head, rows, line.setting(), 0, columns));
            }
        }
        return new ContactSheet(table.title(), ContactSheet.Thumb.SMALL, heads, lines);
    }

    private static ContactSheet.Row line(String head, List<StudyRow> rows, StudyTable.Setting setting, int firstPair, int columns) {
        List<ContactSheet.Cell> cells = new ArrayList<>();
        for (int pair = firstPair; pair < firstPair + columns; pair++) {
            int wanted = pair;
            cells.add(rows.stream().filter(row -> row.cell().setting().equals(setting) && row.cell().pair() == wanted).findFirst()
                    .map(row -> new ContactSheet.Cell(picture(row), "looks " + percent(row.looks()) + "   sounds " + percent(row.sounds())))
                    .orElse(new ContactSheet.Cell(null, "not made yet")));
        }
        return new ContactSheet.Row(head, cells);
    }

    private static Picture picture(StudyRow row) {
        return PictureFile.read(row.take().resolve("spectrogram.png")).picture();
    }

    private static String percent(@Nullable Double score) {
        return score == null ? "—" : "%.1f".formatted(100 * score);
    }

    /// One take's progress as that of the whole study.
    private record Within(Monitor whole, int cell, int cells) implements Monitor {
        @Override
        public CancelSignal cancel() {
            return whole.cancel();
        }

        @Override
        public void progress(Progress progress) {
            whole.progress(new Progress(progress.stage(), cell, cells, progress.step(), progress.steps()));
        }

        @Override
        public void preview(Preview preview) {
            whole.preview(preview);
        }

        @Override
        public boolean wantsPreview(int step, int steps) {
            return whole.wantsPreview(step, steps);
        }

        @Override
        public void note(String sentence) {
            whole.note(sentence);
        }
    }
}
