package chladni.app;

import static org.assertj.core.api.Assertions.assertThat;

import chladni.app.bench.PackDesk.ShelfPack;
import chladni.app.bench.PackCard;
import chladni.app.feature.voices.VoiceKind;
import chladni.engine.pack.PackKind;
import chladni.engine.pack.PackManifest.Defaults;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pictures of every panel, dark and light, to be looked at.
class GalleryTest {
    @Test
    void panels(@TempDir Path folder) {
        PackCard picture = new PackCard("starter-picture", PackKind.PICTURE, "Starter: pictures", 128, new Defaults(4, 50, 0.5, 0), List.of("a castle"));
        PackCard sound = new PackCard("starter-sound", PackKind.SOUND, "Starter: sounds", 128, new Defaults(4, 50, 0.5, 0), List.of("church bell ringing"));
        ScriptedPacks packs = new ScriptedPacks(picture, sound);
        PackCard large = new PackCard("auffusion", PackKind.BOTH, "Auffusion (full, no adapter)", 256, new Defaults(10, 100, 0.5, 0.1), List.of());
        packs.put(new ShelfPack(large, Path.of("/data/models/auffusion"), "", "", List.of(
                "/data/models/auffusion/vocoder/vocoder.pt is missing.")));
        PackCard colour = new PackCard("starter-colour", PackKind.COLOUR, "Starter: colours", 128, new Defaults(10, 30, 0.5, 0), List.of());
        packs.put(new ShelfPack(colour, Path.of("/opt/chladni/assets/starter/starter-colour"), "GPL-3.0-or-later", "", List.of()));
        ScriptedBench bench = new ScriptedBench(folder).withShelf(3);
        try (StudioWindow window = StudioWindow.open(new Setup(bench, packs, List.of(picture, sound, large, colour), picture, sound,
                "CPU · 2 cores", folder.resolve("settings.json")))) {
            window.size(1440, 900);
            window.type("Looks like", "a painting of mountains, grayscale");
            window.type("Sounds like", "acoustic guitar, slow, in a small room, with a lot of words that no model will ever see in full");
            Fx.run(() -> {
                window.wiring.voices.ensemble().add(VoiceKind.SOUND).promptProperty().set("rain on a roof");
                window.wiring.voices.picture().unfoldedProperty().set(true);
            });
            Fx.nap(1200);
            Fx.snapshot(window.wiring.scene, "voices-dark");
            Fx.run(() -> window.wiring.voices.sound().packProperty().set(large));
            window.does("window.light");
            window.size(1100, 700);
            Fx.snapshot(window.wiring.scene, "voices-light-small");
            window.size(1440, 900);
            window.does("file.packs");
            Fx.run(() -> window.wiring.packs.fetch("stable-diffusion-v1-5"));
            packs.permits.release(4);
            Fx.nap(500);
            Fx.snapshot(window.wiring.scene, "packs-light");
            window.does("window.light");
            Fx.run(() -> window.wiring.packs.add(folder));
            Fx.nap(300);
            window.size(1100, 700);
            Fx.snapshot(window.wiring.scene, "packs-dark-small");
            packs.permits.release(100);
            window.does("run.generate");
            window.does("run.generate");
            bench.allow(20);
            Fx.nap(900);
            window.does("run.queue");
            Fx.snapshot(window.wiring.scene, "queue-dark-small");
            window.size(1440, 900);
            window.does("window.keys");
            Fx.run(() -> ((javafx.scene.control.Button) window.find("Keys of Loop: L. Press to choose others")).fire());
            Fx.snapshot(window.wiring.scene, "keys-dark");
            window.press(javafx.scene.input.KeyCode.ESCAPE, "");
            window.does("window.light");
            bench.allow(10_000);
            Fx.until("the takes are made", () -> window.wiring.run.queue().isEmpty());
            window.does("file.export-as");
            Fx.snapshot(window.wiring.scene, "export-light");
            colours(window);
            Fx.run(() -> window.wiring.root.factorProperty().set(1.5));
            Fx.snapshot(window.wiring.scene, "larger-dark");
            Fx.until("it is fetched", () -> window.wiring.packs.works().isEmpty());
            assertThat(window.wiring.failures.current()).isNull();
        }
    }

    private static void colours(StudioWindow window) {
        window.does("take.colour");
        Fx.run(() -> window.wiring.colour.begin());
        Fx.until("the tries are made", () -> window.wiring.run.queue().isEmpty());
        Fx.snapshot(window.wiring.scene, "colour-light");
        window.does("window.light");
        Fx.snapshot(window.wiring.scene, "colour-dark");
        Fx.run(() -> window.wiring.colour.pick(window.wiring.colour.tries().get(5)));
        Fx.run(() -> ((javafx.scene.control.Button) window.wiring.scene.getRoot().lookupAll(".bright-button").stream()
                .filter(node -> node instanceof javafx.scene.control.Button button && "Keep this one".equals(button.getText()))
                .findFirst().orElseThrow()).fire());
        assertThat(Fx.call(() -> window.wiring.document.acceptedProperty().get())).isEqualTo(window.wiring.colour.tries().get(5).shown());
    }
}
