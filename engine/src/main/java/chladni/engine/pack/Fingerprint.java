package chladni.engine.pack;

import chladni.engine.failure.PackBroken;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A short name for a pack's exact content. Where the manifest has checksums it is made of those; else of every file's name,
/// length and both ends, since reading gigabytes to write a recipe would be absurd. The beginning says which.
final class Fingerprint {
    private static final int END_BYTES = 64 << 10;

    private Fingerprint() {}

    static String of(PackFolder pack) {
        Map<String, String> sums = pack.manifest().sha256();
        return sums.isEmpty() ? "ends:" + ofEnds(pack.path()) : "sha256:" + ofSums(sums);
    }

    private static String ofSums(Map<String, String> sums) {
        MessageDigest digest = Checksum.sha256();
        sums.forEach((name, sum) -> digest.update((name + ' ' + sum + '\n').getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String ofEnds(Path folder) {
        MessageDigest digest = Checksum.sha256();
        try (Stream<Path> files = Files.walk(folder, 3, FileVisitOption.FOLLOW_LINKS)) {
            List<Path> inOrder = files.filter(Files::isRegularFile).sorted().toList();
            for (Path file : inOrder) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                digest.update((name + ' ' + Files.size(file) + '\n').getBytes(StandardCharsets.UTF_8));
                updateWithEnds(digest, file);
            }
        } catch (IOException | java.io.UncheckedIOException e) {
            throw new PackBroken("The pack " + folder + " cannot be read: " + e.getMessage(), e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void updateWithEnds(MessageDigest digest, Path file) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            byte[] end = new byte[(int) Math.min(END_BYTES, bytes.length())];
            bytes.readFully(end);
            digest.update(end);
            bytes.seek(bytes.length() - end.length);
            bytes.readFully(end);
            digest.update(end);
        }
    }
}
