package chladni.engine.job;

/// How early looks at the result are made.
public enum PreviewDepth {
    /// Guessed cell by cell at every step, never decoded where that is dear.
    FAST,
    /// Decoded at every step where that is cheap, else guessed and decoded at every tenth.
    AS_IT_PAYS,
    /// Decoded at every step, whatever it costs.
    FULL
}
