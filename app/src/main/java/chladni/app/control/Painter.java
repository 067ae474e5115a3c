package chladni.app.control;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/// Makes pixels on a thread of its own, so that the FX thread only copies them. In each slot the newest wish replaces one
/// that has not been begun.
public final class Painter implements AutoCloseable {
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("chladni-paint").daemon().factory());

    /// A place on the screen that one picture after another is painted for.
    ///
    /// @param onFx takes the finished pixels on the FX thread
    public Slot slot(Consumer<Pixels> onFx) {
        return new Slot(onFx);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    /// Newest wish wins.
    public final class Slot {
        private final Consumer<Pixels> onFx;
        private final AtomicReference<@Nullable Supplier<Pixels>> wish = new AtomicReference<>();
        private final AtomicReference<@Nullable Pixels> made = new AtomicReference<>();

        Slot(Consumer<Pixels> onFx) {
            this.onFx = onFx;
        }

        public void paint(Supplier<Pixels> pixels) {
            if (wish.getAndSet(pixels) == null) {
                thread.execute(this::make);
            }
        }

        private void make() {
            Supplier<Pixels> newest = wish.getAndSet(null);
            if (newest != null && made.getAndSet(newest.get()) == null) {
                Platform.runLater(this::show);
            }
        }

        private void show() {
            Pixels newest = made.getAndSet(null);
            if (newest != null) {
                onFx.accept(newest);
            }
        }
    }
}
