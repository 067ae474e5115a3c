package chladni.engine.job;

import chladni.engine.failure.CancelSignal;

/// What long work reports to and is stopped by. Methods are called on the engine thread and must return quickly.
public interface Monitor {
    /// Raised by whoever wants the work to stop; polled between steps and honoured inside network calls.
    CancelSignal cancel();

    /// Work has moved on.
    default void progress(Progress progress) {}

    /// An early look at the result. Expensive previews are only decoded when this says so.
    default void preview(Preview preview) {}

    /// Whether the preview of this step is wanted; decoding costs time.
    default boolean wantsPreview(int step, int steps) {
        return false;
    }

    /// How much previews may cost; asked after `wantsPreview`.
    default PreviewDepth previewDepth() {
        return PreviewDepth.AS_IT_PAYS;
    }

    /// Something the user should know although the work goes on, such as a prompt that had to be cut.
    default void note(String sentence) {}

    /// Whether the work should end after the current step and keep what is there; unlike `cancel` this leads to a take.
    default boolean stopHere() {
        return false;
    }

    /// Reports to nobody; cancelled only through its own signal.
    static Monitor silent() {
        CancelSignal signal = new CancelSignal();
        return () -> signal;
    }
}
