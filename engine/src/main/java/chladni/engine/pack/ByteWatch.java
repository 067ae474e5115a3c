package chladni.engine.pack;

/// Told how far long work on files has come; called often and on the working thread, so it must return quickly.
@FunctionalInterface
public interface ByteWatch {
    /// @param file what is being worked on, relative to the pack
    /// @param done bytes of the whole work that are done
    /// @param total bytes of the whole work; 0 when not known
    void at(String file, long done, long total);

    static ByteWatch nobody() {
        return (file, done, total) -> {};
    }
}
