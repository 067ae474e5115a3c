package chladni.app.feature.listen;

/// Somewhere that samples go, with the clock that tells which of them is heard now. No method waits.
interface AudioOut extends AutoCloseable {
    /// Frames that can be written now.
    int room();

    /// Takes 16-bit little-endian mono frames, at most as many as there is room for.
    void write(byte[] pcm);

    /// Frames that have left the loudspeaker since this was opened.
    long framesPlayed();

    /// Stops at once, drops what has not been heard, and is ready for more.
    void drop();

    /// Why nothing is heard; empty when sound comes out.
    String silentBecause();

    @Override
    void close();
}
