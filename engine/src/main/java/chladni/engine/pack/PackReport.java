package chladni.engine.pack;

import java.util.List;

/// What [PackCheck] found.
///
/// @param problems sentences, each naming a file; empty when the pack is whole
public record PackReport(PackFolder pack, List<CheckedFile> files, List<String> problems) {
    /// @param name relative to the pack
    public record CheckedFile(String name, long bytes, State state) {}

    public enum State {
        /// Its checksum is the published one.
        VERIFIED,
        /// No checksum is known to hold it against.
        UNVERIFIED,
        /// Its checksum is another one.
        WRONG,
        /// The manifest lists it, and it is not there.
        MISSING
    }

    public PackReport {
        files = List.copyOf(files);
        problems = List.copyOf(problems);
    }

    public boolean isWhole() {
        return problems.isEmpty();
    }

    public long count(State state) {
        return files.stream().filter(file -> file.state() == state).count();
    }
}
