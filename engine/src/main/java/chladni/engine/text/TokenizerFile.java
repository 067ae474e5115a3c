package chladni.engine.text;

import chladni.engine.failure.PackBroken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads a tokenizer's JSON files.
final class TokenizerFile {
    /// The largest published ones have about 17 MB.
    private static final long MAX_BYTES = 64 << 20;

    private TokenizerFile() {}

    static JsonNode read(Path file) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new PackBroken(file + " is too large to be a tokenizer.");
            }
            return JsonMapper.shared().readTree(Files.readAllBytes(file));
        } catch (JacksonException e) {
            throw PackBroken.damaged(file, e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new PackBroken(file + " is missing or cannot be read.", e);
        }
    }

    static JsonNode read(InputStream in, String where) {
        try {
            return JsonMapper.shared().readTree(in.readAllBytes());
        } catch (JacksonException | IOException e) {
            throw new PackBroken(where + " is damaged: " + e.getMessage(), e);
        }
    }
}
