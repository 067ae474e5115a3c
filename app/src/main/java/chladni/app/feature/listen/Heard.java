package chladni.app.feature.listen;

/// What of a take is heard.
public enum Heard {
    ALL,
    /// Only the masked part.
    INSIDE,
    /// Everything but the masked part.
    OUTSIDE
}
