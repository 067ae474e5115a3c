package chladni.app;

import java.nio.file.Path;
import java.util.Locale;

/// Where the program keeps what belongs to the user, as each system expects it.
public final class DataFolders {
    private DataFolders() {}

    /// Every take that the studio makes.
    public static Path takes() {
        return Path.of(System.getProperty("user.home", "."), "Chladni");
    }

    /// Settings, takes and packs.
    public static Path root() {
        Path home = Path.of(System.getProperty("user.home", "."));
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.startsWith("mac")) {
            return home.resolve("Library/Application Support/chladni");
        }
        if (system.startsWith("windows")) {
            return of("APPDATA", home.resolve("AppData/Roaming")).resolve("chladni");
        }
        return of("XDG_DATA_HOME", home.resolve(".local/share")).resolve("chladni");
    }

    /// The log, which belongs to this machine and not to the user's work.
    public static Path logs() {
        Path home = Path.of(System.getProperty("user.home", "."));
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.startsWith("mac")) {
            return home.resolve("Library/Logs/chladni");
        }
        return system.startsWith("windows")
                ? of("LOCALAPPDATA", home.resolve("AppData/Local")).resolve("chladni")
                : of("XDG_STATE_HOME", home.resolve(".local/state")).resolve("chladni");
    }

    private static Path of(String variable, Path otherwise) {
        String value = System.getenv(variable);
        return value == null || value.isBlank() || !Path.of(value).isAbsolute() ? otherwise : Path.of(value);
    }
}
