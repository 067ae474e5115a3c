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
        ScriptedBench bench = new ScriptedBench(folder).withShelf(3);
        try (StudioWindow window = StudioWindow.open(new Setup(bench, packs, List.of(picture, sound, large), picture, sound,
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
            Fx.until("it is fetched", () -> window.wiring.packs.works().isEmpty());
            assertThat(window.wiring.failures.current()).isNull();
        }
    }
}
