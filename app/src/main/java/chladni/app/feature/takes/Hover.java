package chladni.app.feature.takes;

import chladni.app.document.TakeItem;
import javafx.animation.PauseTransition;
import javafx.beans.property.ObjectProperty;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// The pointer rests on a take: after a moment the take is seen and softly heard, until the pointer goes on. Passing over takes on the
/// way elsewhere does nothing.
public final class Hover {
    private static final Duration REST = Duration.millis(300);

    private final ObjectProperty<@Nullable TakeItem> glanced;
    private final Ear ear;
    private final PauseTransition rest = new PauseTransition(REST);
    private @Nullable TakeItem under;

    /// Plays a take softly.
    public interface Ear {
        void hear(TakeItem item);

        void rest();
    }

    Hover(ObjectProperty<@Nullable TakeItem> glanced, Ear ear) {
        this.glanced = glanced;
        this.ear = ear;
        rest.setOnFinished(_ -> {
            TakeItem item = under;
            if (item != null) {
                glanced.set(item);
                ear.hear(item);
            }
        });
    }

    /// @param item the take under the pointer now; null: none
    void over(@Nullable TakeItem item) {
        if (item != under) {
            under = item;
            glanced.set(null);
            ear.rest();
            rest.stop();
            if (item != null) {
                rest.playFromStart();
            }
        }
    }
}
