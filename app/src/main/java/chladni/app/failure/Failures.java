package chladni.app.failure;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where every failure of the window ends: logged, and shown in place until it is dismissed. A failure that comes again and
/// again is logged once in a while only, so that a broken pulse cannot fill the disk.
public final class Failures implements Thread.UncaughtExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
    private static final Duration QUIET = Duration.ofSeconds(5);

    private final InstantSource clock;
    private final Map<String, Instant> lastLogged = new HashMap<>();
    private final ReadOnlyObjectWrapper<@Nullable Problem> current = new ReadOnlyObjectWrapper<>();

    public Failures(InstantSource clock) {
        this.clock = clock;
    }

    /// What is to be shown; null when all is well.
    public ReadOnlyObjectProperty<@Nullable Problem> currentProperty() {
        return current.getReadOnlyProperty();
    }

    public @Nullable Problem current() {
        return current.get();
    }

    /// Takes any failure from any thread.
    public void report(Throwable thrown) {
        Problem problem = Problem.of(thrown);
        if (isDueForLog(problem.code() + problem.words())) {
            LOG.error("{}: {}", problem.code(), problem.words(), thrown);
        }
        onFx(() -> {
            if (!Objects.equals(current.get(), problem)) {
                current.set(problem);
            }
        });
    }

    public void dismiss() {
        current.set(null);
    }

    @Override
    public void uncaughtException(Thread thread, Throwable thrown) {
        report(thrown);
    }

    private synchronized boolean isDueForLog(String key) {
        Instant now = clock.instant();
        Instant last = lastLogged.get(key);
        if (last != null && Duration.between(last, now).compareTo(QUIET) < 0) {
            return false;
        }
        lastLogged.put(key, now);
        return true;
    }

    private static void onFx(Runnable change) {
        if (Platform.isFxApplicationThread()) {
            change.run();
        } else {
            Platform.runLater(change);
        }
    }
}
