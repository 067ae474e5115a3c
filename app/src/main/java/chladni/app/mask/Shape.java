package chladni.app.mask;

/// What a tool draws, in pixels of the canvas counted from its upper left corner.
public sealed interface Shape permits Capsule, Box, Outline, Comb {
    /// Adds itself to what is covered; an edge covers a pixel in part.
    void cover(Coverage coverage);
}
