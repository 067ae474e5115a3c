package chladni.app;

import static org.assertj.core.api.Assertions.assertThat;

import chladni.app.bench.PackCard;
import chladni.app.document.Shown;
import chladni.app.document.TakeItem;
import chladni.engine.Engine;
import chladni.engine.media.SpectrogramFormat;
import chladni.engine.onnx.Device;
import chladni.engine.pack.PackFolder;
import chladni.engine.pack.PackKind;
import chladni.engine.pack.PackManifest.Defaults;
import chladni.engine.pack.PackStore;
import chladni.engine.take.TakeStore;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Within a minute and without reading: generate, play, stop, repaint a region, export. On packs of random weights; with
/// `-Dchladni.visit=FOLDER` on the starter pack and a home that nobody has used, with a picture of every step and the exported files there.
class FirstVisitTest {
    private static final String ALBUM = System.getProperty("chladni.visit", "");
    private static final Path ASSETS = Path.of(System.getProperty("chladni.assets", "../assets"));
    private static final Defaults QUICK = new Defaults(3, 3, 0.5, 0);

    private StudioWindow window;
    private Visitor visitor;
    private int pictures;

    @Test
    void aVisitorFindsTheWayByWhatIsSeen(@TempDir Path home) {
        PackStore packs = ALBUM.isEmpty() ? new PackStore(List.of(ASSETS.resolveSibling("engine/src/test/resources/toy"))) : PackStore.standard(List.of());
        TakeStore store = new TakeStore(home.resolve("takes"), TakeStore.Naming.TELLING);
        try (EngineBench bench = new EngineBench(Engine.open(packs, Device.CPU), store, SpectrogramFormat.STARTER,
                ALBUM.isEmpty() ? home.resolve("none") : ASSETS.resolve("samples/first-take"));
                StudioWindow opened = StudioWindow.open(setup(bench, packs, home))) {
            window = opened;
            window.size(1440, 900);
            visitor = new Visitor(window);
            Fx.until("the packs are offered", () -> window.wiring.voices.readyProperty().get());
            shoot("opened");
            Fx.run(() -> window.wiring.voices.stepsProperty().set(Integer.getInteger("chladni.steps", (int) window.wiring.voices.stepsProperty().get())));
            generate();
            stop();
            play();
            repaint();
            export(home);
            System.Logger log = System.getLogger(FirstVisitTest.class.getName());
            log.log(System.Logger.Level.INFO, "the visitor pressed: {0}", visitor.did());
        }
    }

    private void play() {
        visitor.press("Play or pause");
        Fx.until("it plays", () -> window.wiring.listen.positionProperty().get() > 0.2);
        shoot("plays");
        visitor.press("Play or pause");
        Fx.until("it is still", () -> !window.wiring.listen.playingProperty().get());
    }

    private void generate() {
        visitor.write("Looks like", "a painting of a castle, grayscale");
        visitor.write("Sounds like", "church bell ringing");
        int before = Fx.call(() -> (int) window.wiring.document.takes().stream().filter(TakeItem::isFinished).count());
        visitor.press("Generate");
        Fx.until("a new take is finished", () -> window.wiring.document.takes().stream().filter(TakeItem::isFinished).count() > before);
        shoot("generates");
    }

    private void stop() {
        if (Fx.call(() -> window.wiring.run.runningProperty().get())) {
            visitor.press("Stop here");
        }
        Fx.until("the run is over", () -> !window.wiring.run.runningProperty().get());
        shoot("stopped");
    }

    private void repaint() {
        int before = Fx.call(() -> window.wiring.document.takes().size());
        visitor.press("Make region anew"); // nothing is painted yet: it hands over the brush
        Fx.until("the brush is there", () -> window.wiring.tools.toolProperty().get() == chladni.app.feature.canvas.Tool.BRUSH);
        shoot("brush");
        visitor.draw(0.55, 0.4, 0.6, 0.5, 0.65, 0.45, 0.7, 0.5);
        Fx.until("something is masked", () -> window.wiring.document.painting().maskedProperty().get());
        shoot("painted");
        visitor.press("Make region anew");
        Fx.until("the region is made", () -> window.wiring.document.takes().size() > before
                && window.wiring.document.takes().get(before).isFinished());
        if (Fx.call(() -> window.wiring.run.runningProperty().get())) {
            visitor.press("Stop here");
        }
        Fx.until("the run is over", () -> !window.wiring.run.runningProperty().get());
        assertThat(Fx.call(() -> window.wiring.tools.veiledProperty().get())).as("the new region is to be seen").isFalse();
        shoot("repainted");
    }

    private void export(Path home) {
        Path folder = ALBUM.isEmpty() ? home : Path.of(ALBUM);
        window.saveTo = folder.resolve("sound.wav");
        visitor.press("Export…");
        shoot("export-menu");
        visitor.press("Export the sound (WAV)…");
        Fx.until("the sound is there", () -> Files.exists(folder.resolve("sound.wav")));
        shoot("exported");
        Shown shown = Fx.call(() -> window.wiring.document.visible());
        assertThat(shown).isNotNull();
        if (!ALBUM.isEmpty()) {
            file(folder, "file.export-spectrogram", "playable.png");
            window.saveTo = folder.resolve("film.mp4");
            visitor.press("Export…");
            visitor.press("Export as…");
            visitor.press("Film");
            shoot("export-as");
            Fx.run(() -> ((javafx.scene.control.Button) window.wiring.scene.lookup(".export-sheet .bright-button")).fire());
            Fx.until("the film is there", () -> Files.exists(folder.resolve("film.mp4")));
        }
    }

    private void file(Path folder, String command, String name) {
        window.saveTo = folder.resolve(name);
        window.does(command);
        Fx.until(name + " is there", () -> Files.exists(folder.resolve(name)));
    }

    private static Setup setup(EngineBench bench, PackStore packs, Path home) {
        if (ALBUM.isEmpty()) {
            PackCard picture = new PackCard("toy-picture", PackKind.PICTURE, "toy picture", 128, QUICK, List.of("a toy"));
            PackCard sound = new PackCard("toy-sound", PackKind.SOUND, "toy sound", 128, QUICK, List.of("a toy sound"));
            return new Setup(bench, new ScriptedPacks(picture, sound), List.of(picture, sound), picture, sound, "CPU · 2 cores",
                    home.resolve("settings.json"));
        }
        List<PackCard> cards = packs.list().stream().map(PackFolder::manifest).map(PackCard::of).toList();
        return new Setup(bench, new EnginePackDesk(packs), cards, card(cards, "starter-picture"), card(cards, "starter-sound"), "CPU · 2 cores",
                home.resolve("settings.json"));
    }

    private static PackCard card(List<PackCard> cards, String id) {
        return cards.stream().filter(card -> card.id().equals(id)).findFirst().orElseThrow();
    }

    private void shoot(String name) {
        if (!ALBUM.isEmpty()) {
            Fx.nap(500);
            try {
                Files.createDirectories(Path.of(ALBUM));
                ImageIO.write(Fx.picture(window.wiring.scene), "png", new File(ALBUM, "%02d-%s.png".formatted(++pictures, name)));
            } catch (IOException refused) {
                throw new AssertionError(refused);
            }
        }
    }
}
