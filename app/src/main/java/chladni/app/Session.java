package chladni.app;

import chladni.app.document.Document;
import chladni.app.document.Shown;
import chladni.app.document.StoredTake;
import chladni.app.document.TakeItem;
import chladni.engine.codec.SafeWrite;
import chladni.engine.failure.ChladniFailure;
import chladni.engine.take.SavedTake;
import chladni.engine.take.TakeStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.collections.ListChangeListener;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What lies in the strip and on the canvas, written down a moment after every change, so that a sitting that ends without a word (a
/// crash, a `kill -9`, an empty battery) goes on where it was.
final class Session implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);
    private static final Duration CALM = Duration.millis(300);
    /// Reading a take costs some 30 ms; older ones are in the gallery.
    private static final int MOST = 48;

    private final Path file;
    private final Executor background;
    private final Consumer<Throwable> onFailure;
    private final PauseTransition calm = new PauseTransition(CALM);
    private String written = "";
    private @Nullable Document followed;

    /// What was written down.
    ///
    /// @param takes in the strip, oldest first
    /// @param onCanvas null: none
    record Before(List<SavedTake> takes, @Nullable SavedTake onCanvas) {}

    Session(Path file, Executor background, Consumer<Throwable> onFailure) {
        this.file = file;
        this.background = background;
        this.onFailure = onFailure;
    }

    /// The last sitting, as far as its takes are still there; null when there was none. Takes a while.
    @Nullable Before read() {
        try {
            if (!Files.exists(file)) {
                return null;
            }
            JsonNode tree = JsonMapper.shared().readTree(Files.readString(file));
            List<SavedTake> takes = new ArrayList<>();
            tree.path("takes").forEach(folder -> add(folder.asString(""), takes));
            String canvas = tree.path("canvas").asString("");
            List<SavedTake> others = new ArrayList<>();
            SavedTake there = takes.stream().filter(take -> take.folder().toString().equals(canvas)).findFirst().orElse(null);
            if (there == null && !canvas.isEmpty()) {
                add(canvas, others);
            }
            SavedTake onCanvas = there != null || others.isEmpty() ? there : others.getFirst();
            return takes.isEmpty() && onCanvas == null ? null : new Before(takes, onCanvas);
        } catch (IOException | JacksonException damaged) {
            LOG.warn("{} cannot be read; the newest takes are shown instead", file, damaged);
            return null;
        }
    }

    private static void add(String folder, List<SavedTake> takes) {
        try {
            if (!folder.isEmpty() && Files.isDirectory(Path.of(folder))) {
                takes.add(TakeStore.read(Path.of(folder)));
            }
        } catch (ChladniFailure | InvalidPathException damaged) {
            LOG.warn("left out of the strip: {}", folder, damaged);
        }
    }

    /// From now on every change is written down.
    void follow(Document document) {
        followed = document;
        calm.setOnFinished(_ -> write(document));
        document.takes().forEach(this::watch);
        document.takes().addListener((ListChangeListener<TakeItem>) change -> {
            while (change.next()) {
                change.getAddedSubList().forEach(this::watch);
            }
            touch();
        });
        document.acceptedProperty().addListener((_, _, _) -> touch());
        touch();
    }

    /// Whether the sitting has begun: what there was before is there again.
    boolean isFollowing() {
        return followed != null;
    }

    private void watch(TakeItem item) {
        item.stageProperty().addListener((_, _, _) -> touch());
    }

    /// Not put off again by further changes: a run makes some every frame.
    private void touch() {
        if (calm.getStatus() != javafx.animation.Animation.Status.RUNNING) {
            calm.playFromStart();
        }
    }

    /// Writes what is not written yet.
    @Override
    public void close() {
        calm.stop();
        if (followed != null) {
            write(followed);
        }
    }

    private void write(Document document) {
        ObjectNode tree = JsonMapper.shared().createObjectNode().put("version", 1);
        ArrayNode takes = tree.putArray("takes");
        List<String> staged = document.takes().stream().map(TakeItem::saved).filter(Objects::nonNull)
                .map(saved -> saved.folder().toAbsolutePath().toString()).toList();
        staged.subList(Math.max(0, staged.size() - MOST), staged.size()).forEach(takes::add);
        Shown shown = document.acceptedProperty().get();
        StoredTake saved = shown == null ? null : shown.saved();
        tree.put("canvas", saved == null ? "" : saved.folder().toAbsolutePath().toString());
        String json = JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(tree);
        if (!json.equals(written)) {
            written = json;
            background.execute(() -> store(json));
        }
    }

    private void store(String json) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            SafeWrite.bytes(file, json.getBytes(StandardCharsets.UTF_8));
        } catch (ChladniFailure | IOException refused) {
            onFailure.accept(refused);
        }
    }
}
