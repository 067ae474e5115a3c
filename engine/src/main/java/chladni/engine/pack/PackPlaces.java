package chladni.engine.pack;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/// Where packs are looked for, nearest to the user first.
final class PackPlaces {
    static final String VARIABLE = "CHLADNI_PACKS";
    /// The launcher sets it to the program's own `assets` folder.
    static final String ASSETS = "chladni.assets";

    private PackPlaces() {}

    static List<Path> of(List<Path> given, Map<String, String> environment, Properties system) {
        List<Path> places = new ArrayList<>(given);
        for (String folder : environment.getOrDefault(VARIABLE, "").split(File.pathSeparator)) {
            if (!folder.isBlank()) {
                places.add(Path.of(folder));
            }
        }
        places.add(own(environment, system));
        String assets = system.getProperty(ASSETS, "");
        if (!assets.isBlank()) {
            places.add(Path.of(assets, "starter"));
        }
        return places.stream().map(place -> place.toAbsolutePath().normalize()).distinct().toList();
    }

    /// The user's own packs folder, where each system keeps such things.
    static Path own(Map<String, String> environment, Properties system) {
        String name = system.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        Path home = Path.of(system.getProperty("user.home", "."));
        if (name.startsWith("mac")) {
            return home.resolve("Library/Application Support/chladni/packs");
        }
        String variable = environment.getOrDefault(name.startsWith("windows") ? "APPDATA" : "XDG_DATA_HOME", "");
        Path otherwise = name.startsWith("windows") ? home.resolve("AppData/Roaming") : home.resolve(".local/share");
        // The XDG specification has relative paths ignored.
        boolean usable = !variable.isBlank() && Path.of(variable).isAbsolute();
        return (usable ? Path.of(variable) : otherwise).resolve("chladni/packs");
    }
}
