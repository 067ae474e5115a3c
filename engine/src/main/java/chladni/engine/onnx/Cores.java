package chladni.engine.onnx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// How many threads a network should compute with: one per physical core, for two on one core only disturb each other.
final class Cores {
    private Cores() {}

    /// Never more than the processors this process may use.
    static int physical() {
        int logical = Runtime.getRuntime().availableProcessors();
        Set<String> cores = IntStream.range(0, logical).mapToObj(Cores::siblings).collect(Collectors.toSet());
        return cores.contains("") ? logical : Math.clamp(cores.size(), 1, logical);
    }

    // The processors that share a core with this one, as Linux lists them; empty where nothing says so.
    private static String siblings(int processor) {
        try {
            return Files.readString(Path.of("/sys/devices/system/cpu/cpu" + processor + "/topology/thread_siblings_list")).strip();
        } catch (IOException e) {
            return "";
        }
    }
}
