package chladni.engine.job;

import chladni.engine.failure.CancelSignal;

/// Passes everything on to another monitor; who implements it says what is to be different.
public interface ForwardingMonitor extends Monitor {
    /// The one that hears of everything.
    Monitor monitor();

    @Override
    default CancelSignal cancel() {
        return monitor().cancel();
    }

    @Override
    default void progress(Progress progress) {
        monitor().progress(progress);
    }

    @Override
    default void preview(Preview preview) {
        monitor().preview(preview);
    }

    @Override
    default boolean wantsPreview(int step, int steps) {
        return monitor().wantsPreview(step, steps);
    }

    @Override
    default PreviewDepth previewDepth() {
        return monitor().previewDepth();
    }

    @Override
    default void note(String sentence) {
        monitor().note(sentence);
    }

    @Override
    default boolean stopHere() {
        return monitor().stopHere();
    }
}
