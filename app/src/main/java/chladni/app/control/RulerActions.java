package chladni.app.control;

/// What the time ruler asks for, in seconds.
public interface RulerActions {
    void seek(double seconds);

    /// The playhead is dragged along.
    default void scrub(double seconds) {
        seek(seconds);
    }

    /// A stretch was drawn, in either direction.
    default void select(double from, double to) {}

    default void selectAll() {}
}
