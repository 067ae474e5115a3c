package chladni.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Takes ONNX Runtime's native libraries out of its jar: they hold those of four systems and lie unpacked beside it.
final class WithoutNatives {
    private static final String NATIVES = "ai/onnxruntime/native/";

    private WithoutNatives() {}

    static void slim(Path input) throws IOException {
        List<Path> jars = Folders.jars(input).stream()
                .filter(jar -> jar.getFileName().toString().startsWith("onnxruntime")).toList();
        for (Path jar : jars) {
            Path slim = jar.resolveSibling(jar.getFileName() + ".slim");
            copy(jar, slim);
            Files.delete(jar);
            Files.move(slim, jar);
        }
    }

    private static void copy(Path jar, Path slim) throws IOException {
        try (ZipFile from = new ZipFile(jar.toFile()); ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(slim))) {
            List<ZipEntry> kept = from.stream().<ZipEntry>map(entry -> entry)
                    .filter(entry -> !entry.getName().startsWith(NATIVES)).toList();
            for (ZipEntry entry : kept) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                from.getInputStream(entry).transferTo(to);
            }
        }
    }
}
