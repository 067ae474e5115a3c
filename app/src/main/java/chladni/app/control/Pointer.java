package chladni.app.control;

/// Where the pointer is on the canvas and what is held down.
///
/// @param x column, a real number
/// @param y band from the highest, a real number
/// @param held keys that change what a tool does
/// @param clicks presses in quick succession
public record Pointer(double x, double y, Held held, int clicks) {
    /// @param secondary the right button
    public record Held(boolean shift, boolean alt, boolean secondary) {
        public static final Held NOTHING = new Held(false, false, false);
    }
}
