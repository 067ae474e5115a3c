package chladni.app;

import chladni.app.command.CommandTable;
import chladni.app.command.CommandTable.Face;
import chladni.app.document.Document;
import chladni.app.document.Painting;
import chladni.app.document.Shown;
import chladni.app.document.StoredTake;
import chladni.app.document.TakeItem;
import chladni.app.mask.Layer;
import chladni.app.mask.Shaping;
import chladni.engine.codec.PictureFile;
import chladni.engine.codec.PngDepth;
import chladni.engine.codec.PngFile;
import chladni.engine.codec.PngText;
import chladni.engine.failure.BadInput;
import chladni.engine.failure.ChladniFailure;
import chladni.engine.failure.StorageFailed;
import chladni.engine.take.ProjectFile;
import chladni.engine.take.SavedTake;
import chladni.engine.take.TakeStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Saves the sitting as one file and goes on with it later, here or on another machine: the strip, the canvas, mask and balance, the panel.
final class Projects {
    private static final Logger LOG = LoggerFactory.getLogger(Projects.class);
    private static final String MASK = "mask.png";
    private static final String BALANCE = "balance.png";

    private final Wiring wiring;
    private final Document document;
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
    private @Nullable Path file;

    Projects(Wiring wiring) {
        this.wiring = wiring;
        document = wiring.document;
    }

    void addTo(CommandTable table) {
        table.add("file.save-project", new Face("Save the project", "mdrmz-save", "Shortcut+S"), () -> save(file));
        table.add("file.save-project-as", new Face("Save the project as…", "mdrmz-save", "Shortcut+Shift+S"), () -> save(null));
    }

    /// What was saved or opened last; empty before.
    ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    static boolean isProject(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(java.util.Locale.ROOT).endsWith("." + ProjectFile.EXTENSION);
    }

    private void save(@Nullable Path to) {
        Path target = to == null ? wiring.dialogs.project(suggestion()).orElse(null) : to;
        if (target != null) {
            Contents contents = gathered();
            background(() -> {
                write(contents, target);
                Platform.runLater(() -> {
                    file = target;
                    note.set("Saved " + target.getFileName());
                });
            });
        }
    }

    private String suggestion() {
        Shown shown = document.visible();
        String title = shown == null ? "" : shown.title().replaceAll("[^\\p{L}\\p{N} ,-]", "").strip();
        return (title.isEmpty() ? "project" : title.substring(0, Math.min(40, title.length())).strip()) + "." + ProjectFile.EXTENSION;
    }

    /// What a project is made of, as it was at one moment.
    ///
    /// @param canvas which of the takes is on the canvas; −1: none of them
    /// @param mask null: nothing is masked
    private record Contents(List<StoredTake> takes, int canvas, JsonNode panel, @Nullable Layer mask, @Nullable Layer balance) {}

    private Contents gathered() {
        List<StoredTake> takes = new ArrayList<>(document.takes().stream().map(TakeItem::saved).filter(Objects::nonNull).toList());
        Shown shown = document.acceptedProperty().get();
        StoredTake onCanvas = shown == null ? null : shown.saved();
        if (onCanvas != null && !takes.contains(onCanvas)) {
            takes.add(onCanvas);
        }
        Painting painting = document.painting();
        return new Contents(takes, onCanvas == null ? -1 : takes.indexOf(onCanvas), wiring.voices.memory().write(),
                painting.maskedProperty().get() ? painting.mask().copy() : null, painting.balancedProperty().get() ? painting.balance().copy() : null);
    }

    private void write(Contents contents, Path target) {
        Path root = wiring.setup.bench().library().root();
        ObjectNode project = JsonMapper.shared().createObjectNode().put("chladni", "project").put("version", 1);
        ArrayNode takes = project.putArray("takes");
        Map<Path, String> folders = new LinkedHashMap<>();
        for (StoredTake take : contents.takes()) {
            String name = "%04d".formatted(folders.size() + 1);
            folders.put(take.folder(), name);
            Path home = take.folder().toAbsolutePath().normalize();
            takes.addObject().put("folder", "takes/" + name).put("home", home.startsWith(root) ? root.relativize(home).toString().replace('\\', '/') : "");
        }
        project.put("canvas", contents.canvas());
        project.set("panel", contents.panel());
        inTemporary(folder -> {
            Map<String, Path> others = new LinkedHashMap<>();
            paint(contents.mask(), folder.resolve(MASK), others);
            paint(contents.balance(), folder.resolve(BALANCE), others);
            ProjectFile.write(target, JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(project), folders, others);
        });
    }

    private static void paint(@Nullable Layer layer, Path picture, Map<String, Path> others) {
        if (layer != null) {
            PngFile.write(picture, Shaping.picture(layer), PngDepth.EIGHT, PngText.NONE);
            others.put(String.valueOf(picture.getFileName()), picture);
        }
    }

    /// Goes on with a project: its takes come in place of those in the strip, which undoing brings back.
    void open(Path project) {
        background(() -> inTemporary(folder -> {
            JsonNode told = told(ProjectFile.read(project, folder), project);
            List<SavedTake> takes = new ArrayList<>();
            int canvas = told.path("canvas").asInt(-1);
            SavedTake onCanvas = null;
            int damaged = 0;
            for (int i = 0; i < told.path("takes").size(); i++) {
                SavedTake take = take(told.path("takes").get(i), folder);
                if (take == null) {
                    damaged++;
                } else {
                    takes.add(take);
                    onCanvas = i == canvas ? take : onCanvas;
                }
            }
            Layer mask = layer(folder.resolve(MASK), 0);
            Layer balance = layer(folder.resolve(BALANCE), Painting.EVEN);
            String said = "Opened " + project.getFileName() + (damaged == 0 ? "" : "; takes in it that are damaged were left out: " + damaged);
            SavedTake shown = onCanvas;
            Platform.runLater(() -> {
                file = project;
                note.set(said);
                document.replace("Opened " + project.getFileName(), takes, shown);
                document.painting().recall(mask, balance);
                wiring.voices.memory().recall(told.path("panel"));
                wiring.voices.memory().recallSeed(told.path("panel"));
            });
        }));
    }

    private static JsonNode told(String text, Path project) {
        try {
            JsonNode told = JsonMapper.shared().readTree(text);
            if (!told.path("chladni").asString("").equals("project")) {
                throw new BadInput(project.getFileName() + " is a zip, but no project of Chladni.");
            }
            if (told.path("version").asInt(0) != 1) {
                throw new BadInput(project.getFileName() + " is a project of version " + told.path("version").asInt(0) + "; this program reads version 1.");
            }
            return told;
        } catch (JacksonException malformed) {
            throw new BadInput(project.getFileName() + " is damaged: its project.json is not JSON.", malformed);
        }
    }

    /// A take that lies where it was saved from is used there; any other one is taken in.
    private @Nullable SavedTake take(JsonNode one, Path folder) {
        Path unpacked = folder.resolve(one.path("folder").asString("")).normalize();
        try {
            Path home = wiring.setup.bench().library().root().resolve(one.path("home").asString("")).normalize();
            if (!one.path("home").asString("").isEmpty() && isSame(home.resolve("recipe.json"), unpacked.resolve("recipe.json"))
                    && isSame(home.resolve("sound.wav"), unpacked.resolve("sound.wav"))) {
                return TakeStore.read(home);
            }
            return unpacked.startsWith(folder) ? wiring.setup.bench().adopt(unpacked) : null;
        } catch (ChladniFailure | InvalidPathException | IOException damaged) {
            LOG.warn("left out of the project: {}", unpacked, damaged);
            return null;
        }
    }

    private static boolean isSame(Path one, Path other) throws IOException {
        return Files.isRegularFile(one) && Files.isRegularFile(other) && Files.mismatch(one, other) < 0;
    }

    private static @Nullable Layer layer(Path picture, int blank) {
        return Files.isRegularFile(picture) ? Layer.of(PictureFile.read(picture).picture().grey(), blank) : null;
    }

    private interface Step {
        void in(Path folder);
    }

    /// In a hidden folder beside the takes, from where they can be moved in whole.
    private void inTemporary(Step step) {
        Path folder = wiring.setup.bench().library().root().resolve(".chladni-" + UUID.randomUUID() + ".part");
        try {
            Files.createDirectories(folder);
            step.in(folder);
        } catch (IOException refused) {
            throw new StorageFailed("There is no room beside the takes: " + folder + " cannot be made (" + refused.getMessage() + ").", refused);
        } finally {
            remove(folder);
        }
    }

    private static void remove(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path one : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(one);
            }
        } catch (IOException left) {
            LOG.warn("{} is left over", folder, left);
        }
    }

    private void background(Runnable work) {
        wiring.background.execute(() -> {
            try {
                work.run();
            } catch (ChladniFailure failed) {
                wiring.failures.report(failed);
            }
        });
    }
}
