package chladni.installer;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is copied into the image.
final class Folders {
    /// How the starter was made concerns nobody who runs it.
    private static final Set<String> NOT_SHIPPED = Set.of("recipe", "pom.xml", "target");

    private Folders() {}

    static Path emptied(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> inside = Files.walk(folder)) {
                for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        return Files.createDirectories(folder);
    }

    static void copyJars(List<Path> jars, Path target) throws IOException {
        for (Path jar : jars) {
            Files.copy(jar, target.resolve(jar.getFileName()));
        }
    }

    static void copyFiles(Path from, Path target) throws IOException {
        Files.createDirectories(target);
        try (Stream<Path> all = Files.list(from)) {
            for (Path path : all.filter(Files::isRegularFile).toList()) {
                Files.copy(path, target.resolve(path.getFileName()));
            }
        }
    }

    static void copyAssets(Path assets, Path target) throws IOException {
        try (Stream<Path> all = Files.walk(assets)) {
            for (Path path : all.filter(Files::isRegularFile).toList()) {
                Path relative = assets.relativize(path);
                if (!NOT_SHIPPED.contains(relative.getName(0).toString())) {
                    Path copy = target.resolve(relative);
                    Files.createDirectories(copy.getParent());
                    Files.copy(path, copy);
                }
            }
        }
    }

    static List<Path> jars(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(path -> path.toString().endsWith(".jar")).sorted().toList();
        }
    }

    static String jarsAsPath(Path folder) throws IOException {
        return jars(folder).stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}
