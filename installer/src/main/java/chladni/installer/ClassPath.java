package chladni.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/// The class path as the program's own jar states it, so that jars left over from other versions stay behind.
final class ClassPath {
    private ClassPath() {}

    static List<Path> of(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            String named = file.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            Stream<Path> others = Stream.of(named.split(" ")).map(jar::resolveSibling).filter(Files::exists);
            return Stream.concat(Stream.of(jar), others).toList();
        }
    }
}
