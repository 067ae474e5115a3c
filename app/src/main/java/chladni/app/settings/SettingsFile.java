package chladni.app.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The settings on disk. What this version does not know is kept as it is, so that going back and forth between versions
/// loses nothing. A file that cannot be read is set aside, never overwritten.
public final class SettingsFile {
    private static final Logger LOG = LoggerFactory.getLogger(SettingsFile.class);
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final Path file;

    public SettingsFile(Path file) {
        this.file = file;
    }

    /// The tree on disk; empty when there is none yet.
    public ObjectNode read() {
        if (!Files.exists(file)) {
            return JSON.createObjectNode();
        }
        try {
            JsonNode tree = JSON.readTree(Files.readString(file));
            if (tree instanceof ObjectNode object) {
                return object;
            }
            LOG.warn("{} is not a JSON object", file);
        } catch (IOException | JacksonException unreadable) {
            LOG.warn("{} cannot be read", file, unreadable);
        }
        setAside();
        return JSON.createObjectNode();
    }

    /// Writes beside the file and renames, so that a crash leaves the old or the new one.
    public void write(ObjectNode tree) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Path next = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(next, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(tree));
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private void setAside() {
        try {
            Files.move(file, file.resolveSibling(file.getFileName() + ".broken"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException stays) {
            LOG.warn("{} cannot be set aside", file, stays);
        }
    }
}
