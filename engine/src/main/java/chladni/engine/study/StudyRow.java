package chladni.engine.study;

import chladni.engine.codec.SafeWrite;
import chladni.engine.recipe.StudyTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What came of one cell of a study.
///
/// @param looks score of the picture; null where no judge looked
/// @param sounds score of the sound; null where no judge listened
/// @param seconds that the take cost
/// @param take its folder
public record StudyRow(StudyTable.Cell cell, @Nullable Double looks, @Nullable Double sounds, double seconds, Path take) {
    static final String CSV_HEADER = "setting,method,picture_from,sound_from,guidance,balance,vocoder,style,picture,sound,seed,looks,sounds,seconds,take\n";

    String csv() {
        StudyTable.Setting setting = cell.setting();
        StudyTable.Start start = setting.start();
        return String.join(",", quoted(setting.words()), setting.method().id(), number(start == null ? null : start.picture()),
                number(start == null ? null : start.sound()), number(setting.guidance()), number(setting.balance()),
                setting.griffinLim() ? "griffin-lim" : "pack", quoted(setting.style()), quoted(cell.picture()), quoted(cell.sound()),
                Long.toString(cell.recipe().seed()), number(looks), number(sounds), String.format(Locale.ROOT, "%.2f", seconds),
                quoted(take.getFileName().toString())) + "\n";
    }

    /// As RFC 4180 has it; always in quotes.
    static String quoted(String text) {
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }

    static String number(@Nullable Double value) {
        return value == null ? "" : String.format(Locale.ROOT, "%.5f", value).replaceFirst("0+$", "").replaceFirst("\\.$", "");
    }

    /// One line for scripts.
    public String json() {
        ObjectNode line = JsonMapper.shared().createObjectNode();
        line.put("setting", cell.setting().words()).put("method", cell.setting().method().id());
        line.put("picture", cell.picture()).put("sound", cell.sound()).put("seed", cell.recipe().seed());
        line.put("looks", looks).put("sounds", sounds).put("seconds", seconds).put("take", take.toString());
        return line.toString();
    }

    void write(Path file) {
        SafeWrite.bytes(file, (json() + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /// Empty when it is not there, or damaged: the cell is then judged again.
    static Optional<StudyRow> read(Path file, StudyTable.Cell cell, Path take) {
        try {
            JsonNode line = JsonMapper.shared().readTree(Files.readString(file));
            return Optional.of(new StudyRow(cell, number(line, "looks"), number(line, "sounds"), line.path("seconds").asDouble(0), take));
        } catch (IOException | JacksonException none) {
            return Optional.empty();
        }
    }

    private static @Nullable Double number(JsonNode line, String field) {
        JsonNode value = line.path(field);
        return value.isNumber() ? value.doubleValue() : null;
    }
}
