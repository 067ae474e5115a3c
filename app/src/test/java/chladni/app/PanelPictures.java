package chladni.app;

import chladni.app.bench.PackCard;
import chladni.app.control.SpectrogramView.Place;
import chladni.app.feature.voices.VoiceKind;
import chladni.engine.Engine;
import chladni.engine.failure.PackMissing;
import chladni.engine.media.SpectrogramFormat;
import chladni.engine.onnx.Device;
import chladni.engine.pack.PackFolder;
import chladni.engine.pack.PackStore;
import chladni.engine.take.TakeStore;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// Makes the gallery of `docs/pictures`: every panel in every state, in dark and light at 1440 × 900 and 1100 × 700, with the
/// starter pack and a home folder that nobody has used: `-Dchladni.pictures=FOLDER`. `-Dchladni.only=NAME` makes one panel.
@EnabledIfSystemProperty(named = "chladni.pictures", matches = ".+")
class PanelPictures {
    private static final File FOLDER = new File(System.getProperty("chladni.pictures", "target/pictures"));
    private static final int TAKES = Integer.getInteger("chladni.takes", 3);
    private static final int STEPS = Integer.getInteger("chladni.steps", 50);

    private StudioWindow window;
    private CanvasHands hands;

    @Test
    void everyPanel(@TempDir Path home) {
        PackStore packs = PackStore.standard(List.of());
        List<PackCard> cards = packs.list().stream().map(PackFolder::manifest).map(PackCard::of).toList();
        TakeStore store = new TakeStore(home.resolve("takes"), TakeStore.Naming.TELLING);
        Path first = Path.of(System.getProperty("chladni.assets", "../assets")).resolve("samples/first-take");
        try (EngineBench bench = new EngineBench(Engine.open(packs, Device.CPU), store, SpectrogramFormat.STARTER, first)) {
            Setup setup = new Setup(bench, new EnginePackDesk(packs), cards, card(cards, "starter-picture"), card(cards, "starter-sound"),
                    "CPU · 2 cores", home.resolve("settings.json"));
            try (StudioWindow opened = StudioWindow.open(setup)) {
                window = opened;
                hands = new CanvasHands(window);
                FOLDER.mkdirs();
                making();
                painting();
                sheets();
                other();
            }
        }
    }

    private static PackCard card(List<PackCard> cards, String id) {
        return cards.stream().filter(card -> card.id().equals(id)).findFirst().orElseThrow();
    }

    private void making() {
        shoot("01-first-start");
        window.type("Looks like", "a painting of mountains, grayscale");
        window.type("Sounds like", "church bell ringing");
        Fx.run(() -> {
            window.wiring.voices.takesProperty().set(TAKES);
            window.wiring.voices.seedProperty().set("2024");
            window.wiring.voices.stepsProperty().set(STEPS);
            window.wiring.voices.seedLockedProperty().set(true);
        });
        window.does("run.generate");
        window.does("run.generate");
        Fx.until("the second take forms", () -> window.wiring.document.takes().size() > 2
                && window.wiring.document.takes().getLast().progressProperty().get() > 0.3);
        shoot("02-forming");
        window.does("run.queue");
        shoot("03-queue");
        window.press(KeyCode.ESCAPE, "");
        window.does("run.clear");
        Fx.until("the run is over", () -> !window.wiring.run.runningProperty().get());
        window.does("take.accept");
        window.does("play.toggle");
        Fx.nap(1500);
        window.does("play.toggle");
        Fx.run(() -> window.wiring.canvas.point(342, 60));
        shoot("04-done");
        window.does("view.eye");
        shoot("05-picture-eye");
        window.does("view.eye");
    }

    private void painting() {
        Fx.run(() -> {
            size(1440, 900);
            window.wiring.canvasView.spectrogram().requestFocus();
        });
        Fx.nap(400);
        window.press(KeyCode.B, "");
        hands.stroke(300, 40, 360, 70, "");
        hands.stroke(270, 60, 330, 50, "");
        hands.hover(230, 80);
        hands.rule(0.8, 2.2, 0);
        shoot("06-mask");
        window.does("mask.none");
        window.does("tool.balance");
        hands.stroke(100, 30, 200, 40, "");
        hands.stroke(330, 70, 420, 60, "alt");
        shoot("07-balance");
        window.does("balance.clear");
        window.does("tool.move");
        Fx.run(() -> {
            window.wiring.voices.ensemble().add(VoiceKind.SOUND).promptProperty().set("rain on a roof");
            window.wiring.voices.picture().unfoldedProperty().set(true);
        });
        shoot("08-voices");
        Fx.run(() -> window.wiring.voices.picture().unfoldedProperty().set(false));
    }

    private void sheets() {
        sheet("take.gallery", "09-gallery");
        sheet("file.packs", "10-packs");
        window.does("window.keys");
        Fx.run(() -> ((Button) window.find("Keys of Undo: Ctrl+Z. Press to choose others")).fire());
        window.press(KeyCode.P, "ctrl");
        shoot("11-keys");
        window.press(KeyCode.ESCAPE, "");
        sheet("window.palette", "12-palette");
        sheet("file.export-as", "13-export");
        sheet("take.colour", "14-colour");
        sheet("window.settings", "15-settings");
    }

    private void sheet(String command, String name) {
        window.does(command);
        Fx.nap(1500);
        shoot(name);
        Fx.run(() -> window.wiring.sheets.closeTop());
    }

    private void other() {
        Path castle = Path.of("castle.png");
        Fx.run(() -> window.wiring.drop.offer(castle));
        shoot("16-drop");
        Fx.run(() -> {
            window.wiring.drop.withdraw();
            window.wiring.failures.report(new PackMissing(
                    "The pack “starter-sound” is not installed. Packs are looked for in /home/anna/.local/share/chladni/packs."));
            window.wiring.canvasView.spectrogram().view(window.wiring.canvasView.spectrogram().viewport().zoomed(8, 8, 250, 60));
            window.wiring.canvasView.spectrogram().pointedProperty().set(new Place(250, 60));
        });
        shoot("17-error-zoomed");
        Fx.run(window.wiring.failures::dismiss);
        window.does("view.fit");
        for (double factor : new double[] {1.5, 2}) {
            Fx.run(() -> {
                window.wiring.root.factorProperty().set(factor);
                size(1440, 900);
            });
            Fx.nap(400);
            write("18-scale-" + (int) (100 * factor));
        }
    }

    private void shoot(String name) {
        if (!name.contains(System.getProperty("chladni.only", ""))) {
            return;
        }
        for (boolean light : new boolean[] {false, true}) {
            for (int width : new int[] {1440, 1100}) {
                Fx.run(() -> {
                    window.wiring.light.set(light);
                    size(width, width == 1440 ? 900 : 700);
                });
                Fx.nap(450);
                write(name + (light ? "-light" : "-dark") + (width == 1440 ? "" : "-small"));
            }
        }
    }

    /// On the FX thread.
    private void size(double width, double height) {
        window.stage.setWidth(width);
        window.stage.setHeight(height);
    }

    private void write(String name) {
        BufferedImage picture = Fx.picture(window.wiring.scene);
        try {
            ImageIO.write(picture, "png", new File(FOLDER, name + ".png"));
        } catch (IOException refused) {
            throw new AssertionError(refused);
        }
    }
}
