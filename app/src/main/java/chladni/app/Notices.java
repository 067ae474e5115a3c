package chladni.app;

import chladni.app.feature.run.Chime;
import chladni.app.feature.run.RunEnd;
import chladni.app.theme.Icons;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import javafx.geometry.Pos;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Duration;
import org.controlsfx.control.Notifications;
import org.jspecify.annotations.Nullable;

/// Tells of work that ended while nobody was looking. JavaFX has no progress in the taskbar, and AWT's must not run beside it;
/// the window's title carries the progress instead, which taskbars show.
final class Notices {
    private static final Duration SHOWN_FOR = Duration.seconds(8);

    private final BooleanSupplier wantsChime;
    private final Executor background;
    private @Nullable RunEnd last;

    Notices(BooleanSupplier wantsChime, Executor background) {
        this.wantsChime = wantsChime;
        this.background = background;
    }

    /// What was told last; null when nothing was.
    @Nullable RunEnd last() {
        return last;
    }

    private static boolean isInFront(Window window) {
        return window.isFocused() && !(window instanceof Stage stage && stage.isIconified());
    }

    void ended(RunEnd end, @Nullable Window window) {
        if (window == null || isInFront(window) || end.outcome().equals("cancelled")) {
            return;
        }
        last = end;
        if (wantsChime.getAsBoolean()) {
            Chime.play(background);
        }
        Notifications.create().owner(window).position(Pos.BOTTOM_RIGHT).hideAfter(SHOWN_FOR)
                .graphic(Icons.of(end.isDone() ? "mdral-check_circle" : "mdral-error_outline"))
                .title(end.isDone() ? "Done" : "A run " + end.outcome()).text(end.title() + "\n" + end.words()).show();
    }
}
