package chladni.engine.onnx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// How much more memory this process may take. Linux rarely refuses memory: it kills whoever takes too much of it, so a model
/// that will not fit must be refused before it is loaded. On other systems nothing is known, and everything is tried.
final class FreeMemory {
    private static final Path PROC = Path.of("/proc");
    private static final Path CGROUP = Path.of("/sys/fs/cgroup");

    private FreeMemory() {}

    /// Bytes; the tightest of the machine's free memory, the control group's limit and `ulimit -v`.
    static OptionalLong bytes() {
        LongStream.Builder limits = LongStream.builder();
        number(PROC.resolve("meminfo"), "MemAvailable:").ifPresent(kilobytes -> limits.add(kilobytes * 1024));
        addressSpace().ifPresent(limits::add);
        groups().forEach(group -> inGroup(group).ifPresent(limits::add));
        return limits.build().min();
    }

    private static OptionalLong addressSpace() {
        OptionalLong limit = number(PROC.resolve("self/limits"), "Max address space");
        OptionalLong used = number(PROC.resolve("self/status"), "VmSize:");
        return limit.isPresent() && used.isPresent() ? OptionalLong.of(Math.max(0, limit.getAsLong() - used.getAsLong() * 1024)) : OptionalLong.empty();
    }

    /// This process's control groups of version 2, from its own outwards.
    private static List<Path> groups() {
        for (String line : lines(PROC.resolve("self/cgroup"))) {
            if (line.startsWith("0::/")) {
                Path own = CGROUP.resolve(line.substring("0::/".length()));
                return Stream.iterate(own, path -> path != null && path.startsWith(CGROUP), Path::getParent).toList();
            }
        }
        return List.of();
    }

    private static OptionalLong inGroup(Path group) {
        OptionalLong limit = number(group.resolve("memory.max"), "");
        OptionalLong used = number(group.resolve("memory.current"), "");
        // Pages of files that nobody uses at the moment are counted, but given back on demand.
        long reclaimable = number(group.resolve("memory.stat"), "inactive_file").orElse(0);
        return limit.isPresent() && used.isPresent() ? OptionalLong.of(Math.max(0, limit.getAsLong() - used.getAsLong() + reclaimable)) : OptionalLong.empty();
    }

    /// The number after `label` at the beginning of a line; empty when there is none, as for `unlimited` or `max`.
    private static OptionalLong number(Path file, String label) {
        for (String line : lines(file)) {
            if (line.startsWith(label)) {
                String first = line.substring(label.length()).strip().split("\\s", 2)[0];
                return first.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(first)) : OptionalLong.empty();
            }
        }
        return OptionalLong.empty();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            return List.of(); // not Linux, or not allowed: then nothing is known
        }
    }
}
