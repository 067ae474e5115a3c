package chladni.app.cli;

import java.nio.file.Path;

/// Where the log lies; `logback.xml` reads the same property.
final class LogPlace {
    private LogPlace() {}

    static Path file() {
        String named = System.getProperty("chladni.log");
        return named != null ? Path.of(named) : Path.of(System.getProperty("user.home"), ".chladni", "chladni.log");
    }
}
