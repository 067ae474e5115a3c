package chladni.app.control;

/// What a press of the pointer on the canvas does. What no tool takes seeks and pans.
public interface CanvasTool {
    /// Leaves everything to the canvas: a click seeks, dragging pans.
    CanvasTool HAND = _ -> false;

    /// @return whether the tool takes the gesture; it then gets its drags and its release
    boolean press(Pointer pointer);

    default void drag(Pointer pointer) {}

    default void release(Pointer pointer) {}

    /// The pointer moves without a button.
    default void hover(Pointer pointer) {}

    /// Ends what takes several presses.
    ///
    /// @return whether there was anything to end
    default boolean complete() {
        return false;
    }

    /// Gives up what has been begun.
    ///
    /// @return whether there was anything
    default boolean abandon() {
        return false;
    }
}
