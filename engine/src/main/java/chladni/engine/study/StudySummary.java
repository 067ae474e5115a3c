package chladni.engine.study;

import chladni.engine.recipe.StudyTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The lines of a study's table: the mean of each score over all takes of a setting, in hundredths as the paper prints them.
public record StudySummary(List<Line> lines) {
    /// @param takes how many were made
    /// @param looks mean and its standard error
    public record Line(StudyTable.Setting setting, int takes, Mean looks, Mean sounds, double seconds) {
        /// The paper's "overall"; null where one side was not judged.
        public @Nullable Double sum() {
            return looks.value == null || sounds.value == null ? null : looks.value + sounds.value;
        }
    }

    /// @param value null where nothing was judged
    /// @param error standard error of the mean; null for fewer than two values
    public record Mean(@Nullable Double value, @Nullable Double error) {
        static Mean of(List<Double> values) {
            if (values.isEmpty()) {
                return new Mean(null, null);
            }
            double mean = values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
            double squares = values.stream().mapToDouble(value -> (value - mean) * (value - mean)).sum();
            int n = values.size();
            return new Mean(mean, n < 2 ? null : Math.sqrt(squares / (n - 1) / n));
        }

        String words() {
            return value == null ? "—" : String.format(Locale.ROOT, "%.1f", 100 * value)
                    + (error == null ? "" : String.format(Locale.ROOT, " ± %.1f", 100 * error));
        }
    }

    static StudySummary of(StudyTable table, List<StudyRow> rows) {
        List<Line> lines = new ArrayList<>();
        for (StudyTable.Setting setting : table.settings()) {
            List<StudyRow> own = rows.stream().filter(row -> row.cell().setting().equals(setting)).toList();
            lines.add(new Line(setting, own.size(), mean(own, StudyRow::looks), mean(own, StudyRow::sounds),
                    own.stream().mapToDouble(StudyRow::seconds).average().orElse(0)));
        }
        return new StudySummary(lines);
    }

    private static Mean mean(List<StudyRow> rows, Function<StudyRow, @Nullable Double> score) {
        List<Double> values = new ArrayList<>();
        rows.stream().map(score).filter(Objects::nonNull).forEach(values::add);
        return Mean.of(values);
    }

    String csv() {
        StringBuilder csv = new StringBuilder("setting,takes,looks,looks_error,sounds,sounds_error,sum,seconds\n");
        for (Line line : lines) {
            csv.append(String.join(",", StudyRow.quoted(line.setting.words()), Integer.toString(line.takes), StudyRow.number(line.looks.value),
                    StudyRow.number(line.looks.error), StudyRow.number(line.sounds.value), StudyRow.number(line.sounds.error),
                    StudyRow.number(line.sum()), String.format(Locale.ROOT, "%.2f", line.seconds))).append('\n');
        }
        return csv.toString();
    }

    /// For people: a table in Markdown.
    public String words() {
        StringBuilder words = new StringBuilder("| setting | takes | looks (%) | sounds (%) | sum (%) | s a take |\n|---|---|---|---|---|---|\n");
        for (Line line : lines) {
            Double sum = line.sum();
            words.append("| %s | %d | %s | %s | %s | %s |\n".formatted(line.setting.words(), line.takes, line.looks.words(), line.sounds.words(),
                    sum == null ? "—" : String.format(Locale.ROOT, "%.1f", 100 * sum), String.format(Locale.ROOT, "%.1f", line.seconds)));
        }
        return words.toString();
    }
}
