package chladni.engine.onnx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;

/// How much more memory this process may take. Linux rarely refuses memory: it kills whoever takes too much of it, so a model
/// that will not fit must be refused before it is loaded. On other systems nothing is known, and everything is tried.
final class FreeMemory {
    private static final Path PROC = Path.of("/proc");
    private static final Path CGROUP = Path.of("/sys/fs/cgroup");

    private FreeMemory() {}

    /// How much is free, and what sets the limit.
    ///
    /// @param where after "only 1.5 GB are free"
    /// @param advice what gives more, as the beginning of a sentence
    record Room(long bytes, String where, String advice) {}

    /// The tightest of the machine's free memory, the control groups' limits and `ulimit -v`.
    static Optional<Room> room() {
        List<Room> rooms = new ArrayList<>();
        number(PROC.resolve("meminfo"), "MemAvailable:").ifPresent(kilobytes -> rooms.add(new Room(kilobytes * 1024, "", "Close other programs")));
        addressSpace().ifPresent(bytes -> rooms.add(new Room(bytes, " within this process's limit (`ulimit -v`)", "Raise that limit")));
        groups().forEach(group -> group.free().ifPresent(bytes -> rooms.add(
                new Room(bytes, " within the limit of its control group (container)", "Raise that limit"))));
        return rooms.stream().min(Comparator.comparingLong(Room::bytes));
    }

    private static OptionalLong addressSpace() {
        OptionalLong limit = number(PROC.resolve("self/limits"), "Max address space");
        OptionalLong used = number(PROC.resolve("self/status"), "VmSize:");
        return limit.isPresent() && used.isPresent() ? OptionalLong.of(Math.max(0, limit.getAsLong() - used.getAsLong() * 1024)) : OptionalLong.empty();
    }

    /// This process's control groups, from its own outwards, of either version.
    private static List<Group> groups() {
        List<Group> groups = new ArrayList<>();
        for (String line : lines(PROC.resolve("self/cgroup"))) {
            String[] parts = line.split(":", 3); // number, controllers, path
            if (parts.length == 3 && parts[0].equals("0")) {
                groups.addAll(outwards(CGROUP, parts[2], path -> new Group(path, "memory.max", "memory.current", "inactive_file")));
            } else if (parts.length == 3 && List.of(parts[1].split(",")).contains("memory")) {
                groups.addAll(outwards(CGROUP.resolve("memory"), parts[2],
                        path -> new Group(path, "memory.limit_in_bytes", "memory.usage_in_bytes", "total_inactive_file")));
            }
        }
        return groups;
    }

    private static List<Group> outwards(Path root, String path, Function<Path, Group> group) {
        Path own = root.resolve(path.substring(1)).normalize();
        return Stream.iterate(own, at -> at != null && at.startsWith(root), Path::getParent).map(group).toList();
    }

    /// The files in which a control group of version 2 or 1 says its limit, what is used, and what of that files hold.
    private record Group(Path folder, String limit, String used, String files) {
        /// Pages of files that nobody uses at the moment are counted, but given back on demand.
        OptionalLong free() {
            OptionalLong most = number(folder.resolve(limit), "");
            OptionalLong now = number(folder.resolve(used), "");
            long reclaimable = number(folder.resolve("memory.stat"), files).orElse(0);
            return most.isPresent() && now.isPresent() ? OptionalLong.of(Math.max(0, most.getAsLong() - now.getAsLong() + reclaimable)) : OptionalLong.empty();
        }
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
