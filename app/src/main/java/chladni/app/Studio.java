package chladni.app;

import chladni.app.bench.PackCard;
import chladni.app.failure.Failures;
import chladni.app.theme.Theme;
import chladni.engine.Engine;
import chladni.engine.media.SpectrogramFormat;
import chladni.engine.onnx.Device;
import chladni.engine.pack.PackFolder;
import chladni.engine.pack.PackKind;
import chladni.engine.pack.PackManifest;
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
    private static final String PICTURE = "starter-picture";
    private static final String SOUND = "starter-sound";

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
        List<PackManifest> known = packs.list().stream().map(PackFolder::manifest).toList();
        Optional<PackManifest> sound = known.stream().filter(pack -> pack.id().equals(SOUND)).findFirst();
        EngineBench made = new EngineBench(Engine.open(packs, Device.CPU), store(),
                sound.map(PackManifest::spectrogram).orElse(SpectrogramFormat.STARTER), firstTake());
        List<PackCard> cards = known.stream().map(PackCard::of).toList();
        Setup setup = new Setup(made, new EnginePackDesk(packs), cards, card(cards, PICTURE, PackKind.PICTURE),
                card(cards, SOUND, PackKind.SOUND), device(), settingsFile());
        Wiring window = new Wiring(setup, new FileDialogs(stage), failures);
        bench = made;
        wiring = window;
        window.keepSize(stage);
        stage.titleProperty().bind(window.title());
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

    private static PackCard card(List<PackCard> cards, String id, PackKind kind) {
        return cards.stream().filter(card -> card.id().equals(id)).findFirst().orElseGet(() -> PackCard.missing(id, kind));
    }
}
