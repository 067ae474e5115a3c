package chladni.app;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/// Calls the samplers once a frame while any of them wants more frames; an idle window has no frames at all.
final class Frames extends AnimationTimer {
    private final List<BooleanSupplier> samplers = new ArrayList<>();
    private boolean ticking;

    /// @param sampler returns whether it wants another frame
    void add(BooleanSupplier sampler) {
        samplers.add(sampler);
    }

    /// Something has begun to move; may be called on any thread.
    void wake() {
        if (Platform.isFxApplicationThread()) {
            tick();
        } else {
            Platform.runLater(this::tick);
        }
    }

    @Override
    public void handle(long nanos) {
        boolean more = false;
        for (BooleanSupplier sampler : samplers) {
            more |= sampler.getAsBoolean();
        }
        if (!more) {
            stop();
            ticking = false;
        }
    }

    private void tick() {
        if (!ticking) {
            ticking = true;
            start();
        }
    }
}
