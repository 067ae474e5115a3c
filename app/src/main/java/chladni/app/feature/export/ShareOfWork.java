package chladni.app.feature.export;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.DoubleConsumer;
import javafx.application.Platform;

/// Brings a worker's progress to the window, no more often than the window takes it.
final class ShareOfWork implements DoubleConsumer {
    private final DoubleConsumer window;
    private final AtomicBoolean onItsWay = new AtomicBoolean();
    private volatile double share;

    ShareOfWork(DoubleConsumer window) {
        this.window = window;
    }

    @Override
    public void accept(double done) {
        share = done;
        if (onItsWay.compareAndSet(false, true)) {
            Platform.runLater(() -> {
                onItsWay.set(false);
                window.accept(share);
            });
        }
    }
}
