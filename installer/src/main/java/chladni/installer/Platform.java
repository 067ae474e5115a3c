package chladni.installer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What differs between systems when an app image is made.
enum Platform {
    LINUX("png"), MAC("icns"), WINDOWS("ico");

    private final String iconType;

    Platform(String iconType) {
        this.iconType = iconType;
    }

    static Platform current() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return WINDOWS;
        }
        return name.startsWith("mac") ? MAC : LINUX;
    }

    Path program(Path image) {
        return image.resolve(switch (this) {
            case LINUX -> "chladni/bin/chladni";
            case MAC -> "chladni.app/Contents/MacOS/chladni";
            case WINDOWS -> "chladni/chladni.exe";
        });
    }

    /// macOS refuses versions that begin with 0.
    String appVersion(String version) {
        return this == MAC && version.startsWith("0") ? "1" + version.substring(1) : version;
    }

    List<String> options(Path assets) {
        List<String> options = new ArrayList<>();
        Path icon = assets.resolve("icons/chladni." + iconType);
        if (Files.exists(icon)) {
            options.addAll(List.of("--icon", icon.toString()));
        }
        if (this == WINDOWS) {
            options.add("--win-console"); // one program is both the window and the command line
        }
        return options;
    }
}
