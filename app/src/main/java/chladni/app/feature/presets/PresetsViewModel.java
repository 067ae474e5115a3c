package chladni.app.feature.presets;

import chladni.app.document.Edit;
import chladni.app.document.History;
import chladni.engine.codec.SafeWrite;
import chladni.engine.failure.BadInput;
import chladni.engine.failure.StorageFailed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The presets that come with the program, and the user's own: one small JSON file each, in a folder beside the settings. Reading and
/// writing a few hundred bytes needs no thread of its own.
public final class PresetsViewModel {
    private static final Logger LOG = LoggerFactory.getLogger(PresetsViewModel.class);
    private static final int LONGEST_NAME = 60;
    private static final String ENDING = ".json";

    private final Path folder;
    private final Panel panel;
    private final History history;
    private final ObservableList<Preset> presets = FXCollections.observableArrayList();

    /// The panel of the voices.
    public interface Panel {
        ObjectNode write();

        /// Everything but the seed; what is left out stays.
        void recall(JsonNode panel);
    }

    public PresetsViewModel(Path folder, Panel panel, History history) {
        this.folder = folder;
        this.panel = panel;
        this.history = history;
    }

    /// The user's own by name, then those of the program.
    public ObservableList<Preset> presets() {
        return presets;
    }

    /// Looks at the folder again.
    public void refresh() {
        List<Preset> all = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(file -> String.valueOf(file.getFileName()).endsWith(ENDING)).sorted(Comparator.comparing(Path::toString))
                        .forEach(file -> read(file, all));
            } catch (IOException | UncheckedIOException unreadable) {
                LOG.warn("the presets in {} cannot be listed", folder, unreadable);
            }
        }
        all.add(new Preset("Draft", values(20, 4), null));
        all.add(new Preset("Standard", values(50, 4), null));
        all.add(new Preset("Explore", values(50, 16), null));
        all.add(new Preset("Paper", values(100, 100), null));
        all.add(new Preset("Imprint", JsonMapper.shared().createObjectNode().put("flow", "imprint").put("imprint-depth", 0.5), null));
        all.add(new Preset("Distil", JsonMapper.shared().createObjectNode().put("flow", "distil").put("iterations", 400).put("takes", 1), null));
        presets.setAll(all);
    }

    private static JsonNode values(int steps, int takes) {
        return JsonMapper.shared().createObjectNode().put("steps", steps).put("takes", takes);
    }

    private static void read(Path file, List<Preset> all) {
        try {
            JsonNode panel = JsonMapper.shared().readTree(Files.readString(file));
            if (panel.isObject()) {
                String name = String.valueOf(file.getFileName());
                all.add(new Preset(panel.path("name").asString(name.substring(0, name.length() - ENDING.length())), panel, file));
            }
        } catch (IOException | JacksonException damaged) {
            LOG.warn("left out of the presets: {}", file, damaged);
        }
    }

    /// Puts a preset into the panel; the seed stays.
    public void apply(Preset preset) {
        JsonNode before = panel.write();
        history.perform(Edit.of("Preset “" + preset.name() + "”", () -> panel.recall(preset.panel()), () -> panel.recall(before)));
    }

    /// Keeps the panel as it is under a name; one of the same name is replaced.
    ///
    /// @throws BadInput when the name is empty or too long
    /// @throws StorageFailed when it cannot be written
    public void save(String name) {
        String plain = name.strip();
        if (plain.isEmpty() || plain.length() > LONGEST_NAME) {
            throw new BadInput("A preset needs a name of at most " + LONGEST_NAME + " letters.");
        }
        String json = JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(panel.write().put("name", plain));
        write(fileOf(plain), json);
        refresh();
    }

    /// Throws one of the user's own away; undoing brings it back.
    public void delete(Preset preset) {
        Path file = preset.file();
        if (file != null) {
            String json = JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(preset.panel());
            history.perform(Edit.of("Deleted the preset “" + preset.name() + "”", () -> {
                remove(file);
                refresh();
            }, () -> {
                write(file, json);
                refresh();
            }));
        }
    }

    private void write(Path file, String json) {
        try {
            Files.createDirectories(folder);
        } catch (IOException refused) {
            throw new StorageFailed("The folder of the presets, " + folder + ", cannot be made: " + SafeWrite.reason(refused) + ".", refused);
        }
        SafeWrite.bytes(file, json.getBytes(StandardCharsets.UTF_8));
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException refused) {
            throw new StorageFailed(file + " cannot be removed: " + SafeWrite.reason(refused) + ".", refused);
        }
    }

    /// The own preset of that name keeps its file; a new one gets a plain name that no other has.
    private Path fileOf(String name) {
        for (Preset preset : presets) {
            Path file = preset.file();
            if (file != null && preset.name().equals(name)) {
                return file;
            }
        }
        String stem = name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
        stem = stem.isEmpty() ? "preset" : stem;
        Path file = folder.resolve(stem + ENDING);
        for (int i = 2; Files.exists(file); i++) {
            file = folder.resolve(stem + "-" + i + ENDING);
        }
        return file;
    }
}
