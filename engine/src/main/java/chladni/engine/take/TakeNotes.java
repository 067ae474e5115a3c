package chladni.engine.take;

import chladni.engine.codec.SafeWrite;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What its owner says about a take: `notes.json` beside its recipe, so that it goes wherever the folder goes.
///
/// @param rating 0 (none) … 5
public record TakeNotes(boolean starred, int rating) {
    public static final TakeNotes NONE = new TakeNotes(false, 0);
    public static final int BEST = 5;
    static final String FILE = "notes.json";

    public TakeNotes {
        if (rating < 0 || rating > BEST) {
            throw new IllegalArgumentException("a rating is 0 to 5, not " + rating);
        }
    }

    public TakeNotes withStar(boolean on) {
        return new TakeNotes(on, rating);
    }

    public TakeNotes withRating(int stars) {
        return new TakeNotes(starred, stars);
    }

    /// What is missing or damaged is no note: nobody should lose a take to its rating.
    public static TakeNotes read(Path folder) {
        ObjectNode tree = tree(folder.resolve(FILE));
        return new TakeNotes(tree.path("star").asBoolean(false), Math.clamp(tree.path("rating").asInt(0), 0, BEST));
    }

    /// Written whole or not at all; what other programs keep in the file stays.
    ///
    /// @throws chladni.engine.failure.StorageFailed with the path and the reason
    public void write(Path folder) {
        Path file = folder.resolve(FILE);
        ObjectNode tree = tree(file).put("star", starred).put("rating", rating);
        String json = JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(tree);
        SafeWrite.bytes(file, json.getBytes(StandardCharsets.UTF_8));
    }

    private static ObjectNode tree(Path file) {
        try {
            return Files.exists(file) && JsonMapper.shared().readTree(Files.readString(file)) instanceof ObjectNode object
                    ? object : JsonMapper.shared().createObjectNode();
        } catch (IOException | JacksonException damaged) {
            return JsonMapper.shared().createObjectNode();
        }
    }
}
