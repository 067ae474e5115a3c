package chladni.app.feature.gallery;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.image.Image;

/// The small pictures of the takes, decoded by JavaFX's own loader threads. Only the last ones are kept, and one that scrolled away before
/// it was begun is never decoded.
final class Thumbnails {
    private static final double WIDTH = 384;
    private static final double HEIGHT = 96;
    /// Pictures of 384 × 96 pixels: 24 MB at most.
    private static final int MOST = 160;

    /// Cells that show a picture: a grid hands an entry to a new cell before the old one lets go of it.
    private final Map<Path, Integer> users = new HashMap<>();
    private final Map<Path, Image> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Path, Image> eldest) {
            return size() > MOST;
        }
    };

    /// @return its picture, perhaps still on its way; `leave` says that it is no longer shown
    Image show(Path file) {
        users.merge(file, 1, Integer::sum);
        return kept.computeIfAbsent(file, _ -> new Image(file.toUri().toString(), WIDTH, HEIGHT, false, true, true));
    }

    /// A cell no longer shows it.
    void leave(Path file) {
        if (users.computeIfPresent(file, (_, cells) -> cells == 1 ? null : cells - 1) == null) {
            Image image = kept.get(file);
            if (image != null && image.getProgress() < 1) {
                image.cancel();
                kept.remove(file);
            }
        }
    }

    /// Nobody looks for the moment: only what cells still show is kept.
    void rest() {
        kept.keySet().retainAll(users.keySet());
    }
}
