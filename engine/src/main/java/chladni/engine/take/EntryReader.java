package chladni.engine.take;

import chladni.engine.failure.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the library wants to know of a take, from its small files. Recipes are read leniently, so that takes of later kinds are found too.
///
/// @param text everything that can be searched
/// @param stamp changes whenever one of the files does
record EntryReader(TakeEntry entry, String text, long stamp) {
    private static final List<String> FILES = List.of("recipe.json", TakeNotes.FILE, "scores.json", TakeTrash.NOTE);

    /// The state of a take's small files in one number.
    static long stampOf(Path folder) {
        long stamp = 17;
        for (String name : FILES) {
            stamp = stamp * 1_000_003 + folder.resolve(name).toFile().lastModified(); // 0 when it is not there
        }
        return stamp;
    }

    /// @throws BadInput when there is no recipe that can be read
    static EntryReader read(Path folder) {
        Path file = folder.resolve("recipe.json");
        try {
            long stamp = stampOf(folder);
            JsonNode recipe = JsonMapper.shared().readTree(Files.readString(file));
            if (!recipe.isObject()) {
                throw new BadInput(file + " is no recipe.");
            }
            List<String> prompts = new ArrayList<>();
            List<String> negatives = new ArrayList<>();
            Set<String> packs = new LinkedHashSet<>();
            for (var field : recipe.properties()) {
                if (!field.getKey().equals("made")) {
                    gather(field.getKey(), field.getValue(), prompts, negatives, packs);
                }
            }
            String kind = recipe.path("kind").asString("compose");
            String title = prompts.isEmpty() ? kind + " of " + recipe.path("picture").asString("something") : prompts.stream()
                    .collect(Collectors.joining(" × "));
            long seed = recipe.path("seed").asLong(0);
            JsonNode scores = scores(folder, recipe);
            TakeEntry entry = new TakeEntry(folder, title, kind, List.copyOf(packs), seed, made(folder, file), TakeNotes.read(folder),
                    score(scores.path("looks")), score(scores.path("sounds")), TakeTrash.since(folder));
            return new EntryReader(entry, String.join(" \n", title, String.join(" ", negatives), kind, Long.toString(seed)), stamp);
        } catch (IOException | JacksonException unreadable) {
            throw new BadInput(file + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private static void gather(String name, JsonNode value, List<String> prompts, List<String> negatives, Set<String> packs) {
        if (value.isContainer()) {
            value.properties().forEach(field -> gather(field.getKey(), field.getValue(), prompts, negatives, packs));
            value.values().forEach(element -> {
                if (value.isArray()) {
                    gather(name, element, prompts, negatives, packs);
                }
            });
        } else if (!value.asString("").isBlank()) {
            switch (name) {
                case "prompt" -> prompts.add(value.asString(""));
                case "negative" -> negatives.add(value.asString(""));
                case "pack" -> packs.add(value.asString(""));
                default -> {
                    // not searched for
                }
            }
        }
    }

    private static JsonNode scores(Path folder, JsonNode recipe) throws IOException {
        Path beside = folder.resolve("scores.json");
        return Files.exists(beside) ? JsonMapper.shared().readTree(Files.readString(beside)) : recipe.path("made").path("scores");
    }

    private static @Nullable Double score(JsonNode value) {
        JsonNode number = value.isObject() ? value.path("value") : value;
        return number.isNumber() ? number.asDouble() : null;
    }

    /// The day is the folder's: files that were copied have lost theirs.
    private static Instant made(Path folder, Path recipe) throws IOException {
        Instant written = Files.getLastModifiedTime(recipe).toInstant();
        ZoneId here = ZoneId.systemDefault();
        try {
            Path above = folder.toAbsolutePath().getParent();
            LocalDate day = LocalDate.parse(above == null ? "" : String.valueOf(above.getFileName()));
            return written.atZone(here).toLocalDate().equals(day) ? written : day.atStartOfDay(here).toInstant();
        } catch (DateTimeParseException noDay) {
            return written;
        }
    }
}
