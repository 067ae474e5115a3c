package chladni.app;

import chladni.app.bench.PackCard;
import chladni.app.failure.Failures;
import chladni.app.theme.Theme;
import chladni.engine.Engine;
import chladni.engine.media.SpectrogramFormat;
import chladni.engine.onnx.Device;
import chladni.engine.pack.PackFolder;
import chladni.engine.pack.PackManifest;
import chladni.engine.pack.PackManifest.Defaults;
import chladni.engine.pack.PackStore;
import chladni.engine.take.TakeStore;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javafx.application.Application;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// Starts and stops the window.
public final class Studio extends Application {
    private static final double LEAST_WIDTH = 1060;
    private static final double LEAST_HEIGHT = 640;
    private static final Defaults FALLBACK = new Defaults(10, 50, 0.5, 0.1);

    private final Failures failures = new Failures(InstantSource.system());
    private @Nullable EngineBench bench;
    private @Nullable Wiring wiring;

    public static void main(String[] arguments) {
        launch(arguments);
    }

    @Override
    public void start(Stage stage) {
        Thread.setDefaultUncaughtExceptionHandler(failures);
        Thread.currentThread().setUncaughtExceptionHandler(failures);
        Theme.loadFonts();
        PackStore packs = PackStore.standard(List.of());
        Optional<PackManifest> sound = manifest(packs, "starter-sound");
        EngineBench made = new EngineBench(Engine.open(packs, Device.CPU), store(),
                sound.map(PackManifest::spectrogram).orElse(SpectrogramFormat.STARTER), firstTake());
        Setup setup = new Setup(made, card("starter-picture", manifest(packs, "starter-picture")),
                card("starter-sound", sound), device(), settingsFile());
        Wiring window = new Wiring(setup, new FileDialogs(stage), failures);
        bench = made;
        wiring = window;
        window.keepSize(stage);
        stage.setTitle("Chladni");
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        stage.setScene(window.scene);
        stage.show();
    }

    @Override
    public void stop() {
        if (wiring != null) {
            wiring.close();
        }
        if (bench != null) {
            bench.close();
        }
    }

    /// Takes lie where people find them.
    private static TakeStore store() {
        return new TakeStore(DataFolders.takes(), TakeStore.Naming.TELLING);
    }

    private static Path settingsFile() {
        return PackStore.ownFolder().resolveSibling("settings.json");
    }

    private static Path firstTake() {
        return Path.of(System.getProperty("chladni.assets", "assets"), "samples", "first-take");
    }

    private static String device() {
        int cores = Device.cpuThreads();
        return "CPU · " + cores + (cores == 1 ? " core" : " cores");
    }

    private static Optional<PackManifest> manifest(PackStore packs, String id) {
        return packs.list().stream().filter(pack -> pack.id().equals(id)).map(PackFolder::manifest).findFirst();
    }

    /// A pack that is missing is said to be so when it is needed, with where it was looked for.
    private static PackCard card(String id, Optional<PackManifest> manifest) {
        return manifest.map(pack -> new PackCard(id, pack.title(), pack.defaults(), pack.prompts()))
                .orElseGet(() -> new PackCard(id, id + " is missing", FALLBACK, List.of()));
    }
}
