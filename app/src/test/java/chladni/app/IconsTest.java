package chladni.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2RoundAL;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/// An icon whose name the font does not have is an error at the moment it is shown.
class IconsTest {
    private static final Pattern NAME = Pattern.compile("\"(mdr[a-z]+-\\w+)\"");

    @Test
    void theFontHasEveryIconThatTheSourcesName() throws IOException {
        Set<String> named = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .forEach(file -> NAME.matcher(read(file)).results().map((MatchResult found) -> found.group(1)).forEach(named::add));
        }
        List<String> known = Stream.<Ikon>concat(Stream.of(Material2RoundAL.values()), Stream.of(Material2RoundMZ.values()))
                .map(Ikon::getDescription).toList();
        assertThat(named).hasSizeGreaterThan(40).isSubsetOf(known);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }
}
